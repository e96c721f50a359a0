package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cases as bars over months, a drawing of {@value #WIDTH} wide; the table below it needs nothing from it.
 *
 * @param bars one for each case shown
 * @param months where months begin, with so many between them that their names have room
 * @param today how far from the left today stands, or null if that is outside of the drawing
 * @param more how many cases are not shown
 */
record Timeline(List<Bar> bars, List<Tick> months, @Nullable Long today, int more) {
    static final int WIDTH = 900;
    /** How many cases are drawn. */
    static final int MOST = 40;

    private static final int LEFT = 96;
    private static final int RIGHT = 890;
    private static final int TOP = 30;
    private static final int ROW = 24;
    private static final int NAMES = 12;

    /**
     * Draws some cases.
     *
     * @param shown at least one
     * @param all how many there are
     */
    static Timeline of(List<UnitCase> shown, int all, LocalDate today) {
        Scale scale = Scale.of(shown, today);
        return new Timeline(
                IntStream.range(0, shown.size())
                        .mapToObj(row -> bar(shown.get(row), TOP + row * ROW, scale, today))
                        .toList(),
                scale.months(),
                scale.holds(today) ? (Long) scale.x(today) : null,
                all - shown.size());
    }

    private static Bar bar(UnitCase one, int y, Scale scale, LocalDate today) {
        long from = scale.x(one.openedOn());
        long to = scale.x(one.until(today).plusDays(1));
        LocalDate lateFrom = one.lateFrom();
        long late = lateFrom == null ? to : Math.min(to, Math.max(from, scale.x(lateFrom)));
        long lateTo = one.endedOn() == null || one.submittedOn() == null
                ? to
                : Math.min(to, scale.x(one.submittedOn().plusDays(1)));
        return new Bar(one, y, from, Math.max(to - from, 2), late, lateFrom == null ? 0 : Math.max(lateTo - late, 2));
    }

    /** How high the drawing is. */
    public int height() {
        return TOP + bars.size() * ROW + 4;
    }

    /**
     * @param of the case
     * @param y from the top
     * @param x where it begins
     * @param width how long it is
     * @param lateX where its late part begins
     * @param lateWidth how long that is; 0 where it is not late
     */
    record Bar(UnitCase of, int y, long x, long width, long lateX, long lateWidth) {}

    /**
     * @param x from the left
     * @param month the month that begins there
     */
    record Tick(long x, YearMonth month) {}

    private record Scale(LocalDate first, LocalDate end) {
        static Scale of(List<UnitCase> cases, LocalDate today) {
            List<LocalDate> days = cases.stream()
                    .flatMap(one -> Stream.of(one.openedOn(), one.until(today)))
                    .sorted()
                    .toList();
            return new Scale(
                    days.get(0).withDayOfMonth(1),
                    days.get(days.size() - 1).withDayOfMonth(1).plusMonths(1));
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && day.isBefore(end);
        }

        long x(LocalDate day) {
            return LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, end);
        }

        List<Tick> months() {
            long months = ChronoUnit.MONTHS.between(first, end);
            long step = (months + NAMES - 1) / NAMES;
            return LongStream.iterate(0, month -> month < months, month -> month + step)
                    .mapToObj(first::plusMonths)
                    .map(day -> new Tick(x(day), YearMonth.from(day)))
                    .toList();
        }
    }
}
