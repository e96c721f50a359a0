package vn.giaoviec.audit;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the ledger as commands do, some hundred cases in one transaction. */
@TestComponent
public class ManyLinks {
    private static final int STREAMS = 250;
    private static final int FACTS = 4;

    private final Chain chain;
    private final TransactionTemplate transaction;

    ManyLinks(Chain chain, TransactionTemplate transaction) {
        this.chain = chain;
        this.transaction = transaction;
    }

    /** Writes so many facts, four to a link; rounded up to whole transactions. */
    public void write(int facts) {
        int perTransaction = STREAMS * FACTS;
        for (int done = 0; done < facts; done += perTransaction) {
            int from = done / perTransaction % 40 * STREAMS;
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < perTransaction; i++) {
                    String caseKey = "1999/M-%05d/STTTT".formatted(from + i % STREAMS);
                    chain.add(new Happening(
                            caseKey,
                            "Looked",
                            false,
                            "{\"caseKey\":\"" + caseKey + "\",\"at\":\"/cases/" + caseKey + "\"}"));
                }
            });
        }
    }
}
