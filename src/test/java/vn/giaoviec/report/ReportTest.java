package vn.giaoviec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.report.Changes.CaseChange;
import vn.giaoviec.report.Changes.Happening;
import vn.giaoviec.report.FigureKey.Scope;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.Province;

/** What a report says, and that it goes on saying it whatever happens afterwards. */
@ReportedYear
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportTest {
    private static final int YEAR = ReportedProvince.YEAR;
    private static final String OFFICE = ReportedProvince.OFFICE;

    @Autowired
    Province province;

    @Autowired
    ReportedProvince reported;

    @Autowired
    MakeReport makeReport;

    @Autowired
    Reports reports;

    @Autowired
    AuditLog audit;

    private Report first;
    private Report second;

    @BeforeAll
    void begins() {
        reported.lives();
        first = reported.first();
        second = reported.second();
    }

    @Test
    @Order(1)
    void figuresAreThoseCountedByHand() {
        Figures figures = Figures.of(first.content());
        assertThat(first.content().period())
                .isEqualTo(new ReportPeriod(
                        ReportKind.QUARTER, YEAR, 1, LocalDate.of(2024, 12, 15), LocalDate.of(2025, 3, 14)));
        assertThat(counts(figures.whole())).containsExactly(5, 1, 1, 0, 4, 2, 2, 0, 0, 1, 0);
        assertThat(figures.units())
                .extracting(Figures.Line::code, line -> line.count(Count.TOTAL), line -> line.count(Count.OPEN_LATE))
                .containsExactly(tuple("SKHCN", 1, 0), tuple("SNV", 1, 1), tuple("STTTT", 3, 1));
        assertThat(figures.groups()).extracting(line -> line.count(Count.TOTAL)).containsExactly(1, 0, 0, 4, 0);
        assertThat(figures.pillars()).singleElement().satisfies(line -> assertThat(counts(line))
                .containsExactly(4, 1, 1, 0, 3, 1, 2, 0, 0, 1, 0));
        assertThat(first.content().cases())
                .filteredOn(one -> one.standing().name().equals("OPEN_LATE"))
                .extracting(ReportedCase::assignment, ReportedCase::lateDays, ReportedCase::reason)
                .containsExactly(tuple("T-01", 2, null), tuple("T-02", 4, "chờ ý kiến của Bộ"));
        assertThat(first.content().indicators())
                .extracting(
                        ReportedIndicator::code,
                        one -> one.latest() == null
                                ? ""
                                : String.valueOf(one.latest().measured()),
                        one -> one.status().name(),
                        ReportedIndicator::acceptedCases,
                        ReportedIndicator::cases)
                .contains(
                        tuple("CQ6", "4E+1", "NOT_REACHED", 1, 3),
                        tuple("KT4", "61", "REACHED", 0, 2),
                        tuple("H1", "", "NO_READING", 0, 1));
    }

    @Test
    @Order(1)
    void sumsAreReconciledAndFiguresLeadToTheirCases() {
        for (Report report : List.of(first, second)) {
            Snapshot content = report.content();
            Figures figures = Figures.of(content);
            Stream.of(List.of(figures.whole()), figures.groups(), figures.pillars(), figures.units())
                    .flatMap(List::stream)
                    .forEach(line -> {
                        assertThat(line.count(Count.TOTAL))
                                .isEqualTo(
                                        line.count(Count.DONE) + line.count(Count.OPEN) + line.count(Count.SUSPENDED));
                        assertThat(line.count(Count.DONE))
                                .isEqualTo(line.count(Count.DONE_IN_TIME) + line.count(Count.DONE_LATE));
                        assertThat(line.count(Count.OPEN))
                                .isEqualTo(line.count(Count.OPEN_IN_TIME) + line.count(Count.OPEN_LATE));
                    });
            assertThat(figures.units().stream()
                            .mapToInt(line -> line.count(Count.TOTAL))
                            .sum())
                    .isEqualTo(figures.whole().count(Count.TOTAL));
            assertThat(figures.groups().stream()
                            .mapToInt(line -> line.count(Count.TOTAL))
                            .sum())
                    .isEqualTo(figures.whole().count(Count.TOTAL));
            figures.all().forEach((key, number) -> {
                assertThat(FigureKey.read(key.toString())).contains(key);
                assertThat(Figures.cases(content, key)).hasSize(number);
            });
        }
        assertThat(Figures.cases(first.content(), new FigureKey(Scope.UNIT, "SNV", Count.OPEN_LATE)))
                .extracting(ReportedCase::caseKey)
                .containsExactly("2025/T-02/SNV");
    }

    @Test
    @Order(1)
    void whatHappensAfterwardsChangesNothingOfIt() {
        Report stored = find(first);
        assertThat(stored).isEqualTo(first);
        Reports.Verification verification = province.as("inspector1", () -> reports.verify(stored));
        assertThat(verification.difference()).isEqualTo(new Changes(List.of(), List.of(), List.of()));
        assertThat(verification.genuine()).isTrue();
        assertThat(verification.derived()).isTrue();
        assertThat(verification.recorded()).isEqualTo(first.sha256());
    }

    @Test
    @Order(1)
    void whatChangedSinceIsNamed() {
        Changes changes = province.as(OFFICE, () -> reports.sinceBefore(second)).orElseThrow();
        assertThat(changes.cases())
                .extracting(change -> change.after().assignment(), CaseChange::happened)
                .containsExactlyInAnyOrder(
                        tuple("T-01", List.of(Happening.DONE)),
                        tuple("T-03", List.of(Happening.EXTENDED)),
                        tuple("T-04", List.of(Happening.CANCELLED)),
                        tuple("T-05", List.of(Happening.REOPENED, Happening.LATE)));
        assertThat(changes.indicators())
                .extracting(Changes.IndicatorChange::code, Changes.IndicatorChange::corrected)
                .containsExactly(tuple("CQ6", false), tuple("KT4", true));
        assertThat(changes.figures())
                .filteredOn(change -> change.key().scope() == Scope.WHOLE)
                .extracting(change -> change.key().count(), Changes.FigureChange::before, Changes.FigureChange::after)
                .containsExactly(
                        tuple(Count.TOTAL, 5, 4),
                        tuple(Count.DONE_IN_TIME, 1, 0),
                        tuple(Count.DONE_LATE, 0, 1),
                        tuple(Count.OPEN, 4, 3),
                        tuple(Count.OPEN_IN_TIME, 2, 1),
                        tuple(Count.OTHER, 0, 1));
        assertThat(second.content().cases())
                .filteredOn(one -> one.assignment().equals("T-01"))
                .extracting(ReportedCase::reason, ReportedCase::lateDays, ReportedCase::acceptedOn)
                .containsExactly(tuple("thiếu kinh phí", 4, LocalDate.of(2025, 3, 18)));
        Changes sinceThen = province.as(OFFICE, () -> reports.sinceThen(first));
        assertThat(sinceThen.cases()).hasSize(4);
        assertThat(province.as(OFFICE, () -> reports.sinceThen(second)).none()).isTrue();
        assertThat(province.as(OFFICE, () -> reports.before(first))).isEmpty();
    }

    @Test
    @Order(1)
    void theLedgerHasNumberAndHash() {
        assertThat(audit.of(MakeReport.ReportMade.class))
                .extracting(entry -> entry.facts().contains("\"01/BC/2025\"")
                        && entry.facts().contains(first.sha256()))
                .startsWith(true, false);
        assertThat(first.written()).isEqualTo("01/BC/2025");
        assertThat(second.written()).isEqualTo("02/BC/2025");
    }

    @Test
    @Order(1)
    void canonicalTextIsTheSameAgain() {
        String text = first.snapshot();
        assertThat(CanonicalJson.write(CanonicalJson.read(text))).isEqualTo(text);
        assertThat(text)
                .startsWith("{\"cases\":[{\"acceptedOn\":")
                .contains("\"to\":\"2025-03-14\"", "chờ ý kiến của Bộ", "\"measured\":40")
                .doesNotContain("\n", ": ");
    }

    @Test
    @Order(1)
    void whatWasTamperedWithIsFound() {
        Report forged = with(first, first.snapshot().replace("OPEN_LATE", "OPEN_IN_TIME"), first.sha256());
        assertThat(forged.matches()).isFalse();
        assertThat(verified(forged).genuine()).isFalse();
        assertThat(verified(forged).derived()).isFalse();
        Report thorough = with(first, forged.snapshot(), CanonicalJson.sha256(forged.snapshot()));
        assertThat(thorough.matches()).isTrue();
        assertThat(verified(thorough).genuine())
                .as("the ledger has another hash")
                .isFalse();
        Report broken = with(first, first.snapshot().substring(1), first.sha256());
        assertThat(verified(broken).difference()).isNull();
        assertThat(verified(broken).derived()).isFalse();
    }

    @Test
    @Order(1)
    void onlyThePlanOfficeMakesThemOfDaysThatAreOver() {
        Stream.of("leader1", "head.stttt", "inspector1", "admin1").forEach(person -> assertThatThrownBy(
                        () -> province.as(person, () -> makeReport.make(YEAR, "quarter-1", null)))
                .isInstanceOf(Refusal.Forbidden.class));
        refused("quarter-1", LocalDate.of(2025, 3, 19), "refusal.reportTooEarly");
        refused("quarter-1", LocalDate.of(2024, 12, 14), "refusal.reportBeforePeriod");
        refused("quarter-5", null, "refusal.reportPeriod");
        refused("year-1", null, "refusal.reportTooEarly");
        assertThat(reported.makes("quarter-1", null))
                .as("made again, word by word")
                .isEqualTo(first);
        Stream.of("head.stttt", "officer1.stttt", "admin1")
                .forEach(person -> assertThatThrownBy(() -> province.as(person, () -> reports.find(2025, 1)))
                        .isInstanceOf(Refusal.Forbidden.class));
        assertThatThrownBy(() -> province.as("leader1", () -> reports.find(2025, 999)))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    @Order(2)
    void numbersHaveNoGapsThoughTwoMakeThemAtOnce() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            CyclicBarrier together = new CyclicBarrier(4);
            List<Future<Report>> made = Stream.of(1, 2, 3, 4)
                    .map(maker -> people.submit(() -> {
                        together.await(30, TimeUnit.SECONDS);
                        return province.as(
                                maker % 2 == 0 ? OFFICE : "office2",
                                () -> makeReport.make(YEAR, "quarter-1", LocalDate.of(2025, 3, 4 + maker)));
                    }))
                    .toList();
            for (Future<Report> one : made) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(province.as(OFFICE, reports::all)).extracting(Report::number).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(province.as(OFFICE, () -> reports.before(second))).contains(first);
    }

    private void refused(String period, @Nullable LocalDate cutOff, String rule) {
        assertThatThrownBy(() -> reported.makes(period, cutOff)).hasMessage(rule);
    }

    private Reports.Verification verified(Report report) {
        return province.as("inspector1", () -> reports.verify(report));
    }

    private Report find(Report report) {
        return province.as("leader1", () -> reports.find(report.year(), report.number()));
    }

    private static Report with(Report report, String snapshot, String sha256) {
        return new Report(
                report.year(),
                report.number(),
                report.planYear(),
                report.period(),
                snapshot,
                sha256,
                report.by(),
                report.byName(),
                report.at());
    }

    private static List<Integer> counts(Figures.Line line) {
        return Stream.of(Count.values()).map(line::count).toList();
    }
}
