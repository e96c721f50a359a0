package vn.giaoviec.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.audit.EntryFilter;
import vn.giaoviec.audit.SearchAudit;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.ShowStep;
import vn.giaoviec.casework.WorkItem;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.Absence;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/** Who stands in sees and does the steps of who is away, for as long as that lasts, and it is said so everywhere. */
@EngineTest
class ActsInAbsenceTest {
    private static final String HEAD = "head.sdl";
    private static final String OFFICER = "officer1.sdl";
    private static final String COLLEAGUE = "officer2.sdl";

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    Absence absence;

    @Autowired
    NameSubstitute nameSubstitute;

    @Autowired
    CaseHistory history;

    @Autowired
    ShowStep showStep;

    @Autowired
    AuditLog audit;

    @Autowired
    SearchAudit searchAudit;

    @Autowired
    BusinessClock clock;

    @AfterEach
    void everybodyIsBack() {
        absence.nobody();
    }

    @Test
    void aRunningSessionSeesTheStepsAtOnceAndNoLongerThanItLasts() {
        CaseDriver work = aCase();
        String key = work.key().toString();
        TasklistClient colleague = TasklistClient.signIn(port, COLLEAGUE);
        assertThat(colleague.tasks(key)).isEmpty();

        absence.begins(HEAD + ">" + COLLEAGUE + ":HEAD", 2);
        assertThat(colleague.tasks(key)).containsOnlyKeys("task_receive");
        assertThat(colleague.get("/").body()).contains(key);
        assertThat(colleague.get("/approvals").body()).contains(key);

        String task = work.step("task_receive").taskId();
        province.turns(clock.today().plusDays(1));
        assertThat(colleague.tasks(key)).as("the last day").containsOnlyKeys("task_receive");
        work.step("task_receive").by(COLLEAGUE).choosing("received").prepared();

        province.turns(clock.today().plusDays(1));
        assertThat(colleague.tasks(key))
                .as("the day after, without anybody's doing")
                .isEmpty();
        assertThat(colleague.get("/approvals").body()).doesNotContain(key);
        assertThatThrownBy(() -> work.step("task_receive").by(COLLEAGUE).completeBare())
                .isInstanceOf(RuntimeException.class);
        assertThat(colleague
                        .own("POST", "/approvals/" + task, Map.of("decision", "received"))
                        .body())
                .contains("đã kết thúc");
        assertThat(work.waitsAt()).containsExactly("task_receive");
        assertThat(province.as(COLLEAGUE, () -> showStep.show(task).draft().decision()))
                .as("nothing typed is lost")
                .isEqualTo("received");
    }

    @Test
    void whatIsDoneInAnothersNameSaysSo() {
        CaseDriver work = aCase();
        String key = work.key().toString();
        absence.begins(HEAD + ">" + COLLEAGUE + ":HEAD", 2);
        TasklistClient.signIn(port, COLLEAGUE)
                .own("POST", "/approvals/" + work.step("task_receive").taskId(), Map.of("decision", "received"));
        assertThat(work.waitsAt()).containsExactly("task_assign");
        WorkItem done = history.steps(work.key()).get(0);
        assertThat(done.completedBy()).isEqualTo(COLLEAGUE);
        assertThat(done.actingFor()).isEqualTo(HEAD);
        assertThat(audit.of(work.key()).stream().filter(entry -> entry.action().equals("StepCompleted")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(COLLEAGUE);
                    assertThat(entry.actingFor()).isEqualTo(HEAD);
                    assertThat(entry.facts()).contains("\"actingFor\":\"" + HEAD + "\"");
                });
        for (String person : List.of(COLLEAGUE, HEAD)) {
            assertThat(found(person, work)).as(person).extracting(Entry::action).contains("StepCompleted");
        }
        String words = "(mẫu) thay mặt Lãnh đạo Sở Du lịch (mẫu)";
        TasklistClient head = TasklistClient.signIn(port, HEAD);
        assertThat(head.get("/cases/" + key).body()).contains(words);
        assertThat(head.get("/steps/" + work.step("task_assign").taskId() + "/dossier")
                        .body())
                .contains(words);
        assertThat(head.get("/completed").body()).contains(words);
        assertThat(TasklistClient.signIn(port, "inspector1")
                        .get("/audit?theCase=" + key)
                        .body())
                .contains("thay mặt");
    }

    private List<Entry> found(String person, CaseDriver work) {
        return province.as(
                "inspector1",
                () -> searchAudit.before(
                        new EntryFilter(person, null, work.key(), null, null, null, false), Long.MAX_VALUE, 50));
    }

