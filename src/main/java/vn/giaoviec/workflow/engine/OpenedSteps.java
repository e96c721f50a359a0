package vn.giaoviec.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.giaoviec.workflow.StepOpened;
import vn.giaoviec.workflow.StepsOpened;

/** Tells of steps that begin to wait: of each at once, but of those of cases that are started together in one go. */
@Component
class OpenedSteps {
    private static final ThreadLocal<@Nullable List<StepOpened>> GATHERED = new ThreadLocal<>();

    private final ApplicationEventPublisher events;

    OpenedSteps(ApplicationEventPublisher events) {
        this.events = events;
    }

    void opened(StepOpened step) {
        List<StepOpened> together = GATHERED.get();
        if (together == null) {
            events.publishEvent(new StepsOpened(List.of(step)));
        } else {
            together.add(step);
        }
    }

    void together(Runnable starts) {
        GATHERED.set(new ArrayList<>());
        try {
            starts.run();
            tell();
        } finally {
            GATHERED.remove();
        }
    }

    /** Of what was gathered until now: something else happens that may concern it. */
    void tell() {
        List<StepOpened> together = GATHERED.get();
        if (together != null && !together.isEmpty()) {
            List<StepOpened> steps = List.copyOf(together);
            together.clear();
            events.publishEvent(new StepsOpened(steps));
        }
    }
}
