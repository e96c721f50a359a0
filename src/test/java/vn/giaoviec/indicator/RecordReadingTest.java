package vn.giaoviec.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** A unit reports, another person of it decides, and what is approved stays. */
@EngineTest
class RecordReadingTest {
    private static final String OFFICER = "officer1.stttt";
    private static final String HEAD = "head.stttt";
    private static final String DEPUTY = "deputy.stttt";

    @Autowired
    Province province;

    @Autowired
    RecordReading recordReading;

    @Autowired
    DecideReading decideReading;

    @Autowired
    Readings readings;

    @Autowired
    Plans plans;

    @Autowired
    Directory directory;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    private int year;

    @BeforeEach
    void aPlan() {
        year = province.imports();
    }

    @Test
    void isEnteredDecidedOnAndLocked() {
        long id = enters(OFFICER, Map.of("numerator", "120", "denominator", "159", "document", "12/BC"));
        Reading waiting = one(id);
        assertThat(waiting.reported().measured().value()).as("computed").isEqualByComparingTo("75.47");
        assertThat(waiting.by()).isEqualTo(OFFICER);
        assertThat(waiting.state()).isEqualTo(Reading.State.PENDING);
        assertThat(series()).as("nothing counts yet").isEmpty();
        assertThat(waitingFor(HEAD)).isEqualTo(Map.of("CQ6", 1));
        assertThat(waitingFor("head.snv")).isEmpty();
        assertThat(waitingFor(OFFICER)).isEmpty();

        decides(HEAD, id, "approved", "");
        Reading approved = one(id);
        assertThat(approved.reported()).isEqualTo(waiting.reported());
        assertThat(Objects.requireNonNull(approved.decision()).by()).isEqualTo(HEAD);
        assertThat(series().get("CQ6")).satisfies(series -> assertThat(series.figures())
                .singleElement()
                .satisfies(figure -> assertThat(figure.readings()).containsExactly(approved)));
        assertThat(waitingFor(HEAD)).isEmpty();
        for (String again : List.of("approved", "returned")) {
            assertThatThrownBy(() -> decides(DEPUTY, id, again, "nghĩ lại"))
                    .isInstanceOf(Refusal.Conflict.class)
                    .hasMessage("refusal.readingDecided");
        }
        assertThat(one(id)).isEqualTo(approved);
    }

    @Test
    void bothStepsAreRecorded() {
        long id = enters(OFFICER, Map.of("value", "80,5"));
        decides(HEAD, id, "returned", "thiếu biểu số liệu");
        assertThat(facts("ReadingEntered", OFFICER, id))
                .singleElement()
                .asString()
                .contains("80.5", "CQ6", "STTTT", "Thống kê");
        assertThat(facts("ReadingDecided", HEAD, id))
                .singleElement()
                .asString()
                .contains("RETURNED", "thiếu biểu số liệu");
    }

    @Test
    void onlyTheOwningUnitEnters() {
        for (String person : List.of("officer1.snv", "head.snv", "office1", "leader1", "inspector1", "admin1")) {
            assertThatThrownBy(() -> enters(person, Map.of("value", "1")))
                    .as(person)
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        assertThatThrownBy(
                        () -> province.as(OFFICER, () -> recordReading.record(year, "H2", typed(Map.of("value", "1")))))
                .as("an indicator nobody owns")
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() ->
                        province.as(OFFICER, () -> recordReading.record(year, "NONE", typed(Map.of("value", "1")))))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(readings.of(year, "CQ6")).isEmpty();
    }

