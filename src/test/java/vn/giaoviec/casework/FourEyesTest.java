package vn.giaoviec.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** Nobody decides on their own submission, however the groups change meanwhile. */
@EngineTest
class FourEyesTest {
    @Autowired
    Province province;

    @Autowired
    AuditLog audit;

    /** What happens first, who then tries which step with which choice, and the group that person gets for it. */
    static Stream<Arguments> constellations() {
        String[] submitted = {
            "task_classify=security",
            "task_prepareLevelDossier",
            "task_appraiseLevel=passed",
            "task_approveLevel",
            "task_carryOut",
            "task_submit"
        };
        return Stream.of(
                Arguments.of(
                        "the submitter was made head",
                        "resources",
                        submitted,
                        "officer1.stttt",
                        "STTTT.head",
                        "task_approve=approved"),
                Arguments.of(
                        "the submitter also sits in the plan office",
                        "resources",
                        plus(submitted, "task_approve=approved"),
                        "officer1.stttt",
                        "plan-office",
                        "task_accept=accepted"),
                Arguments.of(
                        "the approving head also sits in the plan office",
                        "resources",
                        plus(submitted, "task_approve=approved@head.stttt"),
                        "head.stttt",
                        "plan-office",
                        "task_accept=accepted"),
                Arguments.of(
                        "who prepared the dossier appraises it",
                        "resources",
                        new String[] {"task_classify=security", "task_prepareLevelDossier"},
                        "officer1.stttt",
                        "SKHCN.head",
                        "task_appraiseLevel=passed"),
                Arguments.of(
                        "who prepared the dossier approves it",
                        "resources",
                        new String[] {"task_classify=security", "task_prepareLevelDossier", "task_appraiseLevel=passed"
                        },
                        "officer1.stttt",
                        "STTTT.head",
                        "task_approveLevel"),
                Arguments.of(
                        "who appraised the dossier approves it",
                        "resources",
                        new String[] {
                            "task_classify=security", "task_prepareLevelDossier", "task_appraiseLevel=passed@head.skhcn"
                        },
                        "head.skhcn",
                        "STTTT.head",
                        "task_approveLevel"),
                Arguments.of(
                        "who drafted the plan approves it",
                        "communications",
                        new String[] {"task_draftPlan"},
                        "officer1.stttt",
                        "STTTT.head",
                        "task_approvePlan=approved"),
                Arguments.of(
                        "who prepared the content approves it",
                        "communications",
                        new String[] {"task_draftPlan", "task_approvePlan=approved", "task_prepareContent"},
                        "officer1.stttt",
                        "STTTT.head",
                        "task_approveContent=approved"),
                Arguments.of(
                        "who chose the form of co-operation decides on it",
                        "public-private",
                        new String[] {"task_chooseForm=freePilot"},
                        "officer1.stttt",
                        "leader",
                        "task_decidePolicy=approved"),
                Arguments.of(
                        "who proposed the research sits in the council",
                        "research",
                        new String[] {"task_propose"},
                        "officer1.stttt",
                        "SKHCN.staff",
                        "task_councilReview=passed"),
                Arguments.of(
                        "who carried it out approves what a colleague submitted",
                        "resources",
                        plus(
                                submitted,
                                "task_approve=returned",
                                "task_carryOut@officer1.stttt",
                                "task_submit@officer2.stttt"),
                        "officer1.stttt",
                        "STTTT.head",
                        "task_approve=approved"));
    }

    private static String[] plus(String[] steps, String... more) {
        return Stream.concat(Stream.of(steps), Stream.of(more)).toArray(String[]::new);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("constellations")
    void isRefused(String what, String process, String[] before, String person, String group, String attempt) {
        CaseDriver work = province.opens(AnAssignment.of(process)).begins();
        for (String step : before) {
            does(work, step);
        }
        String element = attempt.split("=", -1)[0];
        province.promotes(person, group);
        try {
            long last = audit.after(0).stream().mapToLong(Entry::id).max().orElse(0);
            CaseDriver.Step step = work.step(element).by(person);
            if (attempt.contains("=")) {
                step.choosing(attempt.split("=", -1)[1]);
            }
            assertThatThrownBy(step::complete).isInstanceOf(FormFieldValidationException.class);
            assertThat(audit.after(last).stream().filter(Entry::refused))
                    .extracting(Entry::action)
                    .containsExactly("refusal.fourEyes");
        } finally {
            province.demotes(person, group);
        }
        assertThat(work.waitsAt()).contains(element);
    }

    private static boolean wasRefused(Future<Boolean> attempt) {
        try {
            return !attempt.get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** {@code step=option@person}; without a person, somebody who may. */
    private static void does(CaseDriver work, String step) {
        String[] parts = step.split("@", -1);
        String[] choice = parts[0].split("=", -1);
        CaseDriver.Step one = work.step(choice[0]);
        if (choice.length > 1) {
            one.choosing(choice[1]);
        }
        if (parts.length > 1) {
            one.handedTo(parts[1]);
        }
        one.complete();
    }

    @Test
    void whoeverBecomesHeadWhileSubmittingCannotApproveInTheSameMoment() throws Exception {
        CaseDriver work = province.opens(AnAssignment.of("resources"))
                .begins()
                .does(
                        "task_classify=security",
                        "task_prepareLevelDossier",
                        "task_appraiseLevel=passed",
                        "task_approveLevel",
                        "task_carryOut",
                        "task_submit");
        province.promotes("officer1.stttt", "STTTT.head");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> attempt = () -> {
                try {
                    work.step("task_approve")
                            .by("officer1.stttt")
                            .choosing("approved")
                            .complete();
                    return true;
                } catch (RuntimeException refused) {
                    return false;
                }
            };
            assertThat(threads.invokeAll(List.of(attempt, attempt, attempt, attempt)))
                    .allMatch(FourEyesTest::wasRefused, "all refused");
        } finally {
            threads.shutdown();
            province.demotes("officer1.stttt", "STTTT.head");
        }
        assertThat(work.waitsAt()).containsExactly("task_approve");
    }
}
