package vn.giaoviec.casework.engine;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaoviec.casework.Consultation;

@Component("openConsultation")
class OpenConsultationDelegate implements JavaDelegate {
    private final Consultation consultation;

    OpenConsultationDelegate(Consultation consultation) {
        this.consultation = consultation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int workingDays = ((Number) execution.getVariable("consultationDays")).intValue();
        execution.setVariable("consultUntil", Date.from(consultation.answerBy(workingDays)));
    }
}