    @Test
    void onlyAnotherHeadOfTheUnitDecides() {
        long byOfficer = enters(OFFICER, Map.of("value", "1"));
        for (String person : List.of(OFFICER, "officer2.stttt", "head.snv", "office1", "leader1", "admin1")) {
            assertThatThrownBy(() -> decides(person, byOfficer, "approved", ""))
                    .as(person)
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        long byHead = enters(HEAD, Map.of("value", "1", "asOf", "2024-01-30"));
        assertThat(waitingFor(HEAD)).isEqualTo(Map.of("CQ6", 1));
        assertThatThrownBy(() -> decides(HEAD, byHead, "approved", ""))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessage("refusal.readingFourEyes");
        decides(DEPUTY, byHead, "approved", "");
        assertThat(one(byHead).stands()).isTrue();
        assertThat(one(byOfficer).waits()).isTrue();
    }

    @Test
    void aDecisionIsOneWithAReason() {
        long id = enters(OFFICER, Map.of("value", "1"));
        assertThatThrownBy(() -> decides(HEAD, id, "perhaps", "x")).hasMessage("refusal.readingDecision");
        assertThatThrownBy(() -> decides(HEAD, id, "returned", " ")).hasMessage("refusal.readingReturnReason");
        assertThatThrownBy(() -> decides(HEAD, id, "approved", "x".repeat(1_001)))
                .hasMessage("refusal.readingReturnReason");
        assertThatThrownBy(() -> decides(HEAD, id + 1_000_000, "approved", "")).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> province.as(HEAD, () -> decideReading.decide(year, "KT4", id, "approved", "")))
                .as("a reading of another indicator")
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(one(id).waits()).isTrue();
    }

    @Test
    void aPeriodIsReportedOnce() {
        long id = enters(OFFICER, Map.of("value", "70"));
        assertThat(enters(OFFICER, Map.of("value", "70,0"))).as("sent twice").isEqualTo(id);
        assertThatThrownBy(() -> enters("officer2.stttt", Map.of("value", "70")))
                .hasMessage("refusal.readingPeriodWaits");
        enters(OFFICER, Map.of("value", "70", "calculation", "FLOW", "from", "2024-01-01"));
        decides(HEAD, id, "returned", "sai nguồn");
        long second = enters(OFFICER, Map.of("value", "71"));
        decides(HEAD, second, "approved", "");
        assertThatThrownBy(() -> enters(OFFICER, Map.of("value", "72"))).hasMessage("refusal.readingPeriodApproved");
        assertThat(readings.of(year, "CQ6")).hasSize(3);
    }

    @Test
    void anApprovedReadingIsCorrectedByAnotherOneOnly() {
        long wrong = approved(Map.of("value", "97"));
        assertThatThrownBy(() -> enters(OFFICER, Map.of("value", "79", "corrects", "" + wrong)))
                .hasMessage("refusal.readingCorrectionReason");
        long right = corrects(wrong, Map.of("value", "79"));
        assertThatThrownBy(() -> corrects(wrong, Map.of("value", "80"))).hasMessage("refusal.readingCorrectionWaits");
        assertThat(one(wrong).stands()).as("until the correction is approved").isTrue();
        decides(HEAD, right, "approved", "");
        assertThat(one(wrong).correctedBy()).isEqualTo(right);
        assertThat(one(wrong).reported().measured().value()).isEqualByComparingTo("97");
        assertThat(Objects.requireNonNull(series().get("CQ6")).figures())
                .flatExtracting(Figure::readings)
                .containsExactly(one(right));
        assertThatThrownBy(() -> corrects(wrong, Map.of("value", "80"))).hasMessage("refusal.readingCorrects");
        assertThatThrownBy(() -> enters(OFFICER, Map.of("value", "80"))).hasMessage("refusal.readingPeriodApproved");

        long returned = corrects(right, Map.of("value", "80"));
        decides(HEAD, returned, "returned", "không đúng");
        assertThat(one(right).stands()).isTrue();
        decides(HEAD, corrects(right, Map.of("value", "81")), "approved", "");
        assertThat(one(right).stands()).isFalse();
    }

    @Test
    void aCorrectionMayMoveAReadingToAnotherPeriod() {
        long wrong = approved(Map.of("value", "50", "asOf", "2024-01-10"));
        long other = approved(Map.of("value", "51", "asOf", "2024-01-11"));
        assertThatThrownBy(() -> corrects(wrong, Map.of("value", "50", "asOf", "2024-01-11")))
                .hasMessage("refusal.readingPeriodApproved");
        long moved = corrects(wrong, Map.of("value", "50", "asOf", "2024-01-12"));
        assertThatThrownBy(() -> enters(OFFICER, Map.of("value", "1", "asOf", "2024-01-12")))
                .hasMessage("refusal.readingPeriodWaits");
        decides(HEAD, moved, "approved", "");
        long free = approved(Map.of("value", "49", "asOf", "2024-01-10"));
        assertThat(Objects.requireNonNull(series().get("CQ6")).figures())
                .flatExtracting(Figure::readings)
                .extracting(Reading::id)
                .containsExactly(free, other, moved);
    }

