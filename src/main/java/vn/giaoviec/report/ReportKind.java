package vn.giaoviec.report;

/** How long a time a report is about; each has a message {@code report.period.<name>}. */
public enum ReportKind {
    MONTH(1, 12),
    QUARTER(3, 4),
    /** The first half of a year; the second half is told with the year. */
    HALF_YEAR(6, 1),
    NINE_MONTHS(9, 1),
    YEAR(12, 1);

    private final int months;
    private final int inAYear;

    ReportKind(int months, int inAYear) {
        this.months = months;
        this.inAYear = inAYear;
    }

    /** How many months it lasts. */
    int months() {
        return months;
    }

    /** How many of them a year has. */
    int inAYear() {
        return inAYear;
    }
}
