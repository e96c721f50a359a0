package vn.giaoviec.casework.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import vn.giaoviec.casework.Audience;
import vn.giaoviec.casework.WatchDeadline;
import vn.giaoviec.shared.CaseKey;

/** What came due lives only until it is told in the same transaction, so it is never stored. */
@Component("heedDeadline")
class HeedDeadlineDelegate implements JavaDelegate {
    static final String STEPS = "deadlineSteps";

    private final WatchDeadline watchDeadline;

    HeedDeadlineDelegate(WatchDeadline watchDeadline) {
        this.watchDeadline = watchDeadline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WatchDeadline.Reached reached = watchDeadline.reached(CaseKey.of(execution.getProcessBusinessKey()));
        Map<Audience, Integer> told = reached.told();
        flag(execution, "tellUnit", told.containsKey(Audience.UNIT));
        flag(execution, "tellHead", told.containsKey(Audience.HEAD));
        flag(execution, "tellPlanOffice", told.containsKey(Audience.PLAN_OFFICE));
        flag(execution, "tellLeader", told.containsKey(Audience.LEADER));
        flag(execution, "reportsDue", !reached.reports().isEmpty());
        flag(execution, "nothingToTell", told.isEmpty() && reached.reports().isEmpty());
        execution.setVariableLocal(STEPS, Variables.untypedValue(told, true));
        execution.setVariableLocal("dueReports", Variables.untypedValue(reached.reports(), true));
    }

    private static void flag(DelegateExecution execution, String name, boolean value) {
        execution.setVariableLocal(name, Variables.booleanValue(value, true));
    }
}