    @Test
    void whatIsReturnedOrElsewhereCannotBeCorrected() {
        long returned = enters(OFFICER, Map.of("value", "1"));
        decides(HEAD, returned, "returned", "sai");
        long pending = enters(OFFICER, Map.of("value", "1"));
        for (String corrects : List.of("" + returned, "" + pending, "999999999", "x", "9".repeat(30))) {
            assertThatThrownBy(() -> enters(
                            OFFICER, Map.of("value", "2", "asOf", "2024-01-02", "corrects", corrects, "reason", "sai")))
                    .as(corrects)
                    .hasMessage("refusal.readingCorrects");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value=|value|refusal.readingValue",
                "value=abc|value|refusal.readingNumber",
                "value=1.234|value|refusal.readingNumberAmbiguous",
                "numerator=1|denominator|refusal.readingBothParts",
                "denominator=1|numerator|refusal.readingBothParts",
                "numerator=1;denominator=0|denominator|refusal.readingDenominator",
                "numerator=99999999999999;denominator=0,0001|denominator|refusal.readingDenominator",
                "numerator=1;denominator=3;value=33|value|refusal.readingRatio",
                "value=1;asOf=|asOf|refusal.readingDay",
                "value=1;asOf=2024-02-30|asOf|refusal.readingDay",
                "value=1;asOf=tomorrow|asOf|refusal.readingDayToCome",
                "value=1;asOf=1999-12-31|asOf|refusal.readingDayTooOld",
                "value=1;calculation=|calculation|refusal.readingCalculation",
                "value=1;from=2024-01-01|from|refusal.readingStockHasOneDay",
                "value=1;calculation=FLOW|from|refusal.readingDay",
                "value=1;calculation=FLOW;from=2024-02-02;asOf=2024-02-01|from|refusal.readingDaysInOrder",
                "value=1;source=|source|refusal.readingSource",
            })
    void everyMistakeNamesItsField(String typed, String field, String key) {
        Map<String, String> fields = new HashMap<>();
        for (String part : typed.split(";", -1)) {
            String word = part.substring(part.indexOf('=') + 1);
            fields.put(
                    part.substring(0, part.indexOf('=')),
                    word.equals("tomorrow") ? clock.today().plusDays(1).toString() : word);
        }
        ReadingRefused refused = catchThrowableOfType(ReadingRefused.class, () -> enters(OFFICER, fields));
        assertThat(refused.problems())
                .extracting(ReadingRefused.Problem::field, ReadingRefused.Problem::key)
                .contains(org.assertj.core.groups.Tuple.tuple(field, key));
        assertThat(readings.of(year, "CQ6")).isEmpty();
    }

    @Test
    void allMistakesAreToldAtOnce() {
        ReadingRefused refused = catchThrowableOfType(
                ReadingRefused.class,
                () -> enters(OFFICER, Map.of("value", "?", "asOf", "", "source", "", "document", "x".repeat(101))));
        assertThat(refused.problems())
                .extracting(ReadingRefused.Problem::field)
                .containsExactly("asOf", "value", "source", "document");
    }

    @Test
    void aQuestionIsAnsweredAndADirectionHasAFigure() {
        assertThatThrownBy(() ->
                        province.as(OFFICER, () -> recordReading.record(year, "CQ1b", typed(Map.of("value", "1")))))
                .hasMessage("refusal.readingAnswer");
        long yes = province.as(OFFICER, () -> recordReading.record(year, "CQ1b", typed(Map.of("reached", "yes"))));
        assertThat(readings.of(year, "CQ1b"))
                .singleElement()
                .satisfies(reading -> assertThat(reading.id()).isEqualTo(yes))
                .satisfies(reading -> assertThat(reading.reported().measured()).isEqualTo(Measured.answer(true)));
        province.as("officer1.snv", () -> recordReading.record(year, "H1", typed(Map.of("value", "0,7531"))));
        assertThat(readings.of(year, "H1")).singleElement().satisfies(reading -> assertThat(
                        reading.reported().measured())
                .isEqualTo(Measured.figure(new BigDecimal("0.7531"))));
    }

