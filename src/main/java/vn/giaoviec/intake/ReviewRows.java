package vn.giaoviec.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.Annex;
import vn.giaoviec.annex.AnnexColumn;
import vn.giaoviec.annex.AnnexRow;
import vn.giaoviec.annex.Named;
import vn.giaoviec.annex.Warning;
import vn.giaoviec.annex.Warning.Severity;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Deadline;
import vn.giaoviec.plan.Target;

/** From what was understood and what people decided to what would enter the plan: the same in, the same out. */
final class ReviewRows {
    static final int LONGEST_TITLE = 500;
    static final int LONGEST_DELIVERABLE = 1_000;
    static final int LONGEST_DEADLINE = 200;

    private final Draft draft;
    private final Annex annex;
    private final Basis basis;
    private final Map<Integer, Map<RowField, String>> decided = new HashMap<>();
    private final Map<String, Meaning> meanings;

    private ReviewRows(Draft draft, Annex annex, Basis basis, List<Decision> decisions, Collection<Meaning> meanings) {
        this.draft = draft;
        this.annex = annex;
        this.basis = basis;
        decisions.forEach(decision -> decided.computeIfAbsent(decision.line(), any -> new EnumMap<>(RowField.class))
                .put(decision.field(), decision.content()));
        this.meanings = meanings.stream().collect(Collectors.toMap(Meaning::words, Function.identity()));
    }

    /** The draft as it stands. */
    static Review of(Draft draft, Annex annex, Basis basis, List<Decision> decisions, Collection<Meaning> meanings) {
        ReviewRows rows = new ReviewRows(draft, annex, basis, decisions, meanings);
        List<ReviewedTarget> targets = new ReviewTargets(annex, basis, rows.decided, rows.meanings).all();
        return new Review(draft, annex, basis, rows.all(targets), targets, NameUses.of(annex, rows.meanings));
    }

    private List<ReviewedRow> all(List<ReviewedTarget> targets) {
        List<ReviewedRow> rows = new ArrayList<>();
        for (int at = 0; at < annex.rows().size(); at++) {
            if (annex.rows().get(at).kind() != AnnexRow.Kind.GROUP) {
                rows.add(row(at + 1, annex.rows().get(at)));
            }
        }
        Set<String> known = (targets.isEmpty()
                        ? basis.targets().stream().map(Target::code)
                        : targets.stream().filter(target -> !target.leftOut()).map(ReviewedTarget::code))
                .collect(Collectors.toSet());
        return RowCodes.settle(rows, known);
    }

    private ReviewedRow row(int line, AnnexRow read) {
        Map<RowField, String> own = decided.getOrDefault(line, Map.of());
        String title = own.getOrDefault(RowField.TITLE, read.title());
        String code = own.getOrDefault(RowField.CODE, RowCodes.plain(read.code()));
        Assignment before = basis.before().get(code);
        Deadline deadline = own.containsKey(RowField.DEADLINE)
                ? Deadline.read(
                        own.get(RowField.DEADLINE),
                        draft.heading().year(),
                        draft.heading().issuedOn(),
                        basis.days())
                : read.deadline();
        List<Body> leads = bodies(own.get(RowField.LEAD), read.leads(), before == null ? List.of() : before.lead());
        List<Body> coordinating = new ArrayList<>(bodies(
                own.get(RowField.COORDINATING),
                read.coordinators(),
                before == null ? List.of() : before.coordinating()));
        String invited = own.get(RowField.INVITED);
        if (invited != null) {
            coordinating.removeIf(body -> body.units().isEmpty());
            if (!invited.isEmpty()) {
                coordinating.add(new Body(invited, null, List.of(), true, true, List.of()));
            }
        }
        boolean stub = read.kind() == AnnexRow.Kind.STUB;
        ReviewedRow row = new ReviewedRow(
                line,
                read,
                stub || own.containsKey(RowField.LEFT_OUT),
                code,
                title,
                leads,
                coordinating,
                deadline,
                dueOn(own, read, deadline, before),
                own.getOrDefault(RowField.DELIVERABLE, read.deliverable()),
                group(own.get(RowField.GROUP), before),
                supports(own.get(RowField.INDICATORS), read, before),
                read.indicators(),
                List.of(),
                own.keySet());
        return row.leftOut() ? row : row.with(row.code(), open(row));
    }

