package vn.giaoviec.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.casework.Audience;
import vn.giaoviec.casework.CaseUrged;
import vn.giaoviec.casework.DeadlineSignalled;
import vn.giaoviec.casework.UrgeUnit;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.Absence;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/** Who is told of what, and what stands in the digest of a morning. No mail server here: nothing leaves the tables. */
@EngineTest
class NoticesTest {
    private static final String HEAD = "head.stttt";
    private static final String DEPUTY = "deputy.stttt";
    private static final String OFFICER = "officer1.stttt";
    private static final String SUBSTITUTE = "officer2.stttt";

    @LocalServerPort
    private int port;

    @Autowired
    private Province province;

    @Autowired
    private Absence absence;

    @Autowired
    private Notices notices;

    @Autowired
    private UrgeUnit urgeUnit;

    @Autowired
    private CollectDigests collect;

    @Autowired
    private ComposeMails compose;

    @Autowired
    private WriteDigests write;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private LocalDate today;

    @BeforeEach
    void aWorkingMorning() {
        today = workingDays.onOrAfter(clock.today());
    }

    @Test
    void theLadderTellsEachAudienceItsOwnPeople() {
        CaseDriver late = dueOn(today.minusDays(40));
        late.fires("timer_deadline");
        assertThat(recipients(late.key(), "DEADLINE"))
                .as("heads, plan office and leaders; no officer has it yet")
                .containsExactlyInAnyOrder(HEAD, DEPUTY, "office1", "office2", "leader1");
    }

    @Test
    void aReminderGoesToTheUnitsHeadsAndToTheOfficerWhoHasTheWork() {
        CaseDriver open = dueOn(today.plusDays(1)).begins().does("task_classify=security");
        signal(open, Audience.UNIT, -1);
        signal(open, Audience.UNIT, -1);
        assertThat(recipients(open.key(), "DEADLINE"))
                .as("once each, however often the event is told")
                .containsExactlyInAnyOrder(HEAD, DEPUTY, OFFICER);
    }

