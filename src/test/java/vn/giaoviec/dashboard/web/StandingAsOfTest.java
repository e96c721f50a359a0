package vn.giaoviec.dashboard.web;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.CancelCase;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.HandOver;
import vn.giaoviec.casework.NoteProgress;
import vn.giaoviec.casework.Progress;
import vn.giaoviec.casework.ReopenCase;
import vn.giaoviec.casework.RequestExtension;
import vn.giaoviec.casework.ResumeCase;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.casework.SuspendCase;
import vn.giaoviec.dashboard.web.CaseListQuery.CaseLine;
import vn.giaoviec.dashboard.web.CaseListQuery.Wanted;
import vn.giaoviec.dashboard.web.CourseQuery.Evening;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.indicator.Support;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.web.Slice;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** Random histories: what each day was like, told by its own evening, is told the same long afterwards. */
@EngineTest
class StandingAsOfTest {
    private static final List<String> UNITS = List.of("STTTT", "SKHCN", "SNN", "SXD");

    @Autowired
    private Province province;

    @Autowired
    private CaseListQuery cases;

    @Autowired
    private TallyQuery tallies;

    @Autowired
    private CourseQuery courses;

    @Autowired
    private Contributions contributions;

    @Autowired
    private Directory directory;

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

    private final List<CaseDriver> all = new ArrayList<>();
    private Random random = new Random(0);

