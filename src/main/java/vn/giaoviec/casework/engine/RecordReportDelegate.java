package vn.giaoviec.casework.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaoviec.casework.AcceptReport;
import vn.giaoviec.shared.CaseKey;

@Component("recordReport")
class RecordReportDelegate implements JavaDelegate {
    private final AcceptReport acceptReport;

    RecordReportDelegate(AcceptReport acceptReport) {
        this.acceptReport = acceptReport;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int number = ((Number) execution.getVariable("report")).intValue();
        acceptReport.accept(CaseKey.of(execution.getProcessBusinessKey()), number);
    }
}
