package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.casework.Audience;
import vn.giaoviec.casework.CancelCase;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.DeadlineSignalled;
import vn.giaoviec.casework.HandOver;
import vn.giaoviec.casework.NoteProgress;
import vn.giaoviec.casework.OpenCases;
import vn.giaoviec.casework.Progress;
import vn.giaoviec.casework.ReopenCase;
import vn.giaoviec.casework.RequestExtension;
import vn.giaoviec.casework.ResumeCase;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.casework.SuspendCase;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.LedgerIsIntact;
import vn.giaoviec.testing.ListsAreWhole;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;
import vn.giaoviec.testing.TestDatabase;
import vn.giaoviec.testing.TotalsAreWhole;

/**
 * The shipped plan of 2024 is lived through day by day: people who are prompt, slow or asleep, returns, extensions,
 * suspensions, hand-overs and reopenings, weekends and holidays. A ghost writes down every evening how each case stands and
 * whom the deadline ladder has reached by then; in the end the system must have told exactly that.
 */
@Tag("database")
@ExtendWith({LedgerIsIntact.class, ListsAreWhole.class, TotalsAreWhole.class})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "giaoviec.notice.start-after=1d",
            "giaoviec.calendar.demo-start=2024-02-26"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Province.class, SimulatedYearTest.Ear.class})
class SimulatedYearTest {
    private static final int YEAR = 2024;

    /** What may be refused in a year of honest mistakes. */
    private static final Set<String> EXPECTED = Set.of(
            "refusal.recurringNotDoneBefore",
            "refusal.caseNotUnderWay",
            "refusal.extensionWaits",
            "refusal.extensionTooLate",
            "refusal.extensionBeyondPlan",
            "refusal.extensionNotLater",
            // asked for in the morning what was granted meanwhile
            "refusal.extensionsUsedUp",
            "refusal.unitHasItAlready");

    @LocalServerPort
    int port;

    @Autowired
    private Province province;

    @Autowired
    private Ear ear;

    @Autowired
    private Plans plans;

    @Autowired
    private OpenCases openCases;

    @Autowired
    private CaseHistory history;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private SuspendCase suspendCase;

    @Autowired
    private ResumeCase resumeCase;

    @Autowired
    private CancelCase cancelCase;

    @Autowired
    private HandOver handOver;

    @Autowired
    private ReopenCase reopenCase;

    @Autowired
    private RequestExtension requestExtension;

    @Autowired
    private NoteProgress noteProgress;

    private final Random random = new Random(33);
    private final Map<CaseKey, Ghost> ghosts = new LinkedHashMap<>();
    private final Map<LocalDate, Map<Standing, Integer>> evenings = new TreeMap<>();
    private final Set<String> refused = new HashSet<>();
    private WorkingDays days = WorkingDays.by(Map.of());

    @Test
    void aPlanYearEndsWithNumbersThatAddUp() {
        days = workingDays.known();
        province.as("office1", () -> openCases.issue(YEAR));
        meetNewCases();
        writesDown();
        while (clock.today().isBefore(LocalDate.of(YEAR + 1, 1, 31))) {
            province.turns(clock.today().plusDays(1));
            timePasses();
            if (days.isWorked(clock.today())) {
                peopleWork();
                officeAndLeadersSteer();
            }
            timePasses();
            writesDown();
        }

        assertThat(refused).isSubsetOf(EXPECTED);
        assertThat(ear.heard)
                .as("every reminder and escalation, each once")
                .containsExactlyInAnyOrderElementsOf(ghosts.values().stream()
                        .flatMap(ghost -> ghost.told().stream())
                        .toList());
        assertThat(ear.heard).extracting(DeadlineSignalled::audience).contains(Audience.values());
        nothingIsLeftBehind();
        assertThat(province.differences(YEAR)).isEmpty();
        theNumbersOfPastDaysAreThoseOfTheirEvenings();
    }

    /** The morning's or the evening's timers; the ghost says beforehand whom they must reach. */
    private void timePasses() {
        LocalDateTime moment = LocalDateTime.ofInstant(clock.instant(), BusinessClock.ZONE);
        for (Ghost ghost : ghosts.values()) {
            ghost.sees(history.find(ghost.key()).orElseThrow());
            ghost.climbs(moment, days);
        }
        province.timePasses();
    }

    private void peopleWork() {
        for (Ghost ghost : List.copyOf(ghosts.values())) {
            if (ghost.isOpen() && random.nextDouble() < ghost.diligence()) {
                attempt(() -> doesSomething(ghost));
            }
        }
    }

    private void doesSomething(Ghost ghost) {
        if (random.nextInt(6) == 0) {
            province.as(
                    officer(ghost.key()),
                    () -> noteProgress.note(ghost.key(), Progress.Kind.PROGRESS, "Đang làm", UUID.randomUUID()));
        }
        List<CaseDriver.Step> waiting =
                new ArrayList<>(province.drives(ghost.key()).waiting());
        waiting.removeIf(step -> step.element().equals("task_submit") && owesReports(ghost));
        if (!waiting.isEmpty()) {
            waiting.get(random.nextInt(waiting.size())).decidedBy(random).complete();
        }
        if (ghost.now().extensions() == 0 && random.nextInt(40) == 0) {
            province.as(
                    "head." + unit(ghost.key()),
                    () -> requestExtension.request(
                            ghost.key(), ghost.now().dueOn().plusDays(30), "Chờ hướng dẫn", UUID.randomUUID()));
        }
    }

    private boolean owesReports(Ghost ghost) {
        return ghost.now().reports() > 0
                && history.periods(ghost.key()).stream().anyMatch(period -> period.acceptedAt() == null);
    }