    private List<Body> bodies(@Nullable String chosen, List<Named> named, List<Assignment.Involved> before) {
        if (chosen != null) {
            return chosen.isEmpty() ? List.of() : List.of(Body.chosen(List.of(chosen.split(" ", -1))));
        }
        Set<String> known = before.stream().map(Assignment.Involved::unit).collect(Collectors.toSet());
        return named.stream().map(one -> Body.of(one, meanings).orKnown(known)).toList();
    }

    /** The day decided, else the one decided before on the same words, else the one that the words name. */
    private @Nullable LocalDate dueOn(
            Map<RowField, String> own, AnnexRow read, Deadline deadline, @Nullable Assignment before) {
        String day = own.get(RowField.DUE_ON);
        if (day != null) {
            return LocalDate.parse(day);
        }
        if (before != null && SameWords.are(before.deadline(), deadline.raw())) {
            return before.dueOn();
        }
        if (!own.containsKey(RowField.DEADLINE)) {
            return read.dueOn();
        }
        return deadline.day() == null ? null : basis.days().onOrBefore(deadline.day());
    }

    private @Nullable Integer group(@Nullable String chosen, @Nullable Assignment before) {
        if (chosen != null) {
            return Integer.valueOf(chosen);
        }
        return before == null ? null : before.group();
    }

    private @Nullable Map<String, Integer> supports(
            @Nullable String chosen, AnnexRow read, @Nullable Assignment before) {
        if (chosen != null) {
            return Supports.read(chosen);
        }
        String written = read.cells().getOrDefault(AnnexColumn.INDICATORS, "");
        Map<String, Integer> named = Supports.written(written);
        if (named != null) {
            return named;
        }
        return before != null && written.isEmpty() ? new LinkedHashMap<>(before.supports()) : null;
    }

    private List<Warning> open(ReviewedRow row) {
        List<Warning> open = new ArrayList<>();
        for (Warning warning : row.read().warnings()) {
            if (warning.severity() == Severity.ERROR && !settled(row, warning)) {
                open.add(warning);
            }
        }
        if (!isSettled(row, RowField.LEAD) && open.stream().noneMatch(one -> one.column() == AnnexColumn.LEAD)) {
            open.add(error("intakeWarning.leadUndecided", AnnexColumn.LEAD));
        }
        if (row.title().isBlank() && open.stream().noneMatch(one -> one.column() == AnnexColumn.TITLE)) {
            open.add(error("intakeWarning.titleMissing", AnnexColumn.TITLE));
        }
        if (row.dueOn() == null && open.stream().noneMatch(one -> one.column() == AnnexColumn.DEADLINE)) {
            open.add(error("intakeWarning.dueUndecided", AnnexColumn.DEADLINE));
        }
        if (row.group() == null) {
            open.add(error("intakeWarning.groupUndecided", null));
        }
        if (row.supports() == null) {
            open.add(error("intakeWarning.indicatorsUndecided", AnnexColumn.INDICATORS));
        }
        return open;
    }

    /** Of several names in a cell each is told by itself, and settled by itself. */
    private static boolean settled(ReviewedRow row, Warning warning) {
        RowField field = RowField.of(warning.column());
        if (field == RowField.LEAD
                && !warning.args().isEmpty()
                && !row.decided().contains(RowField.LEAD)) {
            String told = String.valueOf(warning.args().get(0)).replaceFirst("\u2026$", "");
            return row.leads().stream()
                    .noneMatch(body -> !body.settled() && body.text().startsWith(told));
        }
        return isSettled(row, field);
    }

    private static boolean isSettled(ReviewedRow row, @Nullable RowField field) {
        if (field == null) {
            return true;
        }
        return switch (field) {
            case TITLE -> !row.title().isBlank() && row.title().length() <= LONGEST_TITLE;
            case LEAD ->
                row.leads().stream().allMatch(Body::settled)
                        && row.leads().stream().anyMatch(body -> !body.units().isEmpty());
            case DEADLINE -> row.dueOn() != null && row.deadline().raw().length() <= LONGEST_DEADLINE;
            case DELIVERABLE ->
                row.deliverable().length() <= LONGEST_DELIVERABLE
                        && (!row.deliverable().isEmpty() || row.decided().contains(field));
            case INDICATORS -> row.supports() != null;
            case CODE -> true;
            default -> row.decided().contains(field);
        };
    }

    static Warning error(String key, @Nullable AnnexColumn column, Object... args) {
        return new Warning(Severity.ERROR, key, List.of(args), column);
    }
}
