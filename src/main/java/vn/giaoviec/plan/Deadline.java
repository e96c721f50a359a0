package vn.giaoviec.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.WorkingDays;

/**
 * A deadline as a plan writes it, and what was understood of it. Provincial plans say “Quý II/2024”, “trước ngày 15/11”,
 * “10 ngày làm việc sau khi Nghị quyết được ban hành” or “Thường xuyên”; the words are always kept, and what cannot be
 * read with certainty is marked for a person to decide, never guessed in silence.
 *
 * @param raw the words as written, with outer blanks taken off
 * @param kind what sort of deadline it is
 * @param from first day of the span it names, or null if it names none
 * @param day the last day it names, working day or not, or null if it cannot be computed
 * @param cycle how often a report is due, or null if it does not recur
 * @param offset how long after what, or null
 * @param milestones several deadlines in one cell, in the order written; else empty
 * @param doubts what a person should look at
 */
public record Deadline(
        String raw,
        Kind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate day,
        @Nullable Cycle cycle,
        @Nullable Offset offset,
        List<Milestone> milestones,
        Set<Doubt> doubts) {

    /**
     * Reads what a plan writes.
     *
     * @param raw as written; may be empty
     * @param year the plan's year, for what names none
     * @param issuedOn when the plan was issued, for days counted from there
     * @param days the working days, for days counted in them
     */
    public static Deadline read(String raw, int year, LocalDate issuedOn, WorkingDays days) {
        return DeadlinePhrase.read(raw, year, issuedOn, days);
    }

    /** Sorts of deadlines found in published plans. */
    public enum Kind {
        /** A day. */
        DATE,
        /** A month: its last day. */
        MONTH,
        /** A quarter: its last day. */
        QUARTER,
        /** The first three, six or nine months of a year. */
        PART_OF_YEAR,
        /** A year: its last day. */
        YEAR,
        /** From one day or period to another: the last day of the second. */
        RANGE,
        /** A number of days after an event. */
        OFFSET,
        /** Done again and again; reports per period, never simply done. */
        RECURRING,
        /** From some time on, without an end. */
        OPEN_ENDED,
        /** Several milestones: the last one counts. */
        MULTI_MILESTONE,
        /** As soon as something else is done. */
        AFTER_TASK,
        /** Not understood. */
        UNPARSED
    }

    /** How often a recurring task reports. */
    public enum Cycle {
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR,
        /** “Thường xuyên”, and nothing said about reports. */
        UNSTATED
    }

    /** What a person should look at. */
    public enum Doubt {
        /** “Trước ngày X” is read as the day before X; some write it and mean X itself. */
        STRICTLY_BEFORE,
        /** No year was written; the plan's was taken. */
        YEAR_ASSUMED,
        /** There are words beyond the deadline. */
        REMARK,
        /** Days are counted from something whose date is not known here. */
        EVENT_UNKNOWN
    }

    /**
     * @param days how many days, more than zero
     * @param workingDays whether only working days count
     * @param event from what on, as written; empty if it is not said
     */
    public record Offset(int days, boolean workingDays, String event) {}

    /**
     * @param day the last day of the milestone
     * @param what what is to be done by then, as written
     */
    public record Milestone(LocalDate day, String what) {}
}
