package vn.giaoviec.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.FlowCoverage;
import vn.giaoviec.testing.Province;

@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsultationProcessTest {
    @Autowired
    Province province;

    @Autowired
    FlowCoverage coverage;

    @AfterAll
    void everyFlowWasTaken() {
        assertThat(coverage.untaken("consultation")).isEmpty();
    }

    @Test
    void everyCoordinatingUnitIsAskedAtOnceAndAllMustAnswer() {
        CaseDriver campaign = province.opens(AnAssignment.of("communications").with("VPUBND", "STC", "SNV"))
                .begins()
                .does("task_draftPlan");
        campaign.does("task_giveOpinion=agreed", "task_giveOpinion=agreed");
        assertThat(campaign.waitsAt()).containsExactly("task_giveOpinion");
        campaign.does("task_giveOpinion=commented");
        assertThat(campaign.waitsAt()).containsExactly("task_approvePlan");
    }

    @Test
    void silenceIsConsentWhereTheStepSaysSo() {
        CaseDriver campaign = province.opens(AnAssignment.of("communications").with("VPUBND"))
                .begins()
                .does("task_draftPlan");
        campaign.fires("timer_consultUntil");
        assertThat(campaign.waitsAt()).containsExactly("task_approvePlan");
    }

    @Test
    void elsewhereTheHeadDecidesWhetherToWaitOn() {
        CaseDriver model = province.opens(AnAssignment.of("public-private").with("STC"))
                .begins()
                .does("task_chooseForm=agreement");
        model.fires("timer_consultUntil").does("task_resolveSilence=waitOn");
        assertThat(model.waitsAt()).containsExactly("task_giveOpinion");
        model.fires("timer_consultUntil").does("task_resolveSilence=proceed");
        assertThat(model.waitsAt()).containsExactly("task_decidePolicy");
    }
}
