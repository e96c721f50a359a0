package vn.giaoviec.casework;

import java.time.LocalDate;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;

/**
 * The engine's timer reminded somebody of a deadline, or escalated it. What came due while the system was down is told
 * once, by its latest step.
 *
 * @param caseKey the case
 * @param audience who is told
 * @param step working days after the due day; negative before it, 0 on the day itself
 * @param dueOn the deadline in force
 */
public record DeadlineSignalled(CaseKey caseKey, Audience audience, int step, LocalDate dueOn) implements Recorded {}
