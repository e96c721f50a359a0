package vn.giaoviec.plan;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.shared.Refusal;

/** Keeps which units report an indicator. Whoever relies on it holds the indicator, so that it stays until they commit. */
@Service
public class KeepParts {
    private final TargetTable table;
    private final Plans plans;

    KeepParts(TargetTable table, Plans plans) {
        this.table = table;
        this.plans = plans;
    }

    /**
     * The indicator as it is now; whoever else holds it waits for the caller's transaction to end.
     *
     * @throws Refusal.NotFound if the plan has no such indicator
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Target hold(int year, String indicator) {
        table.lock(year, indicator);
        return plans.target(year, indicator).orElseThrow(() -> new Refusal.NotFound("refusal.noIndicator", indicator));
    }

    /** Changes them, of an indicator that the caller holds; null: from now on the owner alone reports it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(int year, String indicator, @Nullable Parts parts) {
        table.keep(year, indicator, parts);
    }
}
