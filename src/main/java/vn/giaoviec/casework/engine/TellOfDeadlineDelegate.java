package vn.giaoviec.casework.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaoviec.casework.Audience;
import vn.giaoviec.casework.WatchDeadline;
import vn.giaoviec.shared.CaseKey;

/** The element that calls it names who is told. */
@Component("tellOfDeadline")
class TellOfDeadlineDelegate implements JavaDelegate {
    private static final Map<String, Audience> AUDIENCES = Map.of(
            "service_tellUnit", Audience.UNIT,
            "service_tellHead", Audience.HEAD,
            "service_tellPlanOffice", Audience.PLAN_OFFICE,
            "service_tellLeader", Audience.LEADER);

    private final WatchDeadline watchDeadline;

    TellOfDeadlineDelegate(WatchDeadline watchDeadline) {
        this.watchDeadline = watchDeadline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Audience audience = AUDIENCES.get(execution.getCurrentActivityId());
        Map<?, ?> steps = (Map<?, ?>) execution.getVariable(HeedDeadlineDelegate.STEPS);
        if (audience == null || !(steps.get(audience) instanceof Integer step)) {
            throw new IllegalStateException("nobody to tell at " + execution.getCurrentActivityId());
        }
        watchDeadline.tell(CaseKey.of(execution.getProcessBusinessKey()), audience, step);
    }
}
