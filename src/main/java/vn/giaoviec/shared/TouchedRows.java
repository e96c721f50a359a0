package vn.giaoviec.shared;

/** Is told of each row of the engine's history of a case that the running transaction writes. */
public interface TouchedRows {
    /**
     * Not a fact by itself: when the transaction commits, the audit notes what stands in the row then.
     *
     * @param caseKey the case, as its process carries it
     * @param table the row's table
     * @param id its primary key
     * @throws IllegalStateException if no transaction runs
     */
    void touched(String caseKey, String table, String id);
}
