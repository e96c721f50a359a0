package vn.giaoviec.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.PlanDraft;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.Text;

/**
 * The plan that a reviewed draft comes to. What an annex cannot say, as English words, stays as the plan of the year has it
 * wherever the Vietnamese is the same.
 */
final class PlanOfDraft {
    private static final Text NOTHING = new Text("", "");

    private final Review review;

    private PlanOfDraft(Review review) {
        this.review = review;
    }

    static PlanDraft of(Review review) {
        return new PlanOfDraft(review).draft();
    }

    private PlanDraft draft() {
        Draft draft = review.draft();
        Basis basis = review.basis();
        List<Assignment> assignments =
                review.taken().stream().map(this::assignment).toList();
        return new PlanDraft(
                plan(assignments.stream().anyMatch(Assignment::illustrative)),
                basis.units(),
                basis.pillars(),
                targets(),
                basis.groups(),
                assignments,
                draft.file().isEmpty() ? "-" : draft.file(),
                draft.sha256());
    }

    private Plan plan(boolean illustrative) {
        Heading heading = review.draft().heading();
        Plan before = review.basis().plan();
        Text note = before != null && illustrative ? before.illustrativeNote() : NOTHING;
        return new Plan(
                heading.year(),
                heading.number(),
                text(heading.title(), before == null ? null : before.title()),
                text(heading.issuer(), before == null ? null : before.issuer()),
                heading.issuedOn(),
                heading.aim().isEmpty() && before != null
                        ? before.aim()
                        : text(heading.aim(), before == null ? null : before.aim()),
                note,
                null,
                null);
    }

    private static Text text(String words, @Nullable Text before) {
        return before != null && SameWords.are(before.vi(), words) ? before : new Text(words, words);
    }

    private Assignment assignment(ReviewedRow row) {
        Assignment before = review.basis().before().get(row.code());
        List<Assignment.Involved> lead = involved(row.leads(), before == null ? List.of() : before.lead());
        Map<String, Integer> supports = row.supports();
        return new Assignment(
                row.code(),
                Objects.requireNonNull(row.group(), row.code()),
                text(row.title(), before == null ? null : before.title()),
                row.deadline().raw(),
                row.deadline().kind(),
                row.deadline().cycle(),
                Objects.requireNonNull(row.dueOn(), row.code()),
                text(row.deliverable(), before == null ? null : before.deliverable()),
                before != null
                        && before.illustrative()
                        && SameWords.are(before.title().vi(), row.title()),
                lead,
                involved(row.coordinating(), before == null ? List.of() : before.coordinating()).stream()
                        // who leads is not asked for an opinion on the own work
                        .filter(unit ->
                                lead.stream().noneMatch(one -> one.unit().equals(unit.unit())))
                        .toList(),
                invited(row),
                supports == null ? Map.of() : supports,
                row.read().sheet(),
                row.read().row());
    }

    /** A unit that is named twice counts once. */
    private static List<Assignment.Involved> involved(List<Body> bodies, List<Assignment.Involved> before) {
        Map<String, Assignment.Involved> involved = new LinkedHashMap<>();
        for (Body body : bodies) {
            String group = body.group();
            body.units()
                    .forEach(unit -> involved.putIfAbsent(
                            unit, new Assignment.Involved(unit, group == null ? null : new Text(group, group))));
        }
        List<String> codes = before.stream().map(Assignment.Involved::unit).toList();
        return List.copyOf(involved.keySet()).equals(codes) ? before : new ArrayList<>(involved.values());
    }

    /** Bodies that are no units of ours, and those of which nobody has said what they are: as written. */
    private static String invited(ReviewedRow row) {
        String words = java.util.stream.Stream.concat(
                        row.leads().stream().filter(Body::outside),
                        row.coordinating().stream().filter(body -> body.units().isEmpty()))
                .map(Body::text)
                .distinct()
                .collect(Collectors.joining("; "));
        return words.length() <= ReviewRows.LONGEST_DELIVERABLE
                ? words
                : words.substring(0, ReviewRows.LONGEST_DELIVERABLE);
    }

    private List<Target> targets() {
        Basis basis = review.basis();
        boolean issued = basis.plan() != null && basis.plan().isIssued();
        if (issued || review.takenTargets().isEmpty()) {
            return basis.targets();
        }
        Map<String, Unit> units =
                basis.units().stream().collect(Collectors.toMap(Unit::code, Function.identity(), (one, two) -> one));
        return review.takenTargets().stream()
                .map(target -> {
                    Target known = target.known();
                    String owner = target.owner();
                    return new Target(
                            target.code(),
                            known == null ? null : known.bullet(),
                            target.pillar(),
                            text(target.name(), known == null ? null : known.name()),
                            target.kind(),
                            target.operator(),
                            target.figure(),
                            target.measure(),
                            target.strive(),
                            owner != null && units.containsKey(owner) ? owner : null,
                            known == null ? null : known.parts());
                })
                .toList();
    }
}
