package vn.giaoviec.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;

/** An inspector finds what was done by whom, where, when and what was refused; and that is recorded as well. */
@EngineTest
class SearchAuditTest {
    private static final EntryFilter ANYTHING = new EntryFilter(null, null, null, null, null, null, false);

    @Autowired
    Province province;

    @Autowired
    SearchAudit search;

    @Autowired
    BusinessClock clock;

    private CaseDriver driver;

    @BeforeEach
    void aCase() {
        driver = province.opens(AnAssignment.of("resources")).begins();
        assertThatThrownBy(() -> driver.step("task_classify").unfilled().complete())
                .isInstanceOf(Exception.class);
    }

    @Test
    void findsByEachOfItsConditions() {
        CaseKey key = driver.key();
        LocalDate today = clock.today();
        assertThat(found(new EntryFilter(null, null, key, null, null, null, false)))
                .isNotEmpty()
                .allMatch(entry -> key.toString().equals(entry.caseKey()))
                .noneMatch(entry -> entry.action().equals("RowsLeft"));
        assertThat(found(new EntryFilter("head.stttt", null, key, null, null, null, false)))
                .isNotEmpty()
                .allMatch(entry -> "head.stttt".equals(entry.actor()));
        assertThat(found(new EntryFilter(null, key.unit(), null, "StepCompleted", null, null, false)))
                .isNotEmpty()
                .allMatch(entry -> entry.caseKey() != null
                        && entry.caseKey().endsWith("/" + key.unit())
                        && entry.action().equals("StepCompleted"));
        assertThat(found(new EntryFilter(null, "SNV", key, null, null, null, false)))
                .isEmpty();
        assertThat(found(new EntryFilter(null, null, key, null, today, today, false)))
                .isNotEmpty();
        assertThat(found(new EntryFilter(null, null, key, null, today.plusDays(1), null, false)))
                .isEmpty();
        assertThat(found(new EntryFilter(null, null, key, null, null, today.minusDays(1), false)))
                .isEmpty();
        assertThat(found(new EntryFilter(null, null, key, null, null, null, true)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).startsWith("refusal."));
        assertThat(found(new EntryFilter(null, null, key, "RowsLeft", null, null, false)))
                .as("digests, when they are asked for")
                .isNotEmpty();
    }

    @Test
    void goesOnWhereThePageEnded() {
        EntryFilter all = new EntryFilter(null, null, driver.key(), "StepCompleted", null, null, false);
        List<Entry> whole = found(all);
        assertThat(whole).hasSizeGreaterThan(1).isSortedAccordingTo((one, other) -> Long.compare(other.id(), one.id()));
        List<Entry> first = province.as("inspector1", () -> search.before(all, Long.MAX_VALUE, 1));
        assertThat(province.as(
                        "inspector1", () -> search.before(all, first.get(0).id(), 100)))
                .isEqualTo(whole.subList(1, whole.size()));
    }

    @Test
    void eachSearchIsRecordedAndInAsManyStatementsForMuchAsForLittle() {
        EntryFilter mine = new EntryFilter("inspector1", null, null, "AuditSearched", null, null, false);
        int before = found(mine).size();
        assertThat(found(mine)).hasSize(before + 1);
        assertThat(Statements.during(() -> found(ANYTHING))).hasSizeLessThan(10);
    }

    @Test
    void nobodyElseFindsAnything() {
        for (String person : List.of("admin1", "office1", "leader1", "head.stttt", "officer1.stttt")) {
            assertThatThrownBy(() -> province.as(person, () -> search.before(ANYTHING, Long.MAX_VALUE, 1)))
                    .isInstanceOf(Refusal.Forbidden.class);
            assertThatThrownBy(() -> province.as(person, () -> search.exports(ANYTHING, "csv")))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
    }

    private List<Entry> found(EntryFilter filter) {
        return province.as("inspector1", () -> search.before(filter, Long.MAX_VALUE, 1_000));
    }
}
