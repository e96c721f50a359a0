package vn.giaoviec.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.testing.FlowCoverage;
import vn.giaoviec.casework.Case;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommunicationsProcessTest {
    private static final AnAssignment CAMPAIGN = AnAssignment.of("communications");

    @Autowired
    Province province;

    @Autowired
    FlowCoverage coverage;

    @AfterAll
    void everyFlowWasTaken() {
        assertThat(coverage.untaken("communications")).isEmpty();
    }

    @Test
    void broadcastsOnEveryChosenChannelAndEndsWithAnAcceptedProduct() {
        CaseDriver campaign = province.opens(CAMPAIGN.supporting(Map.of("CQ6", 3)));
        var instance = province.instance(campaign.key());
        campaign.begins().does("task_draftPlan", "task_approvePlan=approved", "task_prepareContent");
        assertThat(instance).isWaitingAt("task_approveContent");

        campaign.does("task_approveContent=approved")
                .does("task_channelPress", "task_channelTraining", "task_channelSocial", "task_channelRadio")
                .continues()
                .finishes();

        assertThat(instance).isEnded().hasPassed("task_channelRadio", "service_recordContribution", "end_completed");
        assertThat(campaign.now().state()).isEqualTo(Case.State.COMPLETED);
        assertThat(province.support(campaign.key().year(), "CQ6").acceptedCases()).isEqualTo(1);
    }

    @Test
    void goesBackWheneverSomebodyReturnsIt() {
        CaseDriver campaign = province.opens(CAMPAIGN.with("VPUBND"));
        campaign.does("task_receive=sentBack", "task_resolveSentBack=upheld")
                .begins()
                .does("task_draftPlan", "task_giveOpinion=commented", "task_approvePlan=returned")
                .does("task_draftPlan", "task_giveOpinion=agreed", "task_approvePlan=approved")
                .does("task_prepareContent", "task_approveContent=returned", "task_prepareContent")
                .does("task_approveContent=approved")
                .does("task_channelPress", "task_channelTraining", "task_channelSocial", "task_channelRadio")
                .continues()
                .does("task_carryOut", "task_submit", "task_approve=returned")
                .does("task_carryOut", "task_submit", "task_approve=approved", "task_accept=returned")
                .finishes();
        assertThat(campaign.now().state()).isEqualTo(Case.State.COMPLETED);
        assertThat(campaign.now().acceptanceNumber()).isEqualTo(1);
    }

    @Test
    void asksOnlyTheChosenChannels() {
        CaseDriver campaign = province.opens(CAMPAIGN).begins();
        campaign.step("task_draftPlan").with("channels", "channelRadio").complete();
        campaign.does("task_approvePlan=approved", "task_prepareContent", "task_approveContent=approved");
        assertThat(campaign.waitsAt()).containsExactly("task_channelRadio");
    }

    @Test
    void endsWithoutACountWhenThePlanOfficeWithdrawsIt() {
        CaseDriver campaign = province.opens(CAMPAIGN);
        campaign.does("task_receive=sentBack", "task_resolveSentBack=withdrawn");
        assertThat(campaign.now().state()).isEqualTo(Case.State.CANCELLED);
        assertThat(province.support(campaign.key().year(), "CQ6").cases()).isZero();
    }
}
