package vn.giaoviec.workflow;

import vn.giaoviec.shared.CaseKey;

/**
 * The process of a case reached its end. Published inside the engine's transaction; called processes do not count.
 *
 * @param caseKey the case
 * @param process the process that ended
 * @param end the end event's id, named by the state reached, e.g. {@code end_completed}
 */
public record CaseEnded(CaseKey caseKey, String process, String end) {}
