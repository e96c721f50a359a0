package vn.giaoviec.totals;

import java.util.HashSet;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.CaseTotals;
import vn.giaoviec.shared.DuringTransaction;

/**
 * Takes a case out of the totals as it stood before a transaction changed it, and puts it back as it stands at the end. The
 * totals are written last and in one order: nobody holds them for longer than a commit takes, nor waits crosswise.
 */
@Component
class KeepTotals implements CaseTotals {
    private final TotalsTable table;

    KeepTotals(TotalsTable table) {
        this.table = table;
    }

    @Override
    public void opened(CaseKey key) {
        changed().keys.add(key.toString());
    }

    @Override
    public void changes(CaseKey key) {
        Changed changed = changed();
        if (changed.keys.add(key.toString())) {
            changed.totals.minus(table.of(Set.of(key.toString())));
        }
    }

    private Changed changed() {
        // after everybody else
        Changed changed = DuringTransaction.one(Changed.class, Changed::new, Ordered.LOWEST_PRECEDENCE, this::write);
        if (changed.written) {
            throw new IllegalStateException("a case changes after it was counted");
        }
        return changed;
    }

    private void write(Changed changed) {
        changed.totals.plus(table.of(changed.keys));
        table.add(changed.totals.differences());
        changed.written = true;
    }

    /** The cases that one transaction changes, and what becomes of the totals. */
    private static final class Changed {
        private final Set<String> keys = new HashSet<>();
        private final Differences totals = new Differences();
        private boolean written;
    }
}