    @Test
    void ofManyWhoDecideAtOnceOneDoes() throws Exception {
        for (int round = 0; round < 5; round++) {
            long id = enters(
                    OFFICER,
                    Map.of(
                            "value",
                            "1",
                            "asOf",
                            LocalDate.of(2023, 1, 1).plusDays(round).toString()));
            List<String> refusals = atOnce(
                    () -> decides(HEAD, id, "approved", ""), () -> decides(DEPUTY, id, "returned", "không đúng"));
            assertThat(refusals).as("one is refused").hasSize(1).isSubsetOf("refusal.readingDecided");
            assertThat(facts("ReadingDecided", HEAD, id).size()
                            + facts("ReadingDecided", DEPUTY, id).size())
                    .isEqualTo(1);
            boolean approved = one(id).state() == Reading.State.APPROVED;
            assertThat(Objects.requireNonNull(one(id).decision()).by()).isEqualTo(approved ? HEAD : DEPUTY);
        }
    }

    @Test
    void ofManyWhoEnterAtOnceOneDoes() throws Exception {
        List<String> refusals = atOnce(
                () -> enters(OFFICER, Map.of("value", "1")),
                () -> enters("officer2.stttt", Map.of("value", "2")),
                () -> enters(HEAD, Map.of("value", "3")));
        assertThat(refusals).hasSize(2).isSubsetOf("refusal.someoneWasFaster", "refusal.readingPeriodWaits");
        long only = readings.of(year, "CQ6").get(0).id();
        assertThat(readings.of(year, "CQ6")).hasSize(1);
        decides(DEPUTY, only, "approved", "");
        refusals = atOnce(
                () -> enters(
                        OFFICER, Map.of("value", "4", "asOf", "2024-01-05", "corrects", "" + only, "reason", "sai")),
                () -> enters("officer2.stttt", Map.of("value", "5", "corrects", "" + only, "reason", "sai")));
        assertThat(refusals).hasSize(1).isSubsetOf("refusal.someoneWasFaster", "refusal.readingCorrectionWaits");
    }

    /** What was refused of these. */
    private static List<String> atOnce(Runnable... actions) throws Exception {
        CyclicBarrier start = new CyclicBarrier(actions.length);
        ExecutorService people = Executors.newFixedThreadPool(actions.length);
        try {
            List<Future<String>> outcomes = IntStream.range(0, actions.length)
                    .mapToObj(at -> people.submit((Callable<String>) () -> {
                        start.await(30, TimeUnit.SECONDS);
                        try {
                            actions[at].run();
                            return "";
                        } catch (Refusal refusal) {
                            return refusal.key();
                        }
                    }))
                    .toList();
            return outcomes.stream()
                    .map(RecordReadingTest::outcome)
                    .filter(key -> !key.isEmpty())
                    .toList();
        } finally {
            people.shutdownNow();
        }
    }

    private static String outcome(Future<String> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    private static TypedReading typed(Map<String, String> fields) {
        Map<String, String> all =
                new HashMap<>(Map.of("calculation", "STOCK", "asOf", "2024-01-31", "source", "Thống kê của ngành"));
        all.putAll(fields);
        return TypedReading.of(all);
    }

    private long enters(String person, Map<String, String> fields) {
        return province.as(person, () -> recordReading.record(year, "CQ6", typed(fields)));
    }

    private long corrects(long id, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("corrects", String.valueOf(id));
        all.put("reason", "nhập nhầm");
        return enters(OFFICER, all);
    }

    private long approved(Map<String, String> fields) {
        long id = enters(OFFICER, fields);
        decides(HEAD, id, "approved", "");
        return id;
    }

    private Map<String, Series> series() {
        return readings.series(year, plans.targets(year));
    }

    private void decides(String person, long id, String decision, String reason) {
        province.as(person, () -> decideReading.decide(year, "CQ6", id, decision, reason));
    }

    private Reading one(long id) {
        return readings.of(year, "CQ6").stream()
                .filter(reading -> reading.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Integer> waitingFor(String person) {
        return readings.waitingFor(directory.person(person).orElseThrow(), year);
    }

    private List<String> facts(String action, String actor, long id) {
        return jdbc.sql("select facts from audit_entry where action = ? and actor = ? and facts like ?")
                .params(action, actor, "%\"reading\":" + id + ",%")
                .query(String.class)
                .list();
    }
}
