package vn.giaoviec.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.giaoviec.testing.CaseDriver;

class ResearchProcessTest extends ProcessTest {
    ResearchProcessTest() {
        super("research");
    }

    @Test
    void aSelectedOrganisationDeliversAndIsAcceptedOnBothLevels() {
        CaseDriver research = province.opens(assignment()).begins();
        research.does("task_propose", "task_councilReview=passed", "task_approveList=approved")
                .does("task_chooseMethod=selection", "task_selectOrganisation", "task_signContract")
                .does("task_carryOut", "task_checkProgress=continued", "task_acceptAtBase=passed")
                .does("task_submit", "task_approve=approved")
                .does("task_acceptAtProvince=passed", "task_accept=accepted");
        completed(research);
    }

    @Test
    void everyBodyMaySendTheWorkBack() {
        CaseDriver research = province.opens(assignment()).begins();
        research.does("task_propose", "task_councilReview=notPassed", "task_propose")
                .does("task_councilReview=passed", "task_approveList=returned")
                .does("task_councilReview=passed", "task_approveList=approved")
                .does("task_chooseMethod=direct", "task_assignDirectly", "task_signContract")
                .does("task_carryOut", "task_checkProgress=adjusted");
        deliversAgain(research, "task_acceptAtBase=supplement");
        deliversAgain(research, "task_acceptAtBase=passed", "task_submit", "task_approve=returned");
        deliversAgain(
                research,
                "task_acceptAtBase=passed",
                "task_submit",
                "task_approve=approved",
                "task_acceptAtProvince=supplement");
        assertThat(research.now().isSubmitted())
                .as("what the province sent back is not handed in")
                .isFalse();
        deliversAgain(
                research,
                "task_acceptAtBase=passed",
                "task_submit",
                "task_approve=approved",
                "task_acceptAtProvince=passed",
                "task_accept=returned");
        assertThat(research.waitsAt()).containsExactly("task_carryOut");
    }

    @Test
    void aContractMayBeTerminated() {
        CaseDriver research = contracted();
        research.does("task_carryOut", "task_checkProgress=terminated");
        endedWithoutProduct(research, "end_terminated");
    }

    @Test
    void aProductThatFailsTheProvinceCountsNowhere() {
        CaseDriver research = contracted();
        deliversAgain(
                research,
                "task_acceptAtBase=passed",
                "task_submit",
                "task_approve=approved",
                "task_acceptAtProvince=failed");
        endedWithoutProduct(research, "end_failed");
    }

    private CaseDriver contracted() {
        return province.opens(assignment())
                .begins()
                .does("task_propose", "task_councilReview=passed", "task_approveList=approved")
                .does("task_chooseMethod=direct", "task_assignDirectly", "task_signContract");
    }

    private static void deliversAgain(CaseDriver research, String... steps) {
        research.does("task_carryOut", "task_checkProgress=continued").does(steps);
    }
}
