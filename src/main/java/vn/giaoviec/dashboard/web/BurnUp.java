package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.giaoviec.dashboard.web.CourseQuery.Evening;
import vn.giaoviec.dashboard.web.Courses.Course;

/**
 * The year as a drawing of {@value #WIDTH} by {@value #HEIGHT}: what was accepted, what was issued, and what the original
 * deadlines asked for.
 *
 * @param start the day before the first of the year, where all begins with nothing
 * @param steps the months, the oldest first
 * @param every what lies between two lines of the scale, more than zero
 * @param high the number at the upper edge, more than zero
 */
record BurnUp(LocalDate start, List<Step> steps, int every, int high) {
    static final int WIDTH = 720;
    static final int HEIGHT = 270;
    private static final int LEFT = 48;
    private static final int RIGHT = 704;
    private static final int TOP = 14;
    private static final int BOTTOM = 236;
    private static final int MOST_LINES = 5;

    /**
     * @param asOf the last day that is told
     * @param course its steps, also those without any case; at least one
     */
    static BurnUp of(int year, LocalDate asOf, Course course) {
        Map<LocalDate, List<Evening>> byDay = course.evenings().stream().collect(Collectors.groupingBy(Evening::day));
        List<Step> steps = course.days().stream()
                .map(day -> new Step(
                        day,
                        !day.isAfter(asOf),
                        sum(course.planned().headMap(day, true).values().stream()),
                        sum(byDay.getOrDefault(day, List.of()).stream().map(Evening::issued)),
                        sum(byDay.getOrDefault(day, List.of()).stream().map(Evening::accepted))))
                .toList();
        int most = steps.stream()
                .mapToInt(step -> Math.max(step.issued, step.planned))
                .max()
                .orElse(0);
        int every = every(Math.max(most, 1));
        return new BurnUp(LocalDate.of(year, 1, 1).minusDays(1), steps, every, (most / every + 1) * every);
    }

    private static int sum(Stream<Integer> figures) {
        return figures.mapToInt(Integer::intValue).sum();
    }

    /** 1, 2 or 5, or ten, a hundred … times as much. */
    private static int every(int most) {
        int ten = 1;
        while (true) {
            for (int times : List.of(1, 2, 5)) {
                if (most / (times * ten) < MOST_LINES) {
                    return times * ten;
                }
            }
            ten *= 10;
        }
    }

    /** Whether a day of the year is told, so that there is more to draw than what was planned. */
    public boolean begun() {
        return steps.stream().anyMatch(Step::past);
    }

    /** The corners of the line of what was accepted, as SVG writes them. */
    public String accepted() {
        return line(steps.stream().filter(Step::past), Step::accepted);
    }

    /** The corners of the line of what was issued. */
    public String issued() {
        return line(steps.stream().filter(Step::past), Step::issued);
    }

    /** The corners of the ideal line. */
    public String planned() {
        return line(steps.stream(), Step::planned);
    }

    private String line(Stream<Step> drawn, ToIntFunction<Step> figure) {
        return Stream.concat(
                        Stream.of(LEFT + "," + BOTTOM),
                        drawn.map(step -> x(step.day) + "," + y(figure.applyAsInt(step))))
                .collect(Collectors.joining(" "));
    }

    /** The numbers on the scale, the lowest first. */
    public List<Integer> scale() {
        return IntStream.rangeClosed(0, high / every).mapToObj(at -> at * every).toList();
    }

    /** How far a day lies from the left. */
    public long x(LocalDate day) {
        LocalDate end = steps.get(steps.size() - 1).day;
        return LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(start, day) / ChronoUnit.DAYS.between(start, end);
    }

    /** How far a number lies from the top. */
    public long y(int number) {
        return BOTTOM - Math.round((BOTTOM - TOP) * (double) number / high);
    }

    /**
     * How the plan stood at the end of a day.
     *
     * @param day the day
     * @param past whether it is told; of days to come only what is planned is known
     * @param planned cases that were due by then when they were issued, of those that count on the day that is asked for
     * @param issued all cases
     * @param accepted those done
     */
    record Step(LocalDate day, boolean past, int planned, int issued, int accepted) {}
}
