package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.shared.Text;

/**
 * An open case of which something is due, in days of the province.
 *
 * @param caseKey the case, as its address
 * @param assignment the assignment's code
 * @param title what is to be done
 * @param dueOn the deadline in force
 * @param nextDueOn the next day something is due: of a recurring case the oldest report that is owed, else the deadline
 * @param standing how it stands today
 */
record DueCase(
        String caseKey, String assignment, Text title, LocalDate dueOn, LocalDate nextDueOn, Standing standing) {}
