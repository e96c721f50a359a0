package vn.giaoviec.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.report.ReportedIndicator.Source;

/**
 * What is different between two snapshots of the same plan.
 *
 * @param figures figures that are not the same
 * @param cases cases of which something happened
 * @param indicators indicators of which another value counts
 */
public record Changes(List<FigureChange> figures, List<CaseChange> cases, List<IndicatorChange> indicators) {
    /** What a later snapshot says that an earlier one does not. */
    public static Changes between(Snapshot before, Snapshot after) {
        return new Changes(figures(before, after), cases(before, after), indicators(before, after));
    }

    /** Whether there is none. */
    public boolean none() {
        return figures.isEmpty() && cases.isEmpty() && indicators.isEmpty();
    }

    private static List<FigureChange> figures(Snapshot before, Snapshot after) {
        Map<FigureKey, Integer> then = Figures.of(before).all();
        Map<FigureKey, Integer> now = Figures.of(after).all();
        return Stream.concat(then.keySet().stream(), now.keySet().stream())
                .distinct()
                .map(key -> new FigureChange(key, then.getOrDefault(key, 0), now.getOrDefault(key, 0)))
                .filter(change -> change.before != change.after)
                .toList();
    }

    private static List<CaseChange> cases(Snapshot before, Snapshot after) {
        Map<String, ReportedCase> then = byKey(before.cases(), ReportedCase::caseKey);
        List<CaseChange> changes = new ArrayList<>();
        for (ReportedCase now : after.cases()) {
            ReportedCase earlier = then.get(now.caseKey());
            Set<Happening> happened = happened(earlier, now);
            if (!happened.isEmpty()) {
                changes.add(new CaseChange(earlier, now, List.copyOf(happened)));
            }
        }
        return changes;
    }

    private static Set<Happening> happened(@Nullable ReportedCase before, ReportedCase after) {
        Set<Happening> happened = EnumSet.noneOf(Happening.class);
        Case.State then = before == null ? Case.State.OPEN : before.state();
        Case.State now = after.state();
        if (before == null) {
            happened.add(Happening.ADDED);
        }
        if (then == Case.State.COMPLETED && now.isUnderWay()) {
            happened.add(Happening.REOPENED);
        }
        if (before != null
                && then == Case.State.COMPLETED
                && now == then
                && !Objects.equals(before.acceptedOn(), after.acceptedOn())) {
            happened.add(Happening.REOPENED);
            happened.add(Happening.DONE);
        }
        if (now != then) {
            switch (now) {
                case COMPLETED -> happened.add(Happening.DONE);
                case SUSPENDED -> happened.add(Happening.SUSPENDED);
                case OPEN -> {
                    if (then == Case.State.SUSPENDED) {
                        happened.add(Happening.RESUMED);
                    }
                }
                case CANCELLED -> happened.add(Happening.CANCELLED);
                case HANDED_OVER -> happened.add(Happening.HANDED_OVER);
                case CARRIED_OVER -> happened.add(Happening.CARRIED_OVER);
                case ENDED -> happened.add(Happening.ENDED);
            }
        }
        if (after.standing() == Standing.OPEN_LATE && (before == null || before.standing() != Standing.OPEN_LATE)) {
            happened.add(Happening.LATE);
        }
        if (before != null && after.extensions() > before.extensions()) {
            happened.add(Happening.EXTENDED);
        } else if (before != null && !after.dueOn().equals(before.dueOn())) {
            happened.add(Happening.DEADLINE_MOVED);
        }
        return happened;
    }

    private static List<IndicatorChange> indicators(Snapshot before, Snapshot after) {
        Map<String, ReportedIndicator> then = byKey(before.indicators(), ReportedIndicator::code);
        List<IndicatorChange> changes = new ArrayList<>();
        for (ReportedIndicator now : after.indicators()) {
            ReportedIndicator earlier = then.get(now.code());
            ReportedIndicator.Value was = earlier == null ? null : earlier.latest();
            if (!Objects.equals(was, now.latest())) {
                changes.add(
                        new IndicatorChange(now.code(), now.name(), was, now.latest(), corrected(was, now.latest())));
            }
        }
        return changes;
    }

    private static boolean corrected(ReportedIndicator.@Nullable Value was, ReportedIndicator.@Nullable Value is) {
        if (was == null || is == null) {
            return false;
        }
        Set<Long> earlier = was.readings().stream().map(Source::reading).collect(Collectors.toSet());
        return is.readings().stream()
                .map(Source::corrects)
                .anyMatch(reading -> reading != null && earlier.contains(reading));
    }

    private static <T> Map<String, T> byKey(List<T> rows, Function<T, String> key) {
        return rows.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    /** What can happen to a case between two reports; each has a message {@code report.happening.<name>}. */
    public enum Happening {
        ADDED,
        DONE,
        REOPENED,
        LATE,
        EXTENDED,
        DEADLINE_MOVED,
        SUSPENDED,
        RESUMED,
        CANCELLED,
        HANDED_OVER,
        CARRIED_OVER,
        ENDED
    }

    /** A figure before and after. */
    public record FigureChange(FigureKey key, int before, int after) {}

    /**
     * A case before and after.
     *
     * @param before as it was, or null if it is new
     * @param after as it is
     * @param happened what lies between, at least one
     */
    public record CaseChange(@Nullable ReportedCase before, ReportedCase after, List<Happening> happened) {}

    /**
     * An indicator of which another value counts.
     *
     * @param code the indicator's code
     * @param name its wording
     * @param before the value before, or null
     * @param after the value since, or null
     * @param corrected whether a reading that counted before was corrected
     */
    public record IndicatorChange(
            String code,
            String name,
            ReportedIndicator.@Nullable Value before,
            ReportedIndicator.@Nullable Value after,
            boolean corrected) {}
}
