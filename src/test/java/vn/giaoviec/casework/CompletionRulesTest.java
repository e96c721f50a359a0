package vn.giaoviec.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** The rules hold where the engine commits: nothing here goes through a form. */
@EngineTest
class CompletionRulesTest {
    private static final String OFFICER = "officer1.stttt";

    @Autowired
    Province province;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    RuntimeService runtime;

    @Autowired
    AuditLog audit;

    private CaseDriver work;

    @BeforeEach
    void aCaseOnTheOfficersDesk() {
        work = province.opens(AnAssignment.of("resources")).begins().does("task_classify=security");
    }

    @Test
    void noCompletionWithoutTheRequiredEvidence() {
        CaseDriver.Step dossier = work.step("task_prepareLevelDossier").withoutEvidence();
        refused(dossier::complete, "refusal.evidenceMissing");
        assertThat(work.waitsAt()).containsExactly("task_prepareLevelDossier");
    }

    @Test
    void noReturnWithoutAReason() {
        work.does("task_prepareLevelDossier");
        CaseDriver.Step appraisal =
                work.step("task_appraiseLevel").choosing("returned").unfilled();
        refused(appraisal::complete, "refusal.reasonMissing");
    }

    @Test
    void noCompletionWithoutTheRequiredWords() {
        work.step("task_prepareLevelDossier").complete();
        work.does("task_appraiseLevel=passed");
        refused(work.step("task_approveLevel").unfilled()::complete, "refusal.fieldMissing");
    }

    @Test
    void noDecisionStepWithoutADecision() {
        work.does("task_prepareLevelDossier");
        refused(work.step("task_appraiseLevel")::completeBare, "refusal.decisionMissing");
    }

    @Test
    void theSubmitterCannotApprove() {
        // an officer who is made head in the meantime still may not approve the own product
        work.does("task_prepareLevelDossier", "task_appraiseLevel=passed", "task_approveLevel");
        work.does("task_carryOut", "task_submit");
        province.promotes(OFFICER, "STTTT.head");
        try {
            CaseDriver.Step approval = work.step("task_approve").by(OFFICER).choosing("approved");
            refused(approval::complete, "refusal.fourEyes");
        } finally {
            province.demotes(OFFICER, "STTTT.head");
        }
        assertThat(work.waitsAt()).containsExactly("task_approve");
    }

    @Test
    void aStrangerCannotEvenSeeTheTask() {
        CaseDriver.Step dossier = work.step("task_prepareLevelDossier");
        String stranger = "officer1.snv";
        assertThatThrownBy(() -> province.as(stranger, () -> forms.submitTaskForm(dossier.taskId(), Map.of())))
                .isInstanceOf(AuthorizationException.class);
        assertThat(province.<Long>as(
                        stranger,
                        () -> tasks.createTaskQuery().taskId(dossier.taskId()).count()))
                .isZero();
    }

    @Test
    void aColleagueCannotCompleteWhatSomebodyElseHas() {
        CaseDriver.Step dossier = work.step("task_prepareLevelDossier");
        work.step("task_prepareLevelDossier").prepared();
        assertThatThrownBy(() -> province.as("officer2.stttt", () -> forms.submitTaskForm(dossier.taskId(), Map.of())))
                .isInstanceOf(FormFieldValidationException.class);
        assertThat(work.waitsAt()).containsExactly("task_prepareLevelDossier");
    }

    @Test
    void theHeadAssignsOnlyInsideTheUnit() {
        CaseDriver fresh = province.opens(AnAssignment.of("research")).does("task_receive=received");
        refused(fresh.step("task_assign").with("officer", "officer1.snv")::complete, "refusal.officerOfOtherUnit");
    }

    @Test
    void noClientWritesAVariableByWhateverWay() {
        work.step("task_prepareLevelDossier").prepared();
        String task = work.step("task_prepareLevelDossier").taskId();
        String execution = province.instance(work.key()).getId();
        Map<String, Object> forged = Map.of("levelAppraisal", "passed");
        Map<String, Object> transientOne =
                Variables.createVariables().putValueTyped("levelAppraisal", Variables.stringValue("passed", true));
        List<Runnable> ways = List.of(
                () -> tasks.complete(task, forged),
                () -> tasks.complete(task, transientOne),
                () -> tasks.completeWithVariablesInReturn(task, forged, false),
                () -> forms.submitTaskForm(task, forged),
                () -> forms.submitTaskForm(task, transientOne),
                () -> tasks.resolveTask(task, forged),
                () -> tasks.setVariable(task, "levelAppraisal", "passed"),
                () -> tasks.setVariableLocal(task, "levelAppraisal", "passed"),
                () -> tasks.setVariables(task, forged),
                () -> tasks.removeVariable(task, "unit"),
                () -> runtime.setVariable(execution, "levelAppraisal", "passed"),
                () -> runtime.setVariables(execution, forged),
                () -> runtime.removeVariable(execution, "unit"),
                () -> tasks.handleBpmnError(task, "any", "any", forged),
                () -> tasks.handleEscalation(task, "any", forged));
        for (Runnable way : ways) {
            assertThatThrownBy(() -> province.as(OFFICER, way))
                    .isInstanceOfAny(BadUserRequestException.class, FormFieldValidationException.class);
        }
        assertThat(runtime.getVariables(execution))
                .doesNotContainKey("levelAppraisal")
                .containsEntry("unit", "STTTT");
        assertThat(work.waitsAt()).containsExactly("task_prepareLevelDossier");
    }

    @Test
    void aRefusalIsRecordedAlthoughTheCommandWasRolledBack() {
        long before = lastEntry();
        CaseDriver.Step dossier = work.step("task_prepareLevelDossier").withoutEvidence();
        assertThatThrownBy(dossier::complete).isInstanceOf(FormFieldValidationException.class);
        assertThat(audit.after(before))
                .filteredOn(Entry::refused)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("refusal.evidenceMissing");
                    assertThat(entry.actor()).isEqualTo(OFFICER);
                    assertThat(entry.facts()).contains(dossier.taskId());
                });
    }

    @Test
    void aRefusalTellsThePersonInVietnameseWhatToDo() {
        CaseDriver.Step dossier = work.step("task_prepareLevelDossier").withoutEvidence();
        assertThatThrownBy(dossier::complete)
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("minh chứng")
                .hasMessageNotContaining("ENGINE-");
    }

    @Test
    void theCompletersOwnDraftIsFrozenWithTheStep() {
        CaseDriver.Step dossier = work.step("task_prepareLevelDossier").with("dossier", "hồ sơ cấp độ 2");
        dossier.complete();
        assertThat(province.handedIn(work.key()).get(dossier.taskId())).satisfies(draft -> {
            assertThat(draft.frozen()).isTrue();
            assertThat(draft.field("dossier")).isEqualTo("hồ sơ cấp độ 2");
        });
        assertThatThrownBy(() -> province.saves(OFFICER, dossier.taskId(), Map.of("dossier", "khác")))
                .isInstanceOf(Refusal.Conflict.class);
    }

    private void refused(Runnable attempt, String rule) {
        long before = lastEntry();
        assertThatThrownBy(attempt::run).isInstanceOf(FormFieldValidationException.class);
        assertThat(audit.after(before))
                .filteredOn(Entry::refused)
                .extracting(Entry::action)
                .containsExactly(rule);
    }

    private long lastEntry() {
        return audit.after(0).stream().mapToLong(Entry::id).max().orElse(0);
    }
}
