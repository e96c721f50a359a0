package vn.giaoviec.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.RequestExtension;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/** Due dates as other programs read them: without signing in, by an address that can be taken back. */
@EngineTest
class CalendarFeedTest {
    private static final String OFFICER = "officer1.sct";
    private static final String HEAD = "head.sct";

    @LocalServerPort
    private int port;

    @Autowired
    private Province province;

    @Autowired
    private CalendarFeed feed;

    @Autowired
    private RequestExtension requestExtension;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anOfficerSubscribesToTheOwnDueDates() throws Exception {
        CaseDriver own = opened().begins().does("task_classify=security");
        CaseDriver nobodys = opened();
        TasklistClient officer = TasklistClient.signIn(port, OFFICER);
        String page = officer.submit("/notices", "/notices/feed", Map.of()).body();
        String address = address(page);
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();

        VEvent event = event(answer.body(), own).orElseThrow();
        assertThat(value(event, Property.DTSTART)).isEqualTo(day(own.now().dueOn()));
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(event, Property.URL)).endsWith("/cases/" + own.key());
        assertThat(event(answer.body(), nobodys)).isEmpty();
        assertThat(officer.get("/notices").body())
                .as("the address is told once")
                .doesNotContain("/calendar/feed/");
    }

    @Test
    void aHeadSubscribesToTheUnits() throws Exception {
        CaseDriver unassigned = opened();
        String text = read(province.as(HEAD, feed::open));
        assertThat(event(text, unassigned)).isPresent();
        assertThat(text).doesNotContain("officer1");
    }

    @Test
    void aMovedDeadlineIsTheSameEventWithAHigherSequence() throws Exception {
        CaseDriver open = opened().begins().does("task_classify=security");
        String address = province.as(OFFICER, feed::open);
        VEvent before = event(read(address), open).orElseThrow();
        assertThat(value(before, Property.DTSTAMP)).matches("\\d{8}T\\d{6}Z");
        LocalDate asked = open.now().dueOn().plusDays(21);
        province.as(OFFICER, () -> requestExtension.request(open.key(), asked, "Thiếu số liệu", UUID.randomUUID()));
        open.step("task_decideExtension").by("leader1").choosing("granted").complete();
        VEvent after = event(read(address), open).orElseThrow();
        assertThat(value(after, Property.UID)).isEqualTo(value(before, Property.UID));
        assertThat(value(after, Property.SEQUENCE)).isEqualTo("1");
        // or the working day before, where the day asked for is none
        assertThat(value(after, Property.DTSTART))
                .isEqualTo(day(open.now().dueOn()))
                .isNotEqualTo(value(before, Property.DTSTART));
        assertThat(read(address)).as("nothing changed, not a byte differs").isEqualTo(read(address));
    }

    @Test
    void whatIsDoneIsNotDue() throws Exception {
        CaseDriver done = opened().begins().throughResources();
        String address = province.as(OFFICER, feed::open);
        assertThat(event(read(address), done)).isPresent();
        done.finishes();
        assertThat(event(read(address), done)).isEmpty();
    }

    @Test
    void titlesAreEscapedAndLinesFoldedByOctets() throws Exception {
        CaseDriver open = opened().begins().does("task_classify=security");
        String title = "Rà soát, đánh giá; \"mở\" \\ và ứng dụng chữ ký số trong giải quyết thủ tục hành chính của sở";
        jdbc.sql("update plan_assignment set title_vi = ? where plan_year = ?")
                .params(title + "\r\nBEGIN:VALARM", open.key().year())
                .update();
        String text = read(province.as(OFFICER, feed::open));
        assertThat(value(event(text, open).orElseThrow(), Property.SUMMARY))
                .isEqualTo("Hạn T-01: " + title + " BEGIN:VALARM");
        assertThat(text).contains("\r\n ").doesNotContain("\r\nBEGIN:VALARM");
        assertThat(text.replace("\r\n ", "")).contains("soát\\, đánh giá\\; \"mở\" \\\\ và");
        assertThat(text.split("\r\n", -1)).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void whoeverHasNoValidTokenLearnsNothing() throws Exception {
        String first = province.as(OFFICER, feed::open);
        String second = province.as(OFFICER, feed::open);
        nothingAt(first);
        assertThat(get(second).statusCode()).isEqualTo(200);
        province.as(OFFICER, feed::revoke);
        nothingAt(second);
        assertThat(province.as(OFFICER, feed::since)).isEmpty();
        nothingAt("/calendar/feed/x.ics");
        nothingAt("/calendar/feed/%27%20or%201=1.ics");
    }

    @Test
    void aPersonWhoIsGoneIsReadByNobody() throws Exception {
        String address = province.as("officer2.sct", feed::open);
        jdbc.sql("update directory_person set active = false where id = 'officer2.sct'")
                .update();
        try {
            nothingAt(address);
        } finally {
            jdbc.sql("update directory_person set active = true where id = 'officer2.sct'")
                    .update();
        }
    }

    @Test
    void theTokenIsNotKept() {
        String address = province.as(HEAD, feed::open);
        String token = address.replaceAll(".*/|\\.ics$", "");
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        String kept = jdbc.sql("select token_sha256 from notice_feed where person = ?")
                .param(HEAD)
                .query(String.class)
                .single();
        assertThat(kept).isEqualTo(Sha256.of(token)).isNotEqualTo(token);
        assertThat(jdbc.sql("select facts from audit_entry where action = 'FeedOpened'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(facts -> facts.contains(token));
    }

    private CaseDriver opened() {
        return province.opens(AnAssignment.of("resources")
                .ledBy("SCT")
                .dueOn(clock.today().plusDays(60).toString()));
    }

    private static String address(String page) {
        Matcher found = Pattern.compile("<code>https?://[^/]+(/calendar/feed/[^<]+)</code>")
                .matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        String path = address.replaceFirst("https?://[^/]+", "");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    private String read(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void nothingAt(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static Optional<VEvent> event(String text, CaseDriver of) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        calendar.validate();
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .filter(event -> value(event, Property.URL).endsWith("/cases/" + of.key()))
                .findFirst();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }

    private static String day(LocalDate day) {
        return day.toString().replace("-", "");
    }
}
