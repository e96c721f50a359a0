package vn.giaoviec.testing;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.giaoviec.indicator.Contributions;

/** Breaks a transaction at its last moment, after everything was written and before it commits. */
@TestComponent
public class Sabotage {
    private final AtomicBoolean armed = new AtomicBoolean();

    public void breakNextPosting() {
        armed.set(true);
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void onPosted(Contributions.ContributionPosted posted) {
        if (armed.getAndSet(false)) {
            throw new IllegalStateException("sabotage after the posting of " + posted.caseKey());
        }
    }
}
