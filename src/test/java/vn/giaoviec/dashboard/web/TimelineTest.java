package vn.giaoviec.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.shared.Text;

/** Bars over a year of 366 days, 794 units wide. */
class TimelineTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 2); // 183 days later: in the middle

    @Test
    void aBarEndsWhereItsTimeDoes() {
        UnitCase wholeYear = openUntil(LocalDate.of(2024, 12, 31), Standing.OPEN_IN_TIME);
        Timeline drawn = Timeline.of(List.of(wholeYear), 1, TODAY);
        assertThat(drawn.bars()).containsExactly(new Timeline.Bar(wholeYear, 30, 96, 794, 890, 0));
        assertThat(drawn.today()).isEqualTo(96 + 794 / 2);
        assertThat(drawn.months()).hasSize(12).startsWith(new Timeline.Tick(96, YearMonth.of(2024, 1)));
    }

    @Test
    void whatIsOpenAndLateGrowsUntilToday() {
        Timeline drawn = Timeline.of(
                List.of(
                        openUntil(LocalDate.of(2024, 6, 30), Standing.OPEN_LATE),
                        openUntil(LocalDate.of(2024, 12, 31), Standing.OPEN_IN_TIME)),
                2,
                TODAY);
        Timeline.Bar late = drawn.bars().get(0);
        assertThat(late.x()).isEqualTo(96);
        // from 1 July, day 182, through 2 July
        assertThat(late.lateX()).isEqualTo(96 + 794 * 182 / 366);
        assertThat(late.x() + late.width()).isEqualTo(96 + 794 * 184 / 366);
        assertThat(late.lateWidth()).isEqualTo(late.x() + late.width() - late.lateX());
    }

    @Test
    void whatWasHandedInLateIsLateUntilThenAndNotUntilItWasAccepted() {
        UnitCase done = new UnitCase(
                "2024/A/SXD",
                "A",
                new Text("a", "a"),
                FIRST,
                LocalDate.of(2024, 3, 31),
                LocalDate.of(2024, 4, 30),
                LocalDate.of(2024, 12, 31),
                Standing.DONE_LATE);
        Timeline.Bar bar = Timeline.of(List.of(done), 1, TODAY).bars().get(0);
        assertThat(bar.width()).isEqualTo(794);
        assertThat(bar.lateX()).isEqualTo(96 + 794 * 91 / 366);
        assertThat(bar.lateX() + bar.lateWidth()).isEqualTo(96 + 794 * 121 / 366);
    }

    @Test
    void longSpansNameFewMonthsAndLongListsSayWhatIsLeftOut() {
        UnitCase decade = openUntil(LocalDate.of(2033, 12, 31), Standing.OPEN_IN_TIME);
        Timeline drawn = Timeline.of(Collections.nCopies(40, decade), 43, TODAY);
        assertThat(drawn.months()).hasSize(12);
        assertThat(drawn.bars()).hasSize(40);
        assertThat(drawn.more()).isEqualTo(3);
    }

    @Test
    void noStateIsLeftOut() {
        assertThat(UnitCase.MOST_URGENT_FIRST).containsExactlyInAnyOrder(Case.State.values());
    }

    private static UnitCase openUntil(LocalDate dueOn, Standing standing) {
        return new UnitCase("2024/A/SXD", "A", new Text("a", "a"), FIRST, dueOn, null, null, standing);
    }
}