    /** A refusal is a person's mistake and changes nothing; anything else is ours. */
    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (Refusal | ProcessEngineException thrown) {
            Throwable cause = thrown;
            while (cause != null && !(cause instanceof Refusal)) {
                cause = cause.getCause();
            }
            if (!(cause instanceof Refusal refusal)) {
                throw thrown;
            }
            refused.add(refusal.key());
        }
    }

    private void officeAndLeadersSteer() {
        List<Ghost> all = List.copyOf(ghosts.values());
        Ghost one = all.get(random.nextInt(all.size()));
        UUID form = UUID.randomUUID();
        one.sees(history.find(one.key()).orElseThrow());
        switch (one.now().state()) {
            case OPEN -> {
                switch (random.nextInt(12)) {
                    case 0 -> office(() -> cancelCase.cancel(one.key(), "2/QĐ-UBND", "Không còn phù hợp", form));
                    case 1, 2 -> office(() -> suspendCase.suspend(one.key(), "1/QĐ-UBND", "Chờ văn bản", form));
                    case 3 -> office(() -> handOver.handOver(one.key(), "STTTT", "4/QĐ-UBND", "Sáp nhập", form));
                    default -> {
                        // leaders and office look on
                    }
                }
            }
            case COMPLETED -> {
                if (random.nextInt(8) == 0) {
                    office(() -> reopenCase.reopen(one.key(), "Thiếu số liệu", form));
                }
            }
            default -> {
                // it has ended, or rests
            }
        }
        all.stream()
                .filter(ghost -> ghost.now().state() == Case.State.SUSPENDED && random.nextInt(15) == 0)
                .forEach(ghost ->
                        office(() -> resumeCase.resume(ghost.key(), "3/QĐ-UBND", "Đã có văn bản", UUID.randomUUID())));
        meetNewCases();
    }

    private void office(Runnable order) {
        attempt(() -> province.as("office1", order));
    }

    private void meetNewCases() {
        for (Assignment assignment : plans.assignments(YEAR)) {
            for (Case one : history.ofAssignment(YEAR, assignment.code())) {
                ghosts.computeIfAbsent(one.key(), key -> new Ghost(key, one, diligence()));
            }
        }
    }

    /** Some are prompt, many take their time, a few sleep. */
    private double diligence() {
        return List.of(0.9, 0.5, 0.5, 0.25, 0.25, 0.12, 0.06, 0.0).get(random.nextInt(8));
    }

    private void writesDown() {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        for (Ghost ghost : ghosts.values()) {
            ghost.sees(history.find(ghost.key()).orElseThrow());
            counts.merge(standing(ghost.now()), 1, Integer::sum);
        }
        evenings.put(clock.today(), counts);
    }

    private Standing standing(Case now) {
        return switch (now.state()) {
            case OPEN -> clock.today().isAfter(now.dueOn()) ? Standing.OPEN_LATE : Standing.OPEN_IN_TIME;
            case COMPLETED ->
                LocalDate.ofInstant(Objects.requireNonNull(now.submittedAt()), BusinessClock.ZONE)
                                .isAfter(now.dueOn())
                        ? Standing.DONE_LATE
                        : Standing.DONE_IN_TIME;
            case SUSPENDED -> Standing.SUSPENDED;
            default -> Standing.OTHER;
        };
    }

    private void nothingIsLeftBehind() {
        Set<String> underWay = ghosts.values().stream()
                .filter(ghost ->
                        ghost.now().state() == Case.State.OPEN || ghost.now().state() == Case.State.SUSPENDED)
                .map(ghost -> ghost.key().toString())
                .collect(Collectors.toSet());
        assertThat(province.running()).isEqualTo(underWay);
        assertThat(province.watches()).as("one timer for each case under way").isEqualTo(underWay.size());
        assertThat(province.failedJobs()).isZero();
    }

    private void theNumbersOfPastDaysAreThoseOfTheirEvenings() {
        Set<Standing> seen = new HashSet<>();
        TasklistClient leader = TasklistClient.signIn(port, "leader1");
        evenings.forEach((evening, counts) -> {
            seen.addAll(counts.keySet());
            if (evening.getDayOfMonth() % 10 == 1) {
                List<Integer> expected = new ArrayList<>();
                expected.add(ghostsBy(counts) - counts.getOrDefault(Standing.OTHER, 0));
                for (Standing standing : Standing.values()) {
                    expected.add(counts.getOrDefault(standing, 0));
                }
                assertThat(wholeProvince(leader.get("/standing?asOf=" + evening).body()))
                        .as("as of %s", evening)
                        .isEqualTo(expected);
            }
        });
        // carrying over takes a second plan
        assertThat(seen).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Standing.CARRIED_OVER)));
        assertThat(leader.get("/standing?asOf=-4713-01-01").body())
                .as("a day before all plans")
                .contains("01/01/2000");
    }

    private static int ghostsBy(Map<Standing, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The bottom line of the first table. */
    private static List<Integer> wholeProvince(String page) {
        String foot = page.substring(page.indexOf("<tfoot"), page.indexOf("</tfoot"));
        List<Integer> numbers = new ArrayList<>();
        Matcher cell = Pattern.compile("<td>(\\d+)</td>").matcher(foot);
        while (cell.find()) {
            numbers.add(Integer.valueOf(cell.group(1)));
        }
        return numbers;
    }

    private static String officer(CaseKey key) {
        return "officer1." + unit(key);
    }

    private static String unit(CaseKey key) {
        return key.unit().toLowerCase(Locale.ROOT);
    }

    /** Hears what the ladder tells, once it is true. */
    @TestComponent
    static class Ear {
        private final List<DeadlineSignalled> heard = new ArrayList<>();

        @TransactionalEventListener
        void hears(DeadlineSignalled signal) {
            heard.add(signal);
        }
    }
}
