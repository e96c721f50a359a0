package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.LedgerIsIntact;
import vn.giaoviec.testing.ListsAreWhole;
import vn.giaoviec.testing.TasklistClient;
import vn.giaoviec.testing.TestDatabase;
import vn.giaoviec.testing.TotalsAreWhole;

/**
 * The province works: the shipped plan is issued, and one task of each solution group goes from issue to acceptance
 * through Tasklist's own interface and forms, with a return in between. Everything by HTTP, timers and jobs running.
 */
@Tag("database")
@ExtendWith({LedgerIsIntact.class, ListsAreWhole.class, TotalsAreWhole.class})
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanYearOverHttpTest {
    private static final int YEAR = 2024;

    @LocalServerPort
    int port;

    @Autowired
    Plans plans;

    @Autowired
    Contributions contributions;

    private final Map<String, TasklistClient> people = new HashMap<>();

    @Test
    @Order(1)
    void thePlanOfficeIssuesThePlanOnce() {
        TasklistClient office = person("office1");
        assertThat(office.submit("/plan", "/plan/2024/issue", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(plans.of(YEAR).orElseThrow().isIssued()).isTrue();
        String plan = office.get("/plan").body();
        assertThat(plan).contains("33/KH-UBND").contains("G1-01").contains("minh họa");

        HttpResponse<String> again = office.submit("/", "/plan/2024/issue", Map.of());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("33/KH-UBND").doesNotContain("Exception");
        assertThat(person("head.stttt")
                        .submit("/", "/plan/2024/issue", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(2)
    void tasklistOffersTheReadyMadeListsAndNoMore() {
        assertThat(person("officer1.stttt").filters())
                .containsExactlyInAnyOrder("Việc của tôi", "Việc của đơn vị tôi", "Quá hạn", "Đến hạn trong 7 ngày");
        assertThat(person("officer1.stttt").get("/engine-rest/task").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @Order(3)
    @CsvSource(
            delimiter = '|',
            value = {
                "G1-01|STTTT|officer1:task_draftPlan consult head:task_approvePlan=approved officer1:task_prepareContent"
                        + " head:task_approveContent=approved officer1:task_channelPress officer1:task_channelTraining"
                        + " officer1:task_channelSocial officer1:task_channelRadio|",
                "G2-01|STTTT|officer1:task_chooseForm=agreement consult leader:task_decidePolicy=approved head:task_sign|"
                        + "head:task_evaluatePilot=scaleUp officer1:task_scaleUp",
                "G3-01|SNN|officer1:task_propose appraiser2:task_councilReview=passed leader:task_approveList=approved"
                        + " appraiser2:task_chooseMethod=direct appraiser2:task_assignDirectly head:task_signContract|"
                        + "appraiser2:task_checkProgress=continued head:task_acceptAtBase=passed",
                "G4-01|SXD|head:task_classify=security officer1:task_prepareLevelDossier"
                        + " appraiserDeputy:task_appraiseLevel=passed head:task_approveLevel|",
                "G5-07|SNN|head:task_classify=delegation officer1:task_proposeDelegation"
                        + " appraiserHead:task_appraiseDelegation=passed leader:task_decideDelegation=granted|"
            })
    void oneTaskOfEveryGroupGoesFromIssueToAcceptance(
            String assignment, String unit, String groupSteps, String beforeSubmit) {
        CaseKey key = new CaseKey(YEAR, assignment, unit);
        String again = beforeSubmit == null ? "" : beforeSubmit;
        String afterApproval = assignment.startsWith("G3") ? "appraiserHead:task_acceptAtProvince=passed" : "";
        Map<String, Integer> supports =
                plans.assignment(YEAR, assignment).orElseThrow().supports();
        String indicator = supports.keySet().iterator().next();
        int before = accepted(indicator);

        walk(key, "head:task_receive=received head:task_assign " + groupSteps);
        walk(key, "officer1:task_carryOut " + again + " officer1:task_submit head:task_approve=returned");
        String form = openForm(key, "officer1", "task_carryOut");
        assertThat(form).contains("Cần bổ sung: số liệu chưa khớp").contains(assignment);
        walk(
                key,
                "officer1:task_carryOut " + again + " officer1:task_submit head:task_approve=approved "
                        + afterApproval);
        assertThat(accepted(indicator)).as("before acceptance").isEqualTo(before);
        walk(key, "office:task_accept=accepted");

        assertThat(accepted(indicator)).isEqualTo(before + 1);
        assertThat(contributions.differences(YEAR)).isEmpty();
        String dossier = person("leader1").get("/cases/" + key).body();
        assertThat(dossier)
                .contains("Hoàn thành đúng hạn")
                .contains("biên bản.txt")
                .contains("data-diagram");
        assertThat(person("leader1").get("/indicators/" + indicator).body()).contains(assignment);
    }

    private int accepted(String indicator) {
        return Objects.requireNonNull(contributions.support(YEAR).get(indicator))
                .acceptedCases();
    }

    private void walk(CaseKey key, String steps) {
        for (String step : steps.trim().split("\\s+", -1)) {
            if (step.equals("consult")) {
                everybodyAskedAgrees(key);
            } else {
                String[] parts = step.split("[:=]", -1);
                does(key, parts[0], parts[1], parts.length > 2 ? parts[2] : "");
            }
        }
    }

    private void does(CaseKey key, String role, String element, String option) {
        TasklistClient person = person(id(key, role));
        // joins of parallel branches continue as jobs, in their own time
        await().atMost(Duration.ofSeconds(30))
                .until(() -> person.tasks(key.toString()).containsKey(element));
        HttpResponse<String> done = person.does(key.toString(), element, option, Map.of());
        assertThat(done.statusCode())
                .as("%s by %s: %s", element, role, done.body())
                .isIn(200, 204);
    }

    private void everybodyAskedAgrees(CaseKey key) {
        List<String> units = plans.assignment(YEAR, key.assignment()).orElseThrow().coordinating().stream()
                .map(Assignment.Involved::unit)
                .toList();
        assertThat(units).isNotEmpty();
        units.forEach(unit -> does(key, "head@" + unit, "task_giveOpinion", "agreed"));
    }

    private String openForm(CaseKey key, String role, String element) {
        TasklistClient person = person(id(key, role));
        return person.get("/steps/" + person.tasks(key.toString()).get(element)).body();
    }

    private String id(CaseKey key, String role) {
        String appraiser = plans.groups(YEAR).stream()
                .filter(group -> group.number()
                        == plans.assignment(YEAR, key.assignment())
                                .orElseThrow()
                                .group())
                .findFirst()
                .orElseThrow()
                .appraiser();
        return switch (role) {
            case "leader" -> "leader1";
            case "office" -> "office1";
            case "appraiserHead" -> at("head", appraiser);
            case "appraiserDeputy" -> at("deputy", appraiser);
            case "appraiser2" -> at("officer2", appraiser);
            default -> role.startsWith("head@") ? at("head", role.substring("head@".length())) : at(role, key.unit());
        };
    }

    private static String at(String position, String unit) {
        return position + "." + unit.toLowerCase(Locale.ROOT);
    }

    private TasklistClient person(String id) {
        return people.computeIfAbsent(id, any -> TasklistClient.signIn(port, id));
    }
}
