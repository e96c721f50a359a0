package vn.giaoviec.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.Annex;
import vn.giaoviec.annex.AnnexColumn;
import vn.giaoviec.annex.AnnexTarget;
import vn.giaoviec.annex.Warning;
import vn.giaoviec.plan.Target;

/** The rows of targets of an annex, as decided. */
final class ReviewTargets {
    static final Pattern FIGURE = Pattern.compile("(=|>=|>) ?(\\d{1,12}(?:\\.\\d{1,4})?)");
    static final String NO_PILLAR = "-";

    private final Annex annex;
    private final Basis basis;
    private final Map<Integer, Map<RowField, String>> decided;
    private final Map<String, Meaning> meanings;

    ReviewTargets(
            Annex annex, Basis basis, Map<Integer, Map<RowField, String>> decided, Map<String, Meaning> meanings) {
        this.annex = annex;
        this.basis = basis;
        this.decided = decided;
        this.meanings = meanings;
    }

    List<ReviewedTarget> all() {
        List<ReviewedTarget> targets = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        for (AnnexTarget read : annex.targets()) {
            int line = annex.rows().size() + targets.size() + 1;
            ReviewedTarget target = target(line, read, decided.getOrDefault(line, Map.of()));
            targets.add(target);
            if (!target.leftOut() && !target.code().isEmpty()) {
                times.merge(target.code(), 1, Integer::sum);
            }
        }
        return targets.stream().map(target -> withTwice(target, times)).toList();
    }

    private static ReviewedTarget withTwice(ReviewedTarget target, Map<String, Integer> times) {
        if (target.leftOut() || times.getOrDefault(target.code(), 1) == 1) {
            return target;
        }
        return with(
                target,
                Stream.concat(
                                target.open().stream(),
                                Stream.of(ReviewRows.error("intakeWarning.codeTwice", AnnexColumn.CODE, target.code())))
                        .toList());
    }

    private static ReviewedTarget with(ReviewedTarget one, List<Warning> open) {
        return new ReviewedTarget(
                one.line(),
                one.read(),
                one.leftOut(),
                one.code(),
                one.known(),
                one.name(),
                one.pillar(),
                one.kind(),
                one.operator(),
                one.figure(),
                one.measure(),
                one.strive(),
                one.owner(),
                open,
                one.decided());
    }

    private ReviewedTarget target(int line, AnnexTarget read, Map<RowField, String> own) {
        String written = RowCodes.plain(read.code());
        String code = own.getOrDefault(RowField.CODE, known(written) == null ? "" : written);
        Target known = known(code);
        Wanted wanted = wanted(own.get(RowField.FIGURE), read, known);
        String pillar = own.get(RowField.PILLAR);
        List<Warning> open = new ArrayList<>();
        boolean leftOut = own.containsKey(RowField.LEFT_OUT);
        if (!leftOut) {
            if (code.isEmpty()) {
                open.add(ReviewRows.error("intakeWarning.targetUnknown", AnnexColumn.TITLE));
            } else if (known == null && pillar == null) {
                open.add(ReviewRows.error("intakeWarning.pillarUndecided", null));
            }
            if (wanted == null) {
                open.add(ReviewRows.error("intakeWarning.figureUndecided", AnnexColumn.FIGURE));
            }
        }
        Wanted shown = wanted == null ? new Wanted(Target.Kind.NUMERIC, null, null, null, false) : wanted;
        return new ReviewedTarget(
                line,
                read,
                leftOut,
                code,
                known,
                own.getOrDefault(RowField.TITLE, read.name()),
                pillar != null ? (pillar.equals(NO_PILLAR) ? null : pillar) : known == null ? null : known.pillar(),
                shown.kind,
                shown.operator,
                shown.figure,
                measure(own.get(RowField.MEASURE), read, shown, known),
                shown.strive,
                owner(own.get(RowField.LEAD), read, known),
                List.copyOf(open),
                own.keySet());
    }

    private @Nullable Target known(String code) {
        return basis.targets().stream()
                .filter(target -> target.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Wanted wanted(@Nullable String chosen, AnnexTarget read, @Nullable Target known) {
        AnnexTarget.Figure figure = read.wanted();
        boolean strive = figure != null && figure.strive();
        if (chosen != null) {
            Matcher decided = FIGURE.matcher(chosen);
            return decided.matches()
                    ? new Wanted(Target.Kind.NUMERIC, decided.group(1), new BigDecimal(decided.group(2)), null, strive)
                    : new Wanted(Target.Kind.valueOf(chosen), null, null, null, false);
        }
        if (figure != null && figure.to() == null) {
            return new Wanted(Target.Kind.NUMERIC, figure.operator(), figure.from(), figure.measure(), strive);
        }
        return known == null || known.kind() == Target.Kind.NUMERIC
                ? null
                : new Wanted(known.kind(), null, null, null, known.strive());
    }

    private static @Nullable String measure(
            @Nullable String chosen, AnnexTarget read, Wanted wanted, @Nullable Target known) {
        if (chosen != null) {
            return chosen.isEmpty() ? null : chosen;
        }
        String measure = read.measure() != null ? read.measure() : wanted.measure;
        return measure != null ? measure : known == null ? null : known.measure();
    }

    private @Nullable String owner(@Nullable String chosen, AnnexTarget read, @Nullable Target known) {
        if (chosen != null) {
            return chosen.isEmpty() ? null : chosen;
        }
        return read.leads().stream()
                .map(named -> Body.of(named, meanings))
                .filter(body -> body.units().size() == 1)
                .map(body -> body.units().get(0))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(known == null ? null : known.owner());
    }

    private record Wanted(
            Target.Kind kind,
            @Nullable String operator,
            @Nullable BigDecimal figure,
            @Nullable String measure,
            boolean strive) {}
}
