package vn.giaoviec.shared;

/**
 * Is told of each case whose standing, deadline or posted work the running transaction changes, so that what is summed up
 * over all cases is changed with it. Whoever tells holds the case's lock, so that two changes of one case are never counted
 * from the same state.
 */
public interface CaseTotals {
    /**
     * A case is counted from now on, as it will stand when the transaction commits.
     *
     * @throws IllegalStateException if no transaction runs
     */
    void opened(CaseKey key);

    /**
     * What counts of a case is about to change; told before the change is written.
     *
     * @throws IllegalStateException if no transaction runs
     */
    void changes(CaseKey key);
}
