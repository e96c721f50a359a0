package vn.giaoviec.casework;

import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;

/**
 * Somebody sent work back, or refused it, with a reason. The step that opens next in the same transaction is the one it
 * goes back to.
 *
 * @param caseKey the case
 * @param element the step at which it was returned
 * @param option the choice made
 * @param reason why
 */
public record WorkReturned(CaseKey caseKey, String element, String option, String reason) implements Recorded {}
