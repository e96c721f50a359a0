package vn.giaoviec.shared;

/**
 * The running transaction writes a row of the engine's history of a case. Not a fact by itself: when the transaction
 * commits, the audit notes what stands in the row then.
 *
 * @param caseKey the case, as its process carries it
 * @param table the row's table
 * @param id its primary key
 */
public record RowTouched(String caseKey, String table, String id) {}
