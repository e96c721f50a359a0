package vn.giaoviec.shared;

/**
 * Somebody whose part is to look, an inspector or an administrator, opened a case of others. Recorded before they see it.
 *
 * @param caseKey the case
 * @param at where they looked: a page of ours, a file, Cockpit
 */
public record Looked(CaseKey caseKey, String at) {}
