package vn.giaoviec.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.Test;
import vn.giaoviec.testing.CaseDriver;

class PublicPrivateProcessTest extends ProcessTest {
    PublicPrivateProcessTest() {
        super("public-private");
    }

    @Test
    void anAgreementIsSignedWithoutProcurementPilotedAndScaledUp() {
        CaseDriver model = province.opens(assignment()).begins();
        var instance = province.instance(model.key());
        model.does("task_chooseForm=agreement", "task_decidePolicy=approved");
        assertThat(instance).isWaitingAt("task_sign");
        model.does("task_sign", "task_carryOut", "task_evaluatePilot=scaleUp", "task_scaleUp")
                .does("task_submit", "task_approve=approved", "task_accept=accepted");
        assertThat(instance).isEnded().hasNotPassed("task_procure");
        completed(model);
    }

    @Test
    void hiredServicesAreProcuredFirstAndAWeakPilotIsAdjusted() {
        CaseDriver model = province.opens(assignment().with("STC")).begins();
        model.does("task_chooseForm=hire", "task_giveOpinion=agreed", "task_decidePolicy=returned")
                .does("task_chooseForm=ppp", "task_giveOpinion=objected", "task_decidePolicy=approved")
                .does("task_procure", "task_sign", "task_carryOut", "task_evaluatePilot=adjust")
                .does("task_carryOut", "task_evaluatePilot=scaleUp", "task_scaleUp")
                .does("task_submit", "task_approve=returned")
                .does("task_carryOut", "task_evaluatePilot=scaleUp", "task_scaleUp")
                .does("task_submit", "task_approve=approved", "task_accept=returned")
                .does("task_carryOut", "task_evaluatePilot=scaleUp", "task_scaleUp")
                .does("task_submit", "task_approve=approved", "task_accept=accepted");
        completed(model);
    }

    @Test
    void onlyALeaderStopsAModel() {
        CaseDriver model = province.opens(assignment()).begins();
        model.does("task_chooseForm=freePilot", "task_decidePolicy=approved", "task_sign", "task_carryOut")
                .does("task_evaluatePilot=stop", "task_confirmStop=continued")
                .does("task_carryOut", "task_evaluatePilot=stop", "task_confirmStop=confirmed");
        endedWithoutProduct(model, "end_stopped");
        assertThat(model.waitsAt()).isEmpty();
    }
}