    static IntStream seeds() {
        return IntStream.range(0, Boolean.getBoolean("giaoviec.campaign") ? 20 : 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPastDayIsToldAsItWas(int seed) {
        random = new Random(seed);
        LocalDate first = clock.today();
        int year = issues(16);
        Map<LocalDate, Map<String, Standing>> evenings = new TreeMap<>();
        Map<LocalDate, Set<String>> noted = new TreeMap<>();
        Map<LocalDate, Map<String, Support>> supports = new TreeMap<>();
        for (int turn = 0; turn < 40; turn++) {
            noted.put(clock.today(), new HashSet<>());
            for (int action = 0; action < 6; action++) {
                somethingHappens(noted.get(clock.today()));
            }
            todayReconciles(year, noted);
            LocalDate next = clock.today().plusDays(1 + random.nextInt(9));
            for (LocalDate evening = clock.today(); evening.isBefore(next); evening = evening.plusDays(1)) {
                evenings.put(evening, toldBy(evening));
                supports.put(evening, contributions.support(year));
            }
            province.turns(next);
        }
        assertThat(evenings.values().stream().flatMap(told -> told.values().stream()))
                .as("a history in which everything happens")
                // carrying over takes a second plan
                .containsAll(EnumSet.complementOf(EnumSet.of(Standing.CARRIED_OVER)));

        assertThat(find(year, Wanted.EVERYTHING, first.minusDays(1))).isEmpty();
        supports.forEach((evening, told) -> assertThat(contributions.support(year, CaseListQuery.endOf(evening)))
                .as("support at the end of %s", evening)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(told));
        evenings.forEach((evening, told) -> {
            List<CaseLine> lines = find(year, Wanted.EVERYTHING, evening);
            assertThat(lines.stream().collect(toMap(CaseLine::caseKey, CaseLine::standing)))
                    .as("standing at the end of %s", evening)
                    .isEqualTo(told);
            reconciles(year, evening, lines, noted);
        });
    }

    private int issues(int number) {
        int year = province.issues(IntStream.rangeClosed(1, number)
                .mapToObj(one -> AnAssignment.of("resources")
                        .code("T-%02d".formatted(one))
                        .ledBy(UNITS.get(one % UNITS.size()))
                        .supporting(one % 2 == 0 ? Map.of("CQ6", 1) : Map.of("CQ6", 1, "KT4", 1))
                        .dueOn(clock.today().plusDays(5 + random.nextInt(120)).toString()))
                .toArray(AnAssignment[]::new));
        all.clear();
        for (int one = 1; one <= number; one++) {
            all.add(province.drives(new CaseKey(year, "T-%02d".formatted(one), UNITS.get(one % UNITS.size()))));
        }
        return year;
    }

    private void somethingHappens(Set<String> noted) {
        CaseDriver one = all.get(random.nextInt(all.size()));
        Case now = one.now();
        UUID form = UUID.randomUUID();
        switch (now.state()) {
            case OPEN -> {
                String head = "head." + now.key().unit().toLowerCase(Locale.ROOT);
                switch (random.nextInt(9)) {
                    case 0 -> office(() -> suspendCase.suspend(one.key(), "1/QĐ", "chờ", form));
                    case 1 -> office(() -> cancelCase.cancel(one.key(), "2/QĐ", "thôi", form));
                    case 2 -> handsOver(one, form);
                    case 3, 4 -> {
                        province.as(head, () -> noteProgress.note(one.key(), Progress.Kind.PROGRESS, "đang làm", form));
                        noted.add(one.key().toString());
                    }
                    case 5 -> asksForTime(one, now, head, form);
                    default -> goesOn(one);
                }
            }
            case SUSPENDED -> office(() -> resumeCase.resume(one.key(), "3/QĐ", "tiếp", form));
            case COMPLETED -> {
                if (random.nextInt(4) == 0) {
                    office(() -> reopenCase.reopen(one.key(), "thiếu số liệu", form));
                }
            }
            default -> {
                // it has ended for good
            }
        }
    }

    private void office(Runnable order) {
        province.as("office1", order);
    }

    private void handsOver(CaseDriver one, UUID form) {
        String unit = UNITS.get(random.nextInt(UNITS.size()));
        boolean exists = directory.unit(unit).orElseThrow().existsOn(clock.today());
        if (exists
                && all.stream()
                        .noneMatch(
                                any -> any.key().assignment().equals(one.key().assignment())
                                        && any.key().unit().equals(unit))) {
            office(() -> handOver.handOver(one.key(), unit, "4/QĐ", "sáp nhập", form));
            all.add(province.drives(Objects.requireNonNull(one.now().handedTo())));
        }
    }

    private void asksForTime(CaseDriver one, Case now, String head, UUID form) {
        if (now.extensions() == 0 && !clock.today().isAfter(now.dueOn())) {
            province.as(
                    head, () -> requestExtension.request(one.key(), now.dueOn().plusDays(20), "thiếu người", form));
            one.step("task_decideExtension").by("leader1").choosing("granted").complete();
        }
    }

    /** To the officer's desk, to the head's, sent back from there, or to the end. */
    private static void goesOn(CaseDriver one) {
        Set<String> waits = one.waitsAt();
        if (waits.contains("task_receive")) {
            one.begins().throughResources();
        } else if (waits.contains("task_carryOut")) {
            one.does("task_carryOut", "task_submit");
        } else if (one.now().runNumber() == 1 && one.now().key().assignment().endsWith("3")) {
            one.does("task_approve=returned", "task_carryOut", "task_submit", "task_approve=approved")
                    .does("task_accept=accepted");
        } else {
            one.does("task_approve=approved", "task_accept=accepted");
        }
    }

    /** By the very words of the regulation, from the case alone. */
    private Map<String, Standing> toldBy(LocalDate evening) {
        Map<String, Standing> told = new HashMap<>();
        all.forEach(one -> told.put(one.key().toString(), standing(one.now(), evening)));
        return told;
    }

    private static Standing standing(Case now, LocalDate evening) {
        Instant deadline =
                now.dueOn().plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();
        if (now.state() == Case.State.COMPLETED) {
            boolean inTime = Objects.requireNonNull(now.submittedAt()).isBefore(deadline);
            return inTime ? Standing.DONE_IN_TIME : Standing.DONE_LATE;
        }
        if (now.state() == Case.State.OPEN) {
            return evening.isAfter(now.dueOn()) ? Standing.OPEN_LATE : Standing.OPEN_IN_TIME;
        }
        return now.state() == Case.State.SUSPENDED ? Standing.SUSPENDED : Standing.OTHER;
    }

    /** The counts are those of the cases, in whatever way they are added up. */
    private void reconciles(int year, LocalDate evening, List<CaseLine> lines, Map<LocalDate, Set<String>> noted) {
        Set<String> recently = noted.entrySet().stream()
                .filter(day -> day.getKey().isAfter(evening.minusDays(30))
                        && !day.getKey().isAfter(evening))
                .flatMap(day -> day.getValue().stream())
                .collect(Collectors.toSet());
        Tallies told = tallies.of(year, evening);
        Tally whole = told.whole();
        assertThat(whole).isEqualTo(counted(lines, recently));
        assertThat(whole.total() + whole.count(Standing.OTHER)).isEqualTo(lines.size());
        Function<CaseLine, String> unit = line -> CaseKey.of(line.caseKey()).unit();
        assertThat(told.ofEach(Tallies.UNIT)).isEqualTo(counted(lines, recently, unit));
        assertThat(told.ofEach(Tallies.GROUP))
                .isEqualTo(counted(lines, recently, line -> String.valueOf(line.group())));
        List<CaseLine> ofPillar = find(year, new Wanted(null, null, "CQ", null, null), evening);
        for (Standing standing : Standing.values()) {
            find(year, new Wanted(null, null, null, null, standing), evening);
            find(year, new Wanted(4, null, null, null, standing), evening);
            find(year, new Wanted(null, UNITS.get(0), null, null, standing), evening);
            find(year, new Wanted(null, null, "CQ", null, standing), evening);
        }
        find(year, new Wanted(null, "%", null, null, null), evening);
        assertThat(told.ofEach(Tallies.PILLAR))
                .isEqualTo(ofPillar.isEmpty() ? Map.of() : Map.of("CQ", counted(ofPillar, recently)));
        courseReconciles(year, evening, told);
    }

    /** All of the list, as it is taken away. */
    private List<CaseLine> find(int year, Wanted wanted, LocalDate evening) {
        List<CaseLine> lines = cases.find(year, wanted, evening, Slice.uncounted(1, "csv"));
        assertThat(cases.count(year, wanted, evening)).as("%s", wanted).isEqualTo(lines.size());
        return lines;
    }

    /** What is kept with the cases is what counting them comes to. */
    private void todayReconciles(int year, Map<LocalDate, Set<String>> noted) {
        LocalDate today = clock.today();
        reconciles(year, today, find(year, Wanted.EVERYTHING, today), noted);
        assertThat(tallies.whole(year)).isEqualTo(tallies.of(year, today).whole());
        assertThat(tallies.unit(year, UNITS.get(0)))
                .isEqualTo(tallies.of(year, today).unit(UNITS.get(0)));
    }

    /** The course of the year counts in another statement, and comes to the same. */
    private void courseReconciles(int year, LocalDate evening, Tallies told) {
        assertThat(courses.evenings(year, List.of(evening)).stream()
                        .collect(toMap(Evening::unit, one -> List.of(one.issued(), one.accepted(), one.late()))))
                .isEqualTo(told.ofEach(Tallies.UNIT).entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                one -> List.of(
                                        one.getValue().total(),
                                        one.getValue().done(),
                                        one.getValue().count(Standing.OPEN_LATE)))));
        assertThat(tallies.withPlanned(year, evening).planned().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(told.whole().total());
    }

    private static Map<String, Tally> counted(
            List<CaseLine> lines, Set<String> recently, Function<CaseLine, String> by) {
        return lines.stream().collect(groupingBy(by, collectingAndThen(toList(), these -> counted(these, recently))));
    }

    private static Tally counted(List<CaseLine> lines, Set<String> recently) {
        return new Tally(
                lines.stream().collect(groupingBy(CaseLine::standing, summingInt(line -> 1))), (int) lines.stream()
                        .filter(line -> line.standing().name().startsWith("OPEN") && recently.contains(line.caseKey()))
                        .count());
    }
}
