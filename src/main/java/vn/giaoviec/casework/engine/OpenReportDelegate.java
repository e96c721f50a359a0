package vn.giaoviec.casework.engine;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaoviec.casework.AcceptReport;
import vn.giaoviec.shared.CaseKey;

@Component("openReport")
class OpenReportDelegate implements JavaDelegate {
    private final AcceptReport acceptReport;

    OpenReportDelegate(AcceptReport acceptReport) {
        this.acceptReport = acceptReport;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int number = ((Number) execution.getVariable("report")).intValue();
        execution.setVariable(
                "reportDueOn", Date.from(acceptReport.open(CaseKey.of(execution.getProcessBusinessKey()), number)));
    }
}
