package vn.giaoviec.casework.engine;

import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.ConferenceLeadTime;

@Component("checkLeadTime")
class CheckLeadTimeDelegate implements JavaDelegate {
    private final ConferenceLeadTime leadTime;

    CheckLeadTimeDelegate(ConferenceLeadTime leadTime) {
        this.leadTime = leadTime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Date eventOn = (Date) execution.getVariable("eventOn");
        execution.setVariable(
                "leadTimeKept",
                leadTime.isKept(
                        (String) execution.getVariable("authority"),
                        LocalDate.ofInstant(eventOn.toInstant(), BusinessClock.ZONE)));
    }
}
