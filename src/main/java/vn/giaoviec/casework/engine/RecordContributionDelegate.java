package vn.giaoviec.casework.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaoviec.casework.AcceptProduct;
import vn.giaoviec.shared.CaseKey;

@Component("recordContribution")
class RecordContributionDelegate implements JavaDelegate {
    private final AcceptProduct acceptProduct;

    RecordContributionDelegate(AcceptProduct acceptProduct) {
        this.acceptProduct = acceptProduct;
    }

    @Override
    public void execute(DelegateExecution execution) {
        acceptProduct.accept(CaseKey.of(execution.getProcessBusinessKey()));
    }
}
