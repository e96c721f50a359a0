package vn.giaoviec.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The official two by two: done or open, in time or late (report 1270/BC-TCTTTg counts so). A case is done in time when
 * the submission that was accepted was made by its due date; until accepted it is open.
 */
public enum Standing {
    DONE_IN_TIME,
    DONE_LATE,
    OPEN_IN_TIME,
    OPEN_LATE,
    /** Laid aside by a decision. */
    SUSPENDED,
    /** Not finished in its year; the plan of the next one carries it on. */
    CARRIED_OVER,
    /** Ended without a product, withdrawn, or carried on by another unit; not part of the total. */
    OTHER;

    /**
     * The standing as of a day.
     *
     * @param state where the case stands
     * @param dueOn the deadline in force
     * @param submittedOn the day of the latest submission, or null
     * @param today the day to judge by
     */
    public static Standing of(Case.State state, LocalDate dueOn, @Nullable LocalDate submittedOn, LocalDate today) {
        return switch (state) {
            case COMPLETED -> submittedOn != null && late(submittedOn, dueOn) ? DONE_LATE : DONE_IN_TIME;
            case OPEN -> late(today, dueOn) ? OPEN_LATE : OPEN_IN_TIME;
            case SUSPENDED -> SUSPENDED;
            case CARRIED_OVER -> CARRIED_OVER;
            case ENDED, CANCELLED, HANDED_OVER -> OTHER;
        };
    }

    /** Whether something is still to be done, and the time for it runs. */
    public boolean isOpen() {
        return this == OPEN_IN_TIME || this == OPEN_LATE;
    }

    private static boolean late(LocalDate day, LocalDate dueOn) {
        return day.isAfter(dueOn);
    }
}
