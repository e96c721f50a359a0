package vn.giaoviec.casework;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.casework.Proposal.Obstacle;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.PlanDifference;
import vn.giaoviec.plan.PlanDifference.Field;

/** Weighs a change of an assignment against its cases; nothing is asked or done here. */
final class WeighChange {
    private final Map<String, Unit> units;
    private final LocalDate today;

    WeighChange(List<Unit> units, LocalDate today) {
        this.units = units.stream().collect(Collectors.toMap(Unit::code, Function.identity(), (one, two) -> one));
        this.today = today;
    }

    Proposal weigh(Assignment before, @Nullable Assignment after, PlanDifference.Change change, List<Case> cases) {
        List<Case> running =
                cases.stream().filter(one -> one.state().isUnderWay()).toList();
        List<Case> ended = cases.stream().filter(WeighChange::hasResult).toList();
        Obstacle obstacle = running.isEmpty()
                ? Obstacle.NOTHING_RUNS
                : after == null ? null : obstacle(before, after, change, cases, running, ended);
        return new Proposal(before, after, change, running, ended, obstacle);
    }

    private @Nullable Obstacle obstacle(
            Assignment before,
            Assignment after,
            PlanDifference.Change change,
            List<Case> cases,
            List<Case> running,
            List<Case> ended) {
        Set<Field> fields =
                change.fields().stream().map(PlanDifference.FieldChange::field).collect(Collectors.toSet());
        if (fields.contains(Field.GROUP)) {
            return Obstacle.GROUP;
        }
        if (fields.contains(Field.SUPPORTS)) {
            return Obstacle.SUPPORTS;
        }
        if (!ended.isEmpty()) {
            return Obstacle.ENDED;
        }
        if (running.stream().anyMatch(one -> one.state() == Case.State.SUSPENDED)) {
            return Obstacle.SUSPENDED;
        }
        boolean due = !before.dueOn().equals(after.dueOn());
        if (before.cycle() != after.cycle() || (due && before.cycle() != null)) {
            return Obstacle.RECURS;
        }
        if (due && after.dueOn().isBefore(today)) {
            return Obstacle.PAST;
        }
        return leads(new Leads(cases, before, after), after, cases);
    }

    private @Nullable Obstacle leads(Leads leads, Assignment after, List<Case> cases) {
        boolean several = leads.leaving.size() > 1 && !leads.coming.isEmpty();
        boolean oneBySeveral = leads.leaving.size() == 1 && leads.coming.size() > 1;
        if (several || oneBySeveral) {
            return Obstacle.LEADS;
        }
        if (leads.added() && after.dueOn().isBefore(today)) {
            return Obstacle.PAST;
        }
        boolean impossible = leads.coming.stream().anyMatch(code -> {
            Unit unit = units.get(code);
            return unit == null
                    || !unit.existsOn(today)
                    || cases.stream().anyMatch(one -> one.key().unit().equals(code));
        });
        return impossible ? Obstacle.UNIT : null;
    }

    private static boolean hasResult(Case one) {
        return one.state() == Case.State.COMPLETED || one.state() == Case.State.ENDED;
    }

    /** Who has the assignment now and shall have it no more, and who shall have it and has not; hand-overs are heeded. */
    static final class Leads {
        final List<Case> leaving;
        final List<String> coming;

        Leads(List<Case> cases, Assignment before, Assignment after) {
            Set<String> wanted = new LinkedHashSet<>();
            after.lead().forEach(unit -> wanted.add(unit.unit()));
            leaving = cases.stream()
                    .filter(one -> one.state().isUnderWay()
                            && !wanted.contains(one.key().unit()))
                    .filter(one -> !carriesOnFor(one, wanted, cases))
                    .toList();
            Set<String> have = new HashSet<>();
            before.lead().forEach(unit -> have.add(unit.unit()));
            cases.stream()
                    .filter(one -> one.state().isUnderWay())
                    .forEach(one -> have.add(one.key().unit()));
            coming = wanted.stream().filter(code -> !have.contains(code)).toList();
        }

        /** Whether units come and none goes, so that they lead beside those that do. */
        boolean added() {
            return leaving.isEmpty() && !coming.isEmpty();
        }

        /** A unit that an earlier order put in the place of one the plan still names. */
        private static boolean carriesOnFor(Case one, Set<String> wanted, List<Case> cases) {
            Case at = one;
            while (at.handedFrom() != null) {
                Case from = at;
                at = cases.stream()
                        .filter(other -> other.key().equals(from.handedFrom()))
                        .findFirst()
                        .orElse(null);
                if (at == null) {
                    return false;
                }
                if (wanted.contains(at.key().unit())) {
                    return true;
                }
            }
            return false;
        }
    }
}