    @Test
    void returnedWorkIsToldToThoseItGoesBackTo() {
        CaseDriver work = dueOn(today.plusDays(30)).begins().throughResources();
        work.does("task_carryOut", "task_submit");
        assertThat(recipients(work.key(), "RETURNED")).isEmpty();
        work.does("task_approve=returned");
        assertThat(recipients(work.key(), "RETURNED")).containsExactly(OFFICER);
        assertThat(province.as(OFFICER, notices::mine).get(0)).satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.RETURNED);
            assertThat(notice.caseKey()).isEqualTo(work.key().toString());
            assertThat(work.waitsAt()).contains(notice.element());
            assertThat(notice.unread()).isTrue();
        });
        assertThat(mails(work.key()))
                .as("without a mail server nothing waits, and no text is kept")
                .containsExactly(OFFICER + " URGENT SKIPPED without text");
    }

    @Test
    void workSentBackToAGroupIsToldToItsMembers() {
        CaseDriver work = dueOn(today.plusDays(30)).does("task_receive=sentBack");
        assertThat(recipients(work.key(), "RETURNED")).containsExactlyInAnyOrder("office1", "office2");
    }

    @Test
    void whoeverStandsInIsToldTooAndOnlyOfWhatTheyStandInFor() {
        CaseDriver work = dueOn(today.plusDays(30)).begins().throughResources();
        absence.begins("head.stttt>officer2.stttt:HEAD", 1);
        try {
            signal(work, Audience.HEAD, 1);
            assertThat(recipients(work.key(), "DEADLINE")).containsExactlyInAnyOrder(HEAD, DEPUTY, SUBSTITUTE);
            work.does("task_carryOut", "task_submit", "task_approve=returned");
            assertThat(recipients(work.key(), "RETURNED"))
                    .as("work of an officer who is there")
                    .containsExactly(OFFICER);
            absence.begins("officer1.stttt>officer2.stttt:OWN", 1);
            work.does("task_carryOut", "task_submit", "task_approve=returned");
            province.as("office1", () -> urgeUnit.urge(work.key(), "3/VP-TH", "Đề nghị", UUID.randomUUID()));
        } finally {
            absence.nobody();
        }
        assertThat(recipients(work.key(), "RETURNED")).containsExactlyInAnyOrder(OFFICER, OFFICER, SUBSTITUTE);
        assertThat(recipients(work.key(), "URGED")).containsExactlyInAnyOrder(HEAD, DEPUTY, OFFICER, SUBSTITUTE);
        signal(work, Audience.HEAD, 3);
        assertThat(recipients(work.key(), "DEADLINE"))
                .as("back again: one notice more for the heads alone")
                .containsExactlyInAnyOrder(HEAD, DEPUTY, SUBSTITUTE, HEAD, DEPUTY);
    }

    @Test
    void anUrgingLetterReachesTheUnit() {
        CaseDriver open = dueOn(today.plusDays(30)).begins().does("task_classify=security");
        province.as("office1", () -> urgeUnit.urge(open.key(), "12/VP-TH", "Đề nghị khẩn trương", UUID.randomUUID()));
        assertThat(recipients(open.key(), "URGED")).containsExactlyInAnyOrder(HEAD, DEPUTY, OFFICER);
    }

    @Test
    void whatIsRolledBackWasNeverTold() {
        CaseDriver open = dueOn(today.plusDays(30)).begins().does("task_classify=security");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    events.publishEvent(new CaseUrged(open.key(), "1/VP", "gấp"));
                    assertThat(recipients(open.key(), "URGED")).hasSize(3);
                    throw new IllegalStateException("lost");
                }))
                .hasMessage("lost");
        assertThat(recipients(open.key(), "URGED")).isEmpty();
        assertThat(mails(open.key())).isEmpty();
        assertThatThrownBy(() -> events.publishEvent(new CaseUrged(open.key(), "1/VP", "gấp")))
                .as("an event outside of a transaction")
                .hasMessageContaining("transaction");
    }

    @Test
    void oneReadsOwnNoticesOnly() {
        CaseDriver open = dueOn(today.plusDays(1)).begins().does("task_classify=security");
        signal(open, Audience.UNIT, -1);
        long officers = province.as(OFFICER, notices::mine).get(0).id();
        int before = notices.unread(OFFICER);
        province.as(HEAD, () -> notices.read(officers, officers));
        assertThat(notices.unread(OFFICER)).isEqualTo(before);
        province.as(OFFICER, () -> notices.read(officers, officers));
        assertThat(notices.unread(OFFICER)).isEqualTo(before - 1);
        assertThat(province.as(OFFICER, notices::mine).get(0).unread()).isFalse();
    }

    @Test
    void thePageShowsWhatIsNewAndTakesItsMarkBack() {
        CaseDriver open = dueOn(today.plusDays(1)).begins().does("task_classify=security");
        signal(open, Audience.UNIT, -1);
        TasklistClient officer = TasklistClient.signIn(port, OFFICER);
        String page = officer.get("/notices").body();
        assertThat(page).contains("/cases/" + open.key(), "Chưa đọc", "Sắp đến hạn");
        assertThat(officer.get("/plan").body()).contains("thông báo chưa đọc");
        officer.submit("/notices", "/notices/read", Map.of("first", "0", "last", String.valueOf(Long.MAX_VALUE)));
        assertThat(officer.get("/notices").body())
                .contains("/cases/" + open.key())
                .doesNotContain("Chưa đọc", "thông báo chưa đọc");
    }

    @Test
    void aHeadSeesTheUnitsCasesAnOfficerTheOwnAndOthersNeither() {
        CaseDriver late = dueOn(today.minusDays(20)).begins().does("task_classify=security");
        CaseDriver soon =
                dueOn(workingDays.after(today, 7).toString(), "SNV").begins().does("task_classify=security");
        CaseDriver far = dueOn(workingDays.after(today, 8)).begins().does("task_classify=security");
        CaseDriver unassigned = dueOn(today.plusDays(1));

        assertThat(keys(digest(HEAD).overdue())).contains(late.key());
        assertThat(keys(digest(HEAD).dueSoon())).contains(unassigned.key()).doesNotContain(soon.key(), far.key());
        assertThat(keys(digest(HEAD).calendar())).contains(late.key(), far.key(), unassigned.key());
        assertThat(keys(digest(OFFICER).overdue())).contains(late.key());
        assertThat(keys(digest(OFFICER).dueSoon())).doesNotContain(unassigned.key());
        assertThat(keys(digest("officer2.stttt").overdue())).doesNotContain(late.key());
        assertThat(keys(digest("head.snv").dueSoon())).contains(soon.key());
        assertThat(keys(digest("head.snv").overdue())).doesNotContain(late.key());
        assertThat(digest(HEAD).province()).isNull();
    }

    /** Between two reports nothing of a recurring task is due; a report that fell due is told like any deadline. */
    @Test
    void aReportThatIsDueIsToldAndStandsInTheCalendar() throws Exception {
        CaseDriver recurring = province.opens(AnAssignment.of("resources")
                .dueOn(today.plusDays(400).toString())
                .deadline("hằng quý"));
        recurring.begins();
        assertThat(keys(digest(HEAD).dueSoon())).doesNotContain(recurring.key());
        province.turns(today.plusDays(100));
        recurring.fires("timer_deadline");
        assertThat(recurring.waitsAt()).contains("task_reportPeriod");
        today = workingDays.onOrAfter(clock.today());
        Digest told = digest(HEAD);
        assertThat(Stream.concat(told.overdue().stream(), told.dueSoon().stream())
                        .filter(one -> one.caseKey().equals(recurring.key().toString())))
                .singleElement()
                .satisfies(one -> assertThat(one.nextDueOn()).isBefore(one.dueOn()));
        assertThat(compose.digest(told).text().body()).contains("báo cáo kỳ, thời hạn");
        assertThat(compose.digest(told).calendar()).contains("Hạn báo cáo kỳ T-01");
        while (recurring.waitsAt().contains("task_reportPeriod")) {
            recurring.does("task_reportPeriod");
        }
        assertThat(keys(digest(HEAD).overdue())).doesNotContain(recurring.key());
        assertThat(keys(digest(HEAD).dueSoon())).doesNotContain(recurring.key());
    }

    /** The council's decision waits at the appraiser, where nobody is named. */
    @Test
    void whatWaitsForAnyOfTheAppraisersStaffIsToldToThem() {
        CaseDriver open = province.opens(AnAssignment.of("research")).begins().does("task_propose");
        assertThat(open.waitsAt()).containsExactly("task_councilReview");
        assertThat(digest("officer1.skhcn").waiting())
                .extracting(Digest.Waiting::caseKey)
                .contains(open.key().toString());
        assertThat(digest(OFFICER).waiting())
                .extracting(Digest.Waiting::caseKey)
                .doesNotContain(open.key().toString());
    }

    @Test
    void whatWasHandedInIsNoWorryOfTheUnitAnyMore() {
        CaseDriver submitted = dueOn(today.plusDays(1)).begins().throughResources();
        submitted.does("task_carryOut", "task_submit");
        assertThat(keys(digest(HEAD).dueSoon())).doesNotContain(submitted.key());
        assertThat(digest(HEAD).waiting())
                .extracting(Digest.Waiting::caseKey)
                .as("but the head has to approve it")
                .contains(submitted.key().toString());
        assertThat(digest(OFFICER).waiting()).isEmpty();
    }

    @Test
    void thoseWhoSteerGetCountsAndWhatWasEscalatedToThem() {
        CaseDriver escalated = dueOn(today.minusDays(40));
        CaseDriver late = dueOn(today.minusDays(1));
        escalated.fires("timer_deadline");
        CaseDriver waits = dueOn(today.plusDays(30)).does("task_receive=sentBack");
        Digest office = digest("office1");
        assertThat(keys(office.overdue())).contains(escalated.key()).doesNotContain(late.key());
        assertThat(office.calendar()).isEmpty();
        assertThat(office.province()).satisfies(counts -> {
            assertThat(counts.overdue()).isGreaterThanOrEqualTo(2);
            assertThat(counts.open()).isGreaterThan(counts.overdue());
        });
        assertThat(office.waiting())
                .extracting(Digest.Waiting::caseKey)
                .contains(waits.key().toString());
        assertThat(office.returned())
                .extracting(Digest.Returned::caseKey)
                .contains(waits.key().toString());
        assertThat(keys(digest("leader1").overdue())).contains(escalated.key());
        assertThat(compose.digest(office).text().body())
                .contains("Toàn tỉnh: ", "Quá hạn (", "/cases/" + escalated.key())
                .doesNotContain("Lãnh đạo", "Lý do thử");
        assertThat(digest("admin1").saysNothing()).isTrue();
    }

    @Test
    void returnedWorkStandsInTheNextDigestUnlessItWasReadOrDone() {
        CaseDriver work = dueOn(today.plusDays(30)).begins().throughResources();
        work.does("task_carryOut", "task_submit", "task_approve=returned");
        assertThat(returned(OFFICER)).contains(work.key().toString());
        long notice = province.as(OFFICER, notices::mine).get(0).id();
        province.as(OFFICER, () -> notices.read(notice, notice));
        assertThat(returned(OFFICER)).doesNotContain(work.key().toString());
    }

    private List<String> returned(String person) {
        return digest(person).returned().stream().map(Digest.Returned::caseKey).toList();
    }

    @Test
    void nobodyIsWrittenToOnASundayOrAHoliday() {
        dueOn(LocalDate.of(2024, 1, 15));
        LocalDate sunday = LocalDate.of(2024, 3, 3);
        LocalDate kingsDay = LocalDate.of(2024, 4, 18);
        assertThat(write.write(sunday)).isZero();
        assertThat(write.write(kingsDay)).isZero();
        assertThat(digests(sunday) + digests(kingsDay)).isZero();
        LocalDate workedSaturday = LocalDate.of(2024, 5, 4);
        assertThat(write.write(workedSaturday)).isPositive();
        assertThat(digests(workedSaturday)).isPositive();
    }

    @Test
    void whatADigestToldIsNotToldAgain() {
        CaseDriver escalated = dueOn(today.minusDays(40));
        escalated.fires("timer_deadline");
        LocalDate day = aDayWithoutDigests();
        assertThat(write.write(day)).isPositive();
        assertThat(write.write(day)).as("a second time").isZero();
        assertThat(pending(escalated.key())).isZero();
        assertThat(keys(digest("office1").overdue())).doesNotContain(escalated.key());
        assertThat(keys(digest(HEAD).overdue()))
                .as("the head's own overdue case stays")
                .contains(escalated.key());
    }

    /** Each test writes another day. */
    private LocalDate aDayWithoutDigests() {
        LocalDate latest = jdbc.sql("select max(on_day) from notice_digest")
                .query(LocalDate.class)
                .optional()
                .orElse(today);
        return workingDays.after(latest.isAfter(today) ? latest : today, 1);
    }

    private CaseDriver dueOn(LocalDate day) {
        return dueOn(day.toString(), "STTTT");
    }

    private CaseDriver dueOn(String day, String unit) {
        return province.opens(AnAssignment.of("resources").ledBy(unit).dueOn(day));
    }

    private void signal(CaseDriver of, Audience audience, int step) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new DeadlineSignalled(of.key(), audience, step, of.now().dueOn())));
    }

    private Digest digest(String person) {
        return collect.collect(today).digests().stream()
                .filter(digest -> digest.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private static List<CaseKey> keys(List<DueCase> cases) {
        return cases.stream().map(one -> CaseKey.of(one.caseKey())).toList();
    }

    private List<String> recipients(CaseKey key, String kind) {
        return jdbc.sql("select recipient from notice_notice where case_key = ? and kind = ?")
                .params(key.toString(), kind)
                .query(String.class)
                .list();
    }

    private List<String> mails(CaseKey key) {
        return jdbc.sql("select recipient, kind, state, body from notice_mail where mail_key like ?")
                .param(key + " %")
                .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)
                        + (row.getString(4) == null ? " without text" : " with text"))
                .list();
    }

    private int digests(LocalDate day) {
        return jdbc.sql("select count(*) from notice_mail where kind = 'DIGEST' and mail_key = ?")
                .param(day.toString())
                .query(Integer.class)
                .single();
    }

    private int pending(CaseKey key) {
        return jdbc.sql("select count(*) from notice_notice where case_key = ? and digest_on is null")
                .param(key.toString())
                .query(Integer.class)
                .single();
    }
}
