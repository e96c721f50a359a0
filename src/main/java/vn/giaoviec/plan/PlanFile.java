package vn.giaoviec.plan;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import vn.giaoviec.calendar.WorkingDays;

/**
 * Reads a plan file (YAML). The file is only composed into nodes, never into objects, so it can name no class; every
 * reference in it must resolve, and every problem is told with its line.
 */
final class PlanFile {
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final Set<String> OPERATORS = Set.of("=", ">=", ">");

    private final String name;
    private final WorkingDays days;
    private final Problems problems;
    private int year;
    private LocalDate issuedOn = LocalDate.EPOCH;
    private final NamedUnits units;
    private final Map<String, Pillar> pillars = new LinkedHashMap<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Map<Integer, SolutionGroup> groups = new LinkedHashMap<>();
    private final Map<String, Assignment> assignments = new LinkedHashMap<>();

    private PlanFile(String name, WorkingDays days) {
        this.name = name;
        this.days = days;
        this.problems = new Problems(name);
        this.units = new NamedUnits(problems);
    }

    /**
     * @param name the file's name, for messages
     * @param content its bytes, UTF-8
     * @param days the working days, for deadlines in words
     * @throws PlanFileRefused with every problem found
     */
    static PlanDraft read(String name, byte[] content, WorkingDays days) {
        return new PlanFile(name, days).read(content);
    }

    private PlanDraft read(byte[] content) {
        Entry root = new Entry(compose(content), problems);
        Plan plan = plan(root);
        problems.refuseIfAny(); // deadlines that name no year cannot be read without the plan's
        year = plan.year();
        issuedOn = plan.issuedOn();
        root.entries("units").forEach(units::unit);
        root.entries("unitGroups").forEach(units::group);
        root.entries("pillars").forEach(this::pillar);
        root.entries("indicators").forEach(this::target);
        root.entries("solutionGroups").forEach(this::solutionGroup);
        root.entries("assignments").forEach(this::assignment);
        root.done();
        problems.refuseIfAny();
        return new PlanDraft(
                plan,
                units.all(),
                List.copyOf(pillars.values()),
                List.copyOf(targets.values()),
                List.copyOf(groups.values()),
                List.copyOf(assignments.values()),
                name,
                sha256(content));
    }

