package vn.giaoviec.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.Test;
import vn.giaoviec.testing.CaseDriver;

class CommunicationsProcessTest extends ProcessTest {
    CommunicationsProcessTest() {
        super("communications");
    }

    @Test
    void broadcastsOnEveryChosenChannelAndEndsWithAnAcceptedProduct() {
        CaseDriver campaign = province.opens(assignment());
        var instance = province.instance(campaign.key());
        campaign.begins().does("task_draftPlan", "task_approvePlan=approved", "task_prepareContent");
        assertThat(instance).isWaitingAt("task_approveContent");

        campaign.does("task_approveContent=approved")
                .does("task_channelPress", "task_channelTraining", "task_channelSocial", "task_channelRadio")
                .continues()
                .finishes();

        assertThat(instance).isEnded().hasPassed("task_channelRadio", "service_recordContribution", "end_completed");
        completed(campaign);
    }

    @Test
    void goesBackWheneverSomebodyReturnsIt() {
        CaseDriver campaign = province.opens(assignment().with("VPUBND")).begins();
        campaign.does("task_draftPlan", "task_giveOpinion=commented", "task_approvePlan=returned")
                .does("task_draftPlan", "task_giveOpinion=agreed", "task_approvePlan=approved")
                .does("task_prepareContent", "task_approveContent=returned", "task_prepareContent")
                .does("task_approveContent=approved")
                .does("task_channelPress", "task_channelTraining", "task_channelSocial", "task_channelRadio")
                .continues()
                .does("task_carryOut", "task_submit", "task_approve=returned")
                .does("task_carryOut", "task_submit", "task_approve=approved", "task_accept=returned")
                .finishes();
        completed(campaign);
    }

    @Test
    void worksOnlyTheChosenChannels() {
        CaseDriver campaign = province.opens(assignment()).begins();
        campaign.step("task_draftPlan").with("channels", "channelRadio").complete();
        campaign.does("task_approvePlan=approved", "task_prepareContent", "task_approveContent=approved");
        assertThat(campaign.waitsAt()).containsExactly("task_channelRadio");
    }

    @Test
    void aChannelDroppedFromTheRevisedPlanIsNotWorked() {
        CaseDriver campaign = province.opens(assignment()).begins();
        campaign.does("task_draftPlan", "task_approvePlan=returned");
        campaign.step("task_draftPlan").with("channels", "channelPress").complete();
        campaign.does("task_approvePlan=approved", "task_prepareContent", "task_approveContent=approved");
        assertThat(campaign.waitsAt()).containsExactly("task_channelPress");
    }
}