    @Test
    void aStepThatTheAbsentOneHasIsTakenOverAndWorkedInTasklist() {
        CaseDriver work = aCase().does("task_receive=received");
        work.step("task_assign").with("officer", OFFICER).complete();
        work.does("task_classify=security");
        String element = work.waitsAt().iterator().next();
        String task = work.step(element).taskId();
        TasklistClient colleague = TasklistClient.signIn(port, COLLEAGUE);
        assertThat(colleague
                        .own("POST", "/approvals/" + task + "/take-over", Map.of())
                        .statusCode())
                .isEqualTo(403);
        absence.begins(OFFICER + ">" + COLLEAGUE + ":OWN", 2);
        assertThat(colleague.get("/approvals/" + task).body()).contains("Nhận thay");
        assertThat(colleague
                        .own("POST", "/approvals/" + task + "/take-over", Map.of())
                        .statusCode())
                .isEqualTo(302);
        work.step(element).by(COLLEAGUE).complete();
        assertThat(history.steps(work.key()))
                .filteredOn(step -> step.taskId().equals(task))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.completedBy()).isEqualTo(COLLEAGUE);
                    assertThat(step.actingFor()).isEqualTo(OFFICER);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "head.sdl, '', head.sdl, HEAD, 0, 1, refusal.substituteIsOneself",
        "head.sdl, '', officer1.snv, HEAD, 0, 1, refusal.substituteOfOtherUnit",
        "head.sdl, '', officer1.sdl, OWN, 0, 1, refusal.substitutionScope",
        "head.sdl, '', officer1.sdl, HEAD, -1, 1, refusal.substitutionDays",
        "head.sdl, '', officer1.sdl, HEAD, 2, 1, refusal.substitutionDays",
        "head.sdl, '', officer1.sdl, HEAD, 0, 400, refusal.substitutionTooLong",
        "head.sdl, officer1.snv, officer2.snv, OWN, 0, 1, refusal.substitutionNotYours",
        "officer1.sdl, officer2.sdl, head.sdl, OWN, 0, 1, refusal.substitutionNotYours",
        "officer1.sdl, '', officer2.sdl, HEAD, 0, 1, refusal.substitutionScope",
        "leader1, '', office1, OWN, 0, 1, refusal.substitutionScope",
        "office1, '', head.sdl, OWN, 0, 1, refusal.substituteOfOtherUnit",
        "office1, '', leader1, OWN, 0, 1, refusal.substituteOfOtherUnit",
        "admin1, head.sdl, admin1, HEAD, 0, 1, refusal.substituteOfOtherUnit",
    })
    void whatDoesNotFitIsRefused(
            String by, String person, String substitute, Substitution.Scope scope, int from, int to, String refusal) {
        LocalDate today = clock.today();
        assertThatThrownBy(() -> province.as(
                        by,
                        () -> nameSubstitute.name(
                                person, substitute, scope, today.plusDays(from), today.plusDays(to), "")))
                .isInstanceOf(Refusal.class)
                .hasMessage(refusal);
    }

    @Test
    void oneSubstituteForAPersonMatterAndDayWhoIsThere() {
        absence.begins(HEAD + ">" + COLLEAGUE + ":HEAD", 3);
        assertThatThrownBy(() -> absence.begins(HEAD + ">" + OFFICER + ":HEAD", 1))
                .hasMessage("refusal.substitutionOverlaps");
        assertThatThrownBy(() -> absence.begins("deputy.sdl>" + HEAD + ":HEAD", 1))
                .hasMessage("refusal.substituteIsAway");
        absence.ends(HEAD);
        absence.begins(HEAD + ">" + OFFICER + ":HEAD", 1);
    }

    @Test
    void forWhoIsAwayUnplannedAnAdministratorNamesOne() {
        LocalDate today = clock.today();
        province.as("admin1", () -> nameSubstitute.name(HEAD, COLLEAGUE, Substitution.Scope.HEAD, today, today, "Ốm"));
        assertThat(TasklistClient.signIn(port, HEAD).get("/substitutions").body())
                .contains("Ốm", "Quản trị", "thay mặt");
        TasklistClient.signIn(port, HEAD).own("POST", "/substitutions/" + absence.latest(HEAD) + "/end", Map.of());
        assertThatThrownBy(() -> absence.latest(HEAD)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whoMovesToAnotherUnitStandsInNoMore() {
        CaseDriver work = aCase();
        absence.begins(HEAD + ">" + COLLEAGUE + ":HEAD", 2);
        province.demotes(COLLEAGUE, "SDL.staff");
        province.promotes(COLLEAGUE, "SNV.staff");
        try {
            assertThat(TasklistClient.signIn(port, COLLEAGUE).tasks(work.key().toString()))
                    .isEmpty();
        } finally {
            province.demotes(COLLEAGUE, "SNV.staff");
            province.promotes(COLLEAGUE, "SDL.staff");
        }
    }

    private CaseDriver aCase() {
        return province.opens(AnAssignment.of("resources").ledBy("SDL"));
    }
}
