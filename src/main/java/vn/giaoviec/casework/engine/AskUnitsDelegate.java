package vn.giaoviec.casework.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import vn.giaoviec.casework.Consultation;
import vn.giaoviec.shared.CaseKey;

/** The list of units lives only until the consultations have begun, so it is never stored. */
@Component("askUnits")
class AskUnitsDelegate implements JavaDelegate {
    private final Consultation consultation;

    AskUnitsDelegate(Consultation consultation) {
        this.consultation = consultation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<String> units = consultation.unitsToAsk(CaseKey.of(execution.getProcessBusinessKey()));
        execution.setVariable("coordinatingUnits", Variables.untypedValue(units, true));
        execution.setVariable("consultationNeeded", !units.isEmpty());
    }
}
