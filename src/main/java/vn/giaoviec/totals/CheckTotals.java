package vn.giaoviec.totals;

import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.shared.Turns;

/**
 * Sums all cases up each night and compares. A total that differs, since somebody wrote past us, is corrected and logged as an
 * error: figures on pages lead to their cases, and have to agree with them.
 */
@Component
class CheckTotals {
    private static final Logger LOG = LoggerFactory.getLogger(CheckTotals.class);

    private final TotalsTable table;
    private final Turns turns;
    private final TransactionTemplate transaction;
    private final TransactionTemplate oneView;

    CheckTotals(TotalsTable table, Turns turns, PlatformTransactionManager transactions) {
        this.table = table;
        this.turns = turns;
        this.transaction = new TransactionTemplate(transactions);
        this.oneView = new TransactionTemplate(transactions);
        // cases and totals as of one moment, whatever is committed meanwhile
        oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneView.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneView.setReadOnly(true);
    }

    @Scheduled(cron = "${giaoviec.totals.check-at:0 0 3 * * *}", zone = "Asia/Ho_Chi_Minh")
    void everyNight() {
        try {
            correct();
        } catch (PessimisticLockingFailureException another) {
            LOG.debug("another node sums up", another);
        }
    }

    /** Corrects what differs; returns how many totals did. What is added to them meanwhile stays added. */
    int correct() {
        return Objects.requireNonNull(transaction.execute(status -> {
            turns.take("totals");
            List<Total> missing = Objects.requireNonNull(oneView.execute(view -> table.missing()));
            missing.forEach(total -> LOG.error("the totals are corrected: {}", total));
            table.add(missing);
            return missing.size();
        }));
    }
}
