package vn.giaoviec.casework;

import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;

/**
 * The plan office urged a unit (đôn đốc) by a letter.
 *
 * @param caseKey the case
 * @param letter number and date of the letter
 * @param words what the unit is told
 */
public record CaseUrged(CaseKey caseKey, String letter, String words) implements Recorded {}
