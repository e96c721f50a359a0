package vn.giaoviec.report;

import vn.giaoviec.casework.Standing;

/**
 * What is counted, as report 1270/BC-TCTTTg counts: total = done (in time + late) + not done (in time + late) + suspended +
 * carried over into the next year. Each has a message {@code report.count.<name>}.
 */
public enum Count {
    TOTAL,
    DONE,
    DONE_IN_TIME,
    DONE_LATE,
    OPEN,
    OPEN_IN_TIME,
    OPEN_LATE,
    SUSPENDED,
    CARRIED_OVER,
    /** Done, and accepted in the period of the report. */
    DONE_IN_PERIOD,
    /** Ended without a product, withdrawn, or carried on by another unit: not part of the total. */
    OTHER;

    /** Whether a case counts. */
    boolean counts(ReportedCase one, ReportPeriod period) {
        Standing standing = one.standing();
        return switch (this) {
            case TOTAL -> standing != Standing.OTHER;
            case DONE -> isDone(standing);
            case DONE_IN_PERIOD ->
                isDone(standing)
                        && one.acceptedOn() != null
                        && !one.acceptedOn().isBefore(period.from())
                        && !one.acceptedOn().isAfter(period.to());
            case OPEN -> standing.isOpen();
            case DONE_IN_TIME -> standing == Standing.DONE_IN_TIME;
            case DONE_LATE -> standing == Standing.DONE_LATE;
            case OPEN_IN_TIME -> standing == Standing.OPEN_IN_TIME;
            case OPEN_LATE -> standing == Standing.OPEN_LATE;
            case SUSPENDED -> standing == Standing.SUSPENDED;
            case CARRIED_OVER -> standing == Standing.CARRIED_OVER;
            case OTHER -> standing == Standing.OTHER;
        };
    }

    private static boolean isDone(Standing standing) {
        return standing == Standing.DONE_IN_TIME || standing == Standing.DONE_LATE;
    }
}
