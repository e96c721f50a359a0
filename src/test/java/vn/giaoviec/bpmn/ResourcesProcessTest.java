package vn.giaoviec.bpmn;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaoviec.testing.CaseDriver;

class ResourcesProcessTest extends ProcessTest {
    ResourcesProcessTest() {
        super("resources");
    }

    @Test
    void aPolicyForPeopleIsConsultedDecidedAndAppliedEvenAfterAReturn() {
        CaseDriver people = province.opens(assignment().with("SNV")).begins();
        people.does("task_classify=people", "task_draftPolicy", "task_giveOpinion=agreed", "task_decidePolicy=returned")
                .does("task_draftPolicy", "task_giveOpinion=agreed", "task_decidePolicy=approved", "task_selectPeople")
                .does("task_carryOut", "task_submit", "task_approve=returned")
                .does("task_carryOut", "task_submit", "task_approve=approved", "task_accept=returned")
                .finishes();
        completed(people);
    }

    @Test
    void aPolicyWithNobodyToConsultGoesStraightToTheLeader() {
        CaseDriver people = province.opens(assignment()).begins();
        people.does("task_classify=people", "task_draftPolicy");
        assertThat(province.instance(people.key())).isWaitingAt("task_decidePolicy");
    }

    @ParameterizedTest
    @CsvSource({"internal,task_valueInternally", "consultant,task_hireValuer", "incumbent,task_keepSupplier"})
    void aPurchaseIsValuedOneOfThreeWays(String method, String valuation) {
        CaseDriver purchase = province.opens(assignment()).begins();
        purchase.does("task_classify=procurement", "task_prepareEstimate", "task_approveBudget=returned")
                .does("task_prepareEstimate", "task_approveBudget=approved")
                .does("task_chooseValuation=" + method, valuation, "task_approveProcurementPlan=returned")
                .does("task_chooseValuation=" + method, valuation, "task_approveProcurementPlan=approved")
                .does("task_contract")
                .finishes();
        completed(purchase);
    }

    @Test
    void aSecurityLevelIsAppraisedBeforeItIsApproved() {
        CaseDriver level = province.opens(assignment()).begins();
        level.does("task_classify=security", "task_prepareLevelDossier", "task_appraiseLevel=returned")
                .does("task_prepareLevelDossier", "task_appraiseLevel=passed", "task_approveLevel")
                .finishes();
        completed(level);
    }
}
