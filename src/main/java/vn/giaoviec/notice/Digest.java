package vn.giaoviec.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told on a working morning.
 *
 * @param person who
 * @param day the morning
 * @param overdue cases whose deadline has passed
 * @param dueSoon cases whose deadline comes near
 * @param returned unread returns since the last digest
 * @param waiting steps that wait for the person's groups
 * @param province the counts of the whole province, for those who steer; null for others
 * @param calendar all open cases of the person, with their deadlines
 */
record Digest(
        String person,
        LocalDate day,
        List<DueCase> overdue,
        List<DueCase> dueSoon,
        List<Returned> returned,
        List<Waiting> waiting,
        @Nullable Counts province,
        List<DueCase> calendar) {

    boolean saysNothing() {
        return overdue.isEmpty()
                && dueSoon.isEmpty()
                && returned.isEmpty()
                && waiting.isEmpty()
                && (province == null || province.overdue + province.dueSoon == 0);
    }

    /** Work that came back. */
    record Returned(String caseKey, String assignment, String title, String unitName, String step) {}

    /** A step that may be taken. */
    record Waiting(String caseKey, String assignment, String title, String unitName, String step, String group) {}

    /** Open cases of the province, those overdue and those due soon among them. */
    record Counts(int open, int overdue, int dueSoon) {}
}
