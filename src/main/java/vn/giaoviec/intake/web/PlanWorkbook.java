package vn.giaoviec.intake.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Pillar;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.SolutionGroup;
import vn.giaoviec.plan.Target;
import vn.giaoviec.sheet.TextWorkbook;

/**
 * A whole plan as a workbook in the form of an annex, how its cases stand beside it. What it says of the plan can be taken in
 * again, and comes to the same plan.
 */
final class PlanWorkbook {
    private static final List<Integer> WIDTHS = List.of(12, 60, 34, 34, 18, 40, 20, 30, 44);
    private static final List<Integer> TARGET_WIDTHS = List.of(12, 70, 14, 24, 40);
    private static final String[] ROMAN = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};
    private static final int LONGEST_NAMES = 1_500;

    private final Whole whole;
    private final Words words;
    private final Map<String, Unit> units;

    private PlanWorkbook(Whole whole, Words words) {
        this.whole = whole;
        this.words = words;
        this.units = whole.units.stream().collect(Collectors.toMap(Unit::code, Function.identity()));
    }

    static byte[] of(Whole whole, Words words) {
        PlanWorkbook book = new PlanWorkbook(whole, words);
        TextWorkbook workbook = new TextWorkbook();
        book.assignments(workbook.page(words.say("export.assignments"), WIDTHS));
        book.targets(workbook.page(words.say("export.targets"), TARGET_WIDTHS));
        return workbook.bytes();
    }

    private void title(TextWorkbook.Page page, String key) {
        Plan plan = whole.plan;
        page.heading(List.of(words.say(key)));
        page.row(List.of(words.say(
                "export.of",
                plan.number(),
                "%1$td/%1$tm/%1$tY".formatted(plan.issuedOn()),
                plan.issuer().vi(),
                plan.title().vi())));
        page.row(List.of());
    }

    private void assignments(TextWorkbook.Page page) {
        title(page, "export.assignmentsTitle");
        page.heading(headers(
                "code", "title", "lead", "coordinating", "deadline", "deliverable", "indicators", "state", "cases"));
        int section = 0;
        for (SolutionGroup group : whole.groups) {
            List<Assignment> own = whole.assignments.stream()
                    .filter(one -> one.group() == group.number())
                    .toList();
            if (own.isEmpty()) {
                continue;
            }
            page.heading(List.of(roman(section++), group.name().vi()));
            own.forEach(one -> page.row(row(one)));
        }
    }

    private List<String> row(Assignment one) {
        String none = hasHeadline(one) ? "-" : "";
        List<Case> cases = whole.cases.getOrDefault(one.code(), List.of());
        String coordinating = names(one.coordinating());
        String all = coordinating.isEmpty() || one.invited().isEmpty()
                ? coordinating + one.invited()
                : coordinating + "; " + one.invited();
        return List.of(
                one.code(),
                one.title().vi(),
                names(one.lead()),
                all.isEmpty() ? none : all,
                one.deadline(),
                one.deliverable().vi().isEmpty() ? none : one.deliverable().vi(),
                supports(one),
                whole.plan.isIssued() ? state(cases) : words.say("export.notIssued"),
                cases.stream()
                        .map(each -> unit(each.unit()) + ": " + words.say("standing." + each.standing()))
                        .collect(Collectors.joining("; ")));
    }

    /** Whether the code alone makes the row part of another, from which an empty cell would take its words. */
    private boolean hasHeadline(Assignment one) {
        Set<String> codes =
                whole.assignments.stream().map(Assignment::code).collect(Collectors.toCollection(HashSet::new));
        int dot = one.code().lastIndexOf('.');
        return dot > 0 && codes.contains(one.code().substring(0, dot));
    }

    private String state(List<Case> cases) {
        Map<String, Long> counted =
                cases.stream().collect(Collectors.groupingBy(Case::standing, TreeMap::new, Collectors.counting()));
        return counted.size() == 1
                ? words.say("standing." + counted.keySet().iterator().next())
                : counted.entrySet().stream()
                        .map(each -> words.say("standing." + each.getKey()) + ": " + each.getValue())
                        .collect(Collectors.joining("; "));
    }

    private String names(List<Assignment.Involved> involved) {
        String full = involved.stream().map(one -> name(one.unit(), false)).collect(Collectors.joining("; "));
        return full.length() <= LONGEST_NAMES
                ? full
                : involved.stream().map(one -> name(one.unit(), true)).collect(Collectors.joining("; "));
    }

    private String name(String code, boolean shortly) {
        Unit unit = units.get(code);
        return unit == null ? code : shortly ? unit.shortName() : unit.name().vi();
    }

    private String unit(String code) {
        return name(code, true);
    }

    private static String supports(Assignment one) {
        return one.supports().isEmpty()
                ? "-"
                : new TreeMap<>(one.supports())
                        .entrySet().stream()
                                .map(support -> support.getKey() + " (" + support.getValue() + ")")
                                .collect(Collectors.joining("; "));
    }

    private void targets(TextWorkbook.Page page) {
        title(page, "export.targetsTitle");
        page.heading(headers("targetCode", "target", "measure", "figure", "owner"));
        String pillar = "";
        int section = 0;
        for (Target target : whole.targets) {
            String own = target.pillar() == null ? "-" : target.pillar();
            if (!own.equals(pillar)) {
                pillar = own;
                page.heading(List.of(roman(section++), pillarName(target.pillar())));
            }
            String owner = target.owner();
            String measure = target.measure();
            page.row(List.of(
                    target.code(),
                    target.name().vi(),
                    measure == null ? "" : measure,
                    figure(target),
                    owner == null ? "" : name(owner, false)));
        }
    }

    private String pillarName(@Nullable String code) {
        return whole.pillars.stream()
                .filter(pillar -> pillar.code().equals(code))
                .findFirst()
                .map(pillar -> pillar.name().vi())
                .orElse(words.say("export.overall"));
    }

    private String figure(Target target) {
        BigDecimal figure = target.figure();
        if (figure == null) {
            return words.say("export.figure." + target.kind());
        }
        // three decimals could be read as thousands
        BigDecimal plain = figure.stripTrailingZeros();
        BigDecimal clear = plain.scale() == 3 ? plain.setScale(4) : plain.scale() < 0 ? plain.setScale(0) : plain;
        return (target.strive() ? words.say("target.strive") + " " : "") + target.operator() + " "
                + clear.toPlainString().replace('.', ',');
    }

    private List<String> headers(String... keys) {
        List<String> headers = new ArrayList<>();
        for (String key : keys) {
            headers.add(words.say("export.column." + key));
        }
        return headers;
    }

    private static String roman(int at) {
        return at < ROMAN.length ? ROMAN[at] : ROMAN[9] + ROMAN[at - 10];
    }

    /** All that is told of a plan. */
    record Whole(
            Plan plan,
            List<Unit> units,
            List<Pillar> pillars,
            List<Target> targets,
            List<SolutionGroup> groups,
            List<Assignment> assignments,
            Map<String, List<Case>> cases) {}

    /**
     * @param assignment the assignment's code
     * @param unit the accountable unit's code
     * @param standing name of a standing
     */
    record Case(String assignment, String unit, String standing) {}

    /** Says messages in the language of official documents. */
    interface Words {
        String say(String key, Object... args);
    }
}
