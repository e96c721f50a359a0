package vn.giaoviec.calendar;

import java.util.List;
import vn.giaoviec.shared.Refusal;

/** A list of days is refused whole. It says every mistake found, with row and reason. */
public final class CalendarFileRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    CalendarFileRefused(List<Problem> problems) {
        super("refusal.calendarFile", problems.size(), problems.get(0).row());
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * @param row its row, as the spreadsheet numbers it
     * @param key message key of the reason, {@code calendarFile.…}
     * @param args arguments of that message
     */
    public record Problem(int row, String key, List<Object> args) {
        static Problem of(int row, String key, Object... args) {
            return new Problem(row, key, List.of(args));
        }
    }
}
