package vn.giaoviec.casework.engine;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.giaoviec.casework.WatchDeadline;
import vn.giaoviec.shared.CaseKey;

/**
 * When the one timer of a case is to fire, as the engine's cycle calendar reads it: times one after the other. The engine
 * asks when it sets the timer, and again each time it is due. Public, since an expression of the model calls it.
 */
@Component("deadlineTimes")
public class DeadlineTimes {
    private final WatchDeadline watchDeadline;

    DeadlineTimes(WatchDeadline watchDeadline) {
        this.watchDeadline = watchDeadline;
    }

    /** The times that are left for the case of this execution. */
    public String of(DelegateExecution execution) {
        return watchDeadline.times(CaseKey.of(execution.getProcessBusinessKey())).stream()
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
