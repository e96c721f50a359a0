package vn.giaoviec.workflow.engine;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;

/** Keeps the engine's clock with business time, so that its timers and "overdue" mean the same day as our pages. */
@Component
class EngineClock {
    private final BusinessClock clock;

    EngineClock(BusinessClock clock) {
        this.clock = clock;
        follow();
    }

    @EventListener(BusinessClock.ClockAdvanced.class)
    void follow() {
        ClockUtil.offset(clock.offset().toMillis());
    }
}
