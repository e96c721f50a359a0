package vn.giaoviec.plan;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How two versions of a plan differ, by the codes of assignments and targets.
 *
 * @param added assignments that only the new one has
 * @param changed assignments that both have and that say something else
 * @param removed assignments that only the old one has
 * @param targetsAdded targets that only the new one has
 * @param targetsChanged targets that say something else
 * @param targetsRemoved targets that only the old one has
 */
public record PlanDifference(
        List<Assignment> added,
        List<Change> changed,
        List<Assignment> removed,
        List<Target> targetsAdded,
        List<Change> targetsChanged,
        List<Target> targetsRemoved) {

    /** Compares; English words, and where a row stands in its file, do not count. */
    public static PlanDifference between(
            List<Assignment> before, List<Assignment> after, List<Target> targetsBefore, List<Target> targetsAfter) {
        return new PlanDifference(
                only(after, before, Assignment::code),
                changes(before, after, Assignment::code, PlanDifference::content),
                only(before, after, Assignment::code),
                only(targetsAfter, targetsBefore, Target::code),
                changes(targetsBefore, targetsAfter, Target::code, PlanDifference::content),
                only(targetsBefore, targetsAfter, Target::code));
    }

    /** Whether there is none. */
    public boolean isNone() {
        return added.isEmpty()
                && changed.isEmpty()
                && removed.isEmpty()
                && targetsAdded.isEmpty()
                && targetsChanged.isEmpty()
                && targetsRemoved.isEmpty();
    }

    private static <T> List<T> only(List<T> here, List<T> there, Function<T, String> code) {
        Set<String> known = there.stream().map(code).collect(Collectors.toSet());
        return here.stream().filter(one -> !known.contains(code.apply(one))).toList();
    }

    private static <T> List<Change> changes(
            List<T> before, List<T> after, Function<T, String> code, Function<T, Map<Field, String>> content) {
        Map<String, T> old = before.stream().collect(Collectors.toMap(code, Function.identity()));
        List<Change> changes = new ArrayList<>();
        for (T one : after) {
            T was = old.get(code.apply(one));
            if (was == null) {
                continue;
            }
            Map<Field, String> from = content.apply(was);
            List<FieldChange> fields = new ArrayList<>();
            content.apply(one).forEach((field, to) -> {
                String then = from.getOrDefault(field, "");
                if (!then.equals(to)) {
                    fields.add(new FieldChange(field, then, to));
                }
            });
            if (!fields.isEmpty()) {
                changes.add(new Change(code.apply(one), fields));
            }
        }
        return changes;
    }

    private static Map<Field, String> content(Assignment one) {
        Map<Field, String> content = new EnumMap<>(Field.class);
        content.put(Field.TITLE, words(one.title().vi()));
        content.put(Field.GROUP, String.valueOf(one.group()));
        content.put(Field.LEAD, units(one.lead()));
        content.put(Field.COORDINATING, units(one.coordinating()));
        content.put(Field.INVITED, words(one.invited()));
        content.put(Field.DEADLINE, words(one.deadline()));
        content.put(Field.DUE_ON, "%1$td/%1$tm/%1$tY".formatted(one.dueOn()));
        content.put(Field.DELIVERABLE, words(one.deliverable().vi()));
        content.put(
                Field.SUPPORTS,
                new TreeMap<>(one.supports())
                        .entrySet().stream()
                                .map(support -> support.getKey() + " (" + support.getValue() + ")")
                                .collect(Collectors.joining("; ")));
        return content;
    }

    private static Map<Field, String> content(Target one) {
        Map<Field, String> content = new EnumMap<>(Field.class);
        BigDecimal figure = one.figure();
        content.put(Field.TITLE, words(one.name().vi()));
        content.put(
                Field.FIGURE,
                figure == null
                        ? one.kind().name()
                        : one.operator() + " " + figure.stripTrailingZeros().toPlainString()
                                + (one.strive() ? " *" : ""));
        content.put(Field.MEASURE, plain(one.measure()));
        content.put(Field.PILLAR, plain(one.pillar()));
        content.put(Field.LEAD, plain(one.owner()));
        return content;
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : words(text);
    }

    private static String units(List<Assignment.Involved> involved) {
        return String.join(
                ", ",
                new TreeSet<>(involved.stream().map(Assignment.Involved::unit).toList()));
    }

    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    /**
     * @param code code of the assignment or target
     * @param fields what is different
     */
    public record Change(String code, List<FieldChange> fields) {}

    /**
     * @param field what
     * @param from what it said; empty if nothing
     * @param to what it says
     */
    public record FieldChange(Field field, String from, String to) {}

    /** What may differ. */
    public enum Field {
        TITLE,
        GROUP,
        LEAD,
        COORDINATING,
        INVITED,
        DEADLINE,
        DUE_ON,
        DELIVERABLE,
        SUPPORTS,
        FIGURE,
        MEASURE,
        PILLAR,
        /** An assignment as a whole, when a decision takes it out of an issued plan. */
        WITHDRAWN
    }
}
