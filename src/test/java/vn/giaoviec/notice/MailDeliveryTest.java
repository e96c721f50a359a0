package vn.giaoviec.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.casework.UrgeUnit;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.readiness.Health;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.FlowCoverage;
import vn.giaoviec.testing.Ports;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Sabotage;
import vn.giaoviec.testing.TestDatabase;

/** Mails reach a real SMTP server, once each, whatever it does in between; and work goes on whatever it does. */
@Tag("database")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "giaoviec.notice.start-after=1d",
            "giaoviec.notice.url=https://giaoviec.example",
            "spring.mail.host=127.0.0.1"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Province.class, FlowCoverage.class, Sabotage.class})
@DirtiesContext
class MailDeliveryTest {
    private static final int PORT = Ports.free();
    private static final String OFFICER = "officer1.stttt";

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", () -> PORT);
    }

    @Autowired
    private Province province;

    @Autowired
    private JavaMailSenderImpl smtp;

    @Autowired
    private SendMails sendMails;

    @Autowired
    private WriteDigests writeDigests;

    @Autowired
    private Outbox outbox;

    @Autowired
    private UrgeUnit urgeUnit;

    @Autowired
    private Directory directory;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Clock realClock;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private Health health;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void nothingWaits() {
        jdbc.sql("delete from notice_mail").update();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void returnedWorkIsMailedAtOnceWithNothingButTitleAndLink() throws Exception {
        CaseDriver work = aCase().begins().throughResources();
        work.does("task_carryOut", "task_submit");
        work.step("task_approve")
                .choosing("returned")
                .because("Thiếu chữ ký của ông A")
                .complete();
        assertThat(sendMails.send()).isZero();
        assertThat(received()).hasSize(1);
        MimeMessage mail = received().get(0);
        assertThat(mail.getAllRecipients()).extracting(String::valueOf).containsExactly(OFFICER + "@giaoviec.example");
        assertThat(mail.getSubject()).isEqualTo("[Giao Việc] Bị trả lại: T-01 – Nhiệm vụ thử");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(mail, "text/plain")).contains("Nhiệm vụ thử", "https://giaoviec.example/cases/" + work.key());
        assertThat(part(mail, "text/html")).contains("<a href=\"https://giaoviec.example/cases/" + work.key() + "\">");
        assertThat(whole(mail)).doesNotContain("Thiếu chữ ký");
        assertThat(states()).containsExactly("SENT without text");
    }

    @Test
    void anUrgedUnitIsMailedAtOnce() {
        CaseDriver open = aCase().begins().does("task_classify=security");
        urge(open);
        sendMails.send();
        assertThat(addressees())
                .containsExactlyInAnyOrder(
                        "head.stttt@giaoviec.example", "deputy.stttt@giaoviec.example", OFFICER + "@giaoviec.example");
    }

    @Test
    void whileTheServerIsDownWorkGoesOnAndAfterwardsEachMailArrivesOnce() throws Exception {
        server.stop();
        CaseDriver open = aCase().begins().does("task_classify=security");
        urge(open);
        assertThat(sendMails.send()).isEqualTo(3);
        assertThat(states()).containsOnly("WAITING with text");
        assertThat(sendMails.send()).as("not before its pause is over").isZero();
        assertThat(health.good()).as("the node is as fit as before").isTrue();
        assertThat(jdbc.sql("select error from notice_mail").query(String.class).list())
                .allSatisfy(error -> assertThat(error).contains("connect"));
        open.does("task_prepareLevelDossier");

        server.start();
        pausesAreOver();
        assertThat(sendMails.send()).isZero();
        assertThat(received()).hasSize(3);
        assertThat(messageIds()).hasSize(3).isEqualTo(idsInTheTable());
        assertThat(jdbc.sql("select distinct attempts from notice_mail")
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
        pausesAreOver();
        sendMails.send();
        assertThat(received()).hasSize(3);
    }

    @Test
    void aServerThatIsSilentIsLeftAfterSeconds() {
        assertThat(smtp.getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "5000")
                .containsEntry("mail.smtp.timeout", "5000")
                .containsEntry("mail.smtp.writetimeout", "5000");
    }

    @Test
    void pausesGrowUpToAnHour() {
        assertThat(IntStream.of(0, 1, 2, 6, 50).mapToObj(SendMails::pause))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(64),
                        Duration.ofMinutes(64));
    }

    @Test
    void aServerThatPutsOffGetsTheMailAgain() throws Exception {
        server.stop();
        try (HesitantServer hesitant = new HesitantServer(PORT)) {
            urge(aCase().begins().does("task_classify=security"));
            assertThat(sendMails.send()).as("put off with 451").isEqualTo(3);
            assertThat(hesitant.messageIds).isEmpty();
            assertThat(states()).containsOnly("WAITING with text");
            pausesAreOver();
            assertThat(sendMails.send()).isZero();
            assertThat(hesitant.messageIds).hasSize(3).containsExactlyInAnyOrderElementsOf(idsInTheTable());
        }
    }

    @Test
    void whatANodeLeftWhenItDiedIsSentAgainUnderTheSameMessageId() throws Exception {
        urge(aCase().begins().does("task_classify=security"));
        sendMails.send();
        assertThat(received()).hasSize(3);
        Set<String> first = messageIds();
        // as if it had died between the server's answer and the mark: the text is there, the lease runs
        jdbc.sql("update notice_mail set state = 'SENDING', body = 'x', owner = ?, sent_at = null, next_at = ?")
                .params(
                        UUID.randomUUID().toString(),
                        Columns.utc(realClock.instant().plus(Outbox.LEASE)))
                .update();
        assertThat(sendMails.send()).isZero();
        assertThat(received()).as("nobody touches it during the lease").hasSize(3);
        pausesAreOver();
        sendMails.send();
        assertThat(received()).hasSize(6);
        assertThat(messageIds()).isEqualTo(first);
        assertThat(states()).containsOnly("SENT without text");
    }

    @Test
    void aNodeWhoseLeaseRanOutDoesNotOverruleTheOneThatTookOver() {
        urge(aCase().begins().does("task_classify=security"));
        UUID slow = UUID.randomUUID();
        List<MailTable.Queued> taken = outbox.take(slow, 10);
        assertThat(taken).hasSize(3);
        assertThat(outbox.take(UUID.randomUUID(), 10)).isEmpty();
        pausesAreOver();
        assertThat(sendMails.send()).isZero();
        outbox.settle(
                taken.stream()
                        .map(mail -> new MailTable.Settled(mail.id(), "WAITING", realClock.instant(), "late"))
                        .toList(),
                slow);
        assertThat(states()).containsOnly("SENT without text");
    }

    @Test
    void aThousandMailsArriveOnceEachFromTwoNodes() throws Exception {
        List<Person> people = IntStream.range(0, 1_000)
                .mapToObj(number -> new Person("thu" + number, "Người thử", "STTTT", Set.of(Groups.staff("STTTT"))))
                .toList();
        directory.welcome(people, "@thu.example");
        MailText text = MailText.of("Thử", List.of("Thử"));
        transaction.executeWithoutResult(status -> outbox.put(people.stream()
                .map(person -> new Mail(person.id(), Mail.Kind.URGENT, "thousand", text, null))
                .toList()));
        assertThat(together(sendMails::send)).containsExactly(0, 0);
        assertThat(received()).hasSize(1_000);
        assertThat(messageIds()).hasSize(1_000).isEqualTo(idsInTheTable());
        assertThat(addressees()).doesNotHaveDuplicates();
        jdbc.sql("update directory_person set active = false where id like 'thu%'")
                .update();
    }

    @Test
    void twoNodesWriteOneDigestForEachPerson() throws Exception {
        CaseDriver late = province.opens(
                AnAssignment.of("resources").dueOn(clock.today().minusDays(30).toString()));
        late.begins().does("task_classify=security").fires("timer_deadline");
        LocalDate day = workingDays.onOrAfter(clock.today());
        List<Integer> written = together(() -> writeDigests.write(day));
        List<String> recipients = jdbc.sql("select recipient from notice_mail where kind = 'DIGEST' and mail_key = ?")
                .param(day.toString())
                .query(String.class)
                .list();
        assertThat(recipients)
                .doesNotHaveDuplicates()
                .contains("head.stttt", OFFICER, "office1", "leader1")
                .doesNotContain("admin1", "inspector1");
        assertThat(written.stream().mapToInt(Integer::intValue).sum()).isEqualTo(recipients.size());
        assertThat(writeDigests.write(day)).isZero();

        sendMails.send();
        assertThat(received()).hasSameSizeAs(recipients);
        MimeMessage head = received().stream()
                .filter(mail -> to(mail).equals("head.stttt@giaoviec.example"))
                .findFirst()
                .orElseThrow();
        assertThat(head.getSubject()).startsWith("[Giao Việc] Việc cần lưu ý ngày ");
        assertThat(part(head, "text/plain")).contains("Quá hạn (", "/cases/" + late.key());
        assertThat(part(head, "text/html")).contains("<h2", "Quá hạn (");
        assertThat(part(head, "text/calendar")).contains("BEGIN:VEVENT", "DTSTART;VALUE=DATE:");
        MimeMessage office = received().stream()
                .filter(mail -> to(mail).equals("office1@giaoviec.example"))
                .findFirst()
                .orElseThrow();
        assertThat(part(office, "text/plain")).contains("Toàn tỉnh: ", "/cases/" + late.key());
        assertThat(part(office, "text/calendar")).isEmpty();
    }

    @Test
    void aTitleCannotBecomeAHeader() throws Exception {
        CaseDriver open = aCase().begins().does("task_classify=security");
        jdbc.sql("update plan_assignment set title_vi = ? where plan_year = ?")
                .params(
                        "A\r\nBcc: evil@evil.example\r\n\r\n<script>x</script>\n.\n- \u202e",
                        open.key().year())
                .update();
        urge(open);
        sendMails.send();
        assertThat(received()).hasSize(3).allSatisfy(mail -> {
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getSubject())
                    .isEqualTo("[Giao Việc] Đôn đốc: T-01 – A Bcc: evil@evil.example <script>x</script> . -");
            assertThat(part(mail, "text/html")).contains("&lt;script&gt;").doesNotContain("<script>");
        });
        assertThat(addressees()).doesNotContain("evil@evil.example");
    }

    @Test
    void whoHasNoAddressIsNotMailedAndNothingWaits() {
        jdbc.sql("update directory_person set email = null where id = ?")
                .param(OFFICER)
                .update();
        try {
            urge(aCase().begins().does("task_classify=security"));
            assertThat(sendMails.send()).isZero();
            assertThat(addressees()).hasSize(2).doesNotContain(OFFICER + "@giaoviec.example");
            assertThat(states())
                    .containsExactlyInAnyOrder("SENT without text", "SENT without text", "SKIPPED without text");
        } finally {
            jdbc.sql("update directory_person set email = ? where id = ?")
                    .params(OFFICER + "@giaoviec.example", OFFICER)
                    .update();
        }
    }

    @Test
    void aMailThatCouldNotBeSentForTwoDaysIsGivenUp() {
        urge(aCase().begins().does("task_classify=security"));
        jdbc.sql("update notice_mail set made_at = ?")
                .param(Columns.utc(realClock.instant().minus(Duration.ofDays(3))))
                .update();
        assertThat(sendMails.send()).isZero();
        assertThat(states()).hasSize(3).containsOnly("GIVEN_UP without text");
        assertThat(addressees()).isEmpty();
    }

    private CaseDriver aCase() {
        return province.opens(AnAssignment.of("resources"));
    }

    private void urge(CaseDriver of) {
        province.as("office1", () -> urgeUnit.urge(of.key(), "12/VP-TH", "Đề nghị khẩn trương", UUID.randomUUID()));
    }

    private void pausesAreOver() {
        jdbc.sql("update notice_mail set next_at = made_at").update();
    }

    private List<Integer> together(Callable<Integer> work) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> one : nodes.invokeAll(List.of(work, work))) {
                results.add(one.get());
            }
            return results;
        } finally {
            nodes.shutdown();
        }
    }

    private List<MimeMessage> received() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private List<String> addressees() {
        return received().stream().map(MailDeliveryTest::to).toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Set<String> messageIds() throws MessagingException {
        Set<String> ids = new HashSet<>();
        for (MimeMessage mail : received()) {
            ids.add(mail.getMessageID());
        }
        return ids;
    }

    private Set<String> idsInTheTable() {
        return jdbc.sql("select message_id from notice_mail").query(String.class).list().stream()
                .collect(Collectors.toSet());
    }

    private List<String> states() {
        return jdbc.sql("select state, body from notice_mail")
                .query((row, number) -> row.getString(1) + (row.getString(2) == null ? " without text" : " with text"))
                .list();
    }

    /** The parts of that type, decoded. */
    private static String part(Part of, String type) throws MessagingException, IOException {
        if (of.isMimeType(type)) {
            return of.getContent() instanceof String text
                    ? text
                    : new String(of.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        StringBuilder found = new StringBuilder();
        if (of.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) of.getContent();
            for (int at = 0; at < parts.getCount(); at++) {
                BodyPart one = parts.getBodyPart(at);
                found.append(part(one, type));
            }
        }
        return found.toString();
    }

    private static String whole(Part mail) throws MessagingException, IOException {
        return part(mail, "text/plain") + part(mail, "text/html");
    }

    /** A server that puts off whatever comes on its first connection, and takes everything afterwards. */
    private static final class HesitantServer implements AutoCloseable {
        private final List<String> messageIds = Collections.synchronizedList(new ArrayList<>());
        private final ServerSocket socket;

        HesitantServer(int port) throws IOException {
            socket = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(this::serve, "hesitant smtp");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            boolean takes = false;
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    talk(client, takes);
                    takes = true;
                } catch (IOException closed) {
                    // the test is over, or the client has gone
                }
            }
        }

        private void talk(Socket client, boolean takes) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            PrintWriter out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.UTF_8);
            say(out, "220 hesitant");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data) {
                    if (line.startsWith("Message-ID: ")) {
                        messageIds.add(line.substring("Message-ID: ".length()));
                    } else if (line.equals(".")) {
                        data = false;
                        say(out, "250 taken");
                    }
                } else if (line.startsWith("RCPT") && !takes) {
                    say(out, "451 4.7.1 come again");
                } else if (line.startsWith("DATA")) {
                    data = true;
                    say(out, "354 go on");
                } else if (line.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 good");
                }
            }
        }

        private static void say(PrintWriter out, String line) {
            out.print(line + "\r\n");
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