    private Node compose(byte[] content) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(20);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(true); // found and told by Entry, with a better message
        Node root = null;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            root = new Yaml(options).compose(new StringReader(text));
        } catch (CharacterCodingException notUtf8) {
            problems.add(1, "planFile.notUtf8");
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            problems.add(line, "planFile.notYaml", String.valueOf(broken.getProblem()));
        } catch (YAMLException broken) {
            problems.add(1, "planFile.notYaml", String.valueOf(broken.getMessage()));
        }
        problems.refuseIfAny();
        if (root == null) {
            problems.add(1, "planFile.empty");
            problems.refuseIfAny();
        }
        return Objects.requireNonNull(root);
    }

    private Plan plan(Entry root) {
        Entry entry = root.entry("plan");
        int year = entry.integer("year");
        if (year < 2000 || year > 2999) {
            problems.add(entry.line("year"), "planFile.yearOutOfRange", year);
        }
        Plan plan = new Plan(
                year,
                entry.string("number", 60),
                entry.text("title", 400),
                entry.text("issuer", 200),
                entry.date("issuedOn"),
                entry.text("aim", 2000),
                root.text("illustrative", 500),
                null,
                null);
        entry.done();
        return plan;
    }

    private void pillar(Entry entry) {
        String code = entry.string("code", 20);
        Pillar pillar = new Pillar(code, entry.text("name", 200));
        entry.done();
        unique(pillars, code, pillar, entry);
    }

    private void target(Entry entry) {
        String code = entry.string("code", 20);
        Target.Kind kind = entry.oneOf("kind", Target.Kind.class);
        String pillar = entry.optionalString("pillar");
        if (pillar != null) {
            known(pillars, pillar, entry, "pillar", "planFile.unknownPillar");
        }
        String owner = entry.optionalString("owner");
        if (owner != null) {
            units.known(owner, entry, "owner");
        }
        boolean numeric = kind == Target.Kind.NUMERIC;
        String operator = entry.optionalString("operator");
        var figure = entry.optionalDecimal("target");
        if (numeric != (operator != null && figure != null) || (operator != null && !OPERATORS.contains(operator))) {
            problems.add(entry.line("operator"), "planFile.operator", code);
        }
        Target target = new Target(
                code,
                entry.optionalInteger("bullet"),
                pillar,
                entry.text("name", 400),
                kind,
                operator,
                figure,
                entry.optionalString("unit", 20),
                entry.flag("strive"),
                owner,
                parts(entry, kind));
        entry.done();
        unique(targets, code, target, entry);
    }

    /** The units that report a part each, and how the whole comes of the parts; one does not stand without the other. */
    private @Nullable Parts parts(Entry entry, Target.Kind kind) {
        if (!entry.has("reporters") && !entry.has("rollUp")) {
            return null;
        }
        RollUp rule = entry.oneOf("rollUp", RollUp.class);
        Parts parts = new Parts(
                rule,
                units.involved(entry, "reporters").stream()
                        .map(Assignment.Involved::unit)
                        .toList());
        if (parts.units().isEmpty() || !rule.suits(kind)) {
            problems.add(entry.line("rollUp"), "planFile.rollUp", rule);
        }
        return parts;
    }

    private void solutionGroup(Entry entry) {
        int number = entry.integer("number");
        String appraiser = entry.string("appraiser");
        units.known(appraiser, entry, "appraiser");
        SolutionGroup group =
                new SolutionGroup(number, entry.string("process", 60), entry.text("name", 300), appraiser);
        entry.done();
        unique(groups, number, group, entry);
    }

    private void assignment(Entry entry) {
        String code = entry.string("code");
        if (!code.matches("[A-Za-z0-9._-]{1,40}")) {
            problems.add(entry.line("code"), "planFile.assignmentCode", code);
        }
        int group = entry.integer("group");
        known(groups, group, entry, "group", "planFile.unknownGroup");
        Map<String, Integer> supports = entry.numbers("supports");
        if (supports.isEmpty()) {
            problems.add(entry.line("supports"), "planFile.supportsNothing", code);
        }
        supports.forEach((indicator, weight) -> {
            known(targets, indicator, entry, "supports", "planFile.unknownIndicator");
            if (weight < 1 || weight > 100) {
                problems.add(entry.line("supports"), "planFile.weight", indicator, weight);
            }
        });
        List<Assignment.Involved> lead = units.involved(entry, "lead");
        if (lead.isEmpty()) {
            problems.add(entry.line("lead"), "planFile.noLead", code);
        }
        Set<String> leading =
                Set.copyOf(lead.stream().map(Assignment.Involved::unit).toList());
        Deadline deadline = DeadlinePhrase.read(entry.stringOrBlank("deadline", 200), year, issuedOn, days);
        Assignment assignment = new Assignment(
                code,
                group,
                entry.text("title", 500),
                deadline.raw(),
                deadline.kind(),
                deadline.cycle(),
                dueOn(entry, deadline),
                entry.text("deliverable", 1000),
                entry.flag("illustrative"),
                lead,
                // who leads is not asked for an opinion on the own work
                units.involved(entry, "coordinating").stream()
                        .filter(unit -> !leading.contains(unit.unit()))
                        .toList(),
                "",
                supports,
                null,
                entry.line());
        entry.done();
        unique(assignments, code, assignment, entry);
    }

    /** The date somebody has decided on, else the one the words name, on a working day. */
    private LocalDate dueOn(Entry entry, Deadline deadline) {
        LocalDate decided = entry.optionalDate("dueOn");
        if (decided != null) {
            return decided;
        }
        LocalDate day = deadline.day();
        if (day == null) {
            problems.add(entry.line("deadline"), "planFile.deadlineUnclear", deadline.raw());
            return LocalDate.EPOCH;
        }
        if (deadline.doubts().contains(Deadline.Doubt.REMARK)) {
            problems.add(entry.line("deadline"), "planFile.deadlineDoubtful", deadline.raw(), day);
        }
        return days.onOrBefore(day);
    }

    private <K> void known(Map<K, ?> map, K code, Entry entry, String key, String problem) {
        if (!map.containsKey(code)) {
            problems.add(entry.line(key), problem, code);
        }
    }

    private <K, V> void unique(Map<K, V> map, K code, V value, Entry entry) {
        if (map.putIfAbsent(code, value) != null) {
            problems.add(entry.line(), "planFile.duplicate", code);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
