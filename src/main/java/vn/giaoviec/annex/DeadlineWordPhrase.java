package vn.giaoviec.annex;

/** Words that a column's header leaves out of its cells. */
final class DeadlineWordPhrase {
    private DeadlineWordPhrase() {}

    /** A bare number of days as a plan writes it in full. */
    static String days(String number) {
        return number + " ngày";
    }
}
