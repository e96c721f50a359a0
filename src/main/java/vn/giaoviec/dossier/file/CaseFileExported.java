package vn.giaoviec.dossier.file;

import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;

/**
 * Somebody exported a case, or is about to; recorded before a byte of it leaves.
 *
 * @param caseKey the case
 */
record CaseFileExported(CaseKey caseKey) implements Recorded {}
