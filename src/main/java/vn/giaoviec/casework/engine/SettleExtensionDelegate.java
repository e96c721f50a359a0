package vn.giaoviec.casework.engine;

import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.DecideExtension;
import vn.giaoviec.shared.CaseKey;

@Component("settleExtension")
class SettleExtensionDelegate implements JavaDelegate {
    private final DecideExtension decideExtension;

    SettleExtensionDelegate(DecideExtension decideExtension) {
        this.decideExtension = decideExtension;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Date grantedOn = (Date) execution.getVariable("grantedOn");
        decideExtension.decide(
                CaseKey.of(execution.getProcessBusinessKey()),
                "granted".equals(execution.getVariable("extensionDecision")),
                grantedOn == null ? null : LocalDate.ofInstant(grantedOn.toInstant(), BusinessClock.ZONE));
    }
}
