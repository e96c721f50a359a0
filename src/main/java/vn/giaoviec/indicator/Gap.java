package vn.giaoviec.indicator;

import org.jspecify.annotations.Nullable;

/** How the two numbers of an indicator stand to each other; each has a message {@code gap.<name>}. */
public enum Gap {
    /** Nothing measured, so nothing to compare. */
    NO_READING,
    /** Not all units have reported, so the target is neither reached nor missed. */
    PROVISIONAL,
    /** Measured once, and reached is what comes after. */
    NOT_COMPARABLE,
    /** The work is done, and the target is reached. */
    BOTH_DONE,
    /** The work is done, and the figure has not moved. */
    FIGURE_STAYS,
    /** The work is done, the target is not reached yet. */
    FIGURE_SHORT,
    /** The target is reached, and the work is not done yet. */
    FIGURE_AHEAD,
    /** The target is reached without any work of the plan's. */
    FIGURE_ALONE,
    /** Both are under way. */
    BOTH_OPEN;

    /**
     * @param status whether the target is reached
     * @param moved whether the last figure differs from the one before; true if there is none before
     * @param support what was delivered, or null if nothing was issued
     */
    static Gap of(TargetStatus status, boolean moved, @Nullable Support support) {
        if (status == TargetStatus.NO_READING) {
            return NO_READING;
        }
        if (status == TargetStatus.PROVISIONAL) {
            return PROVISIONAL;
        }
        if (status == TargetStatus.UNKNOWN) {
            return NOT_COMPARABLE;
        }
        boolean done = support != null && support.percent() == 100;
        if (status.isReached()) {
            boolean begun = support != null && support.acceptedWeight().signum() > 0;
            return done ? BOTH_DONE : begun ? FIGURE_AHEAD : FIGURE_ALONE;
        }
        return !done ? BOTH_OPEN : moved ? FIGURE_SHORT : FIGURE_STAYS;
    }
}
