package vn.giaoviec.intake.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.AnnexColumn;
import vn.giaoviec.annex.Warning;
import vn.giaoviec.intake.Body;
import vn.giaoviec.intake.Review;
import vn.giaoviec.intake.ReviewedRow;
import vn.giaoviec.intake.ReviewedTarget;
import vn.giaoviec.intake.RowField;
import vn.giaoviec.plan.Target;

/**
 * One row as a form.
 *
 * @param line place of the row in the annex
 * @param target whether it is a row of targets
 * @param sheet the sheet or table it was read from
 * @param row its number there
 * @param cells its cells
 * @param open what has to be decided
 * @param hints what else a person should know
 */
record RowForm(
        int line, boolean target, String sheet, int row, List<Cell> cells, List<Warning> open, List<Warning> hints) {

    /** Of a row that people may decide on. */
    static Optional<RowForm> of(Review review, int line) {
        Optional<RowForm> task = review.rows().stream()
                .filter(row -> row.line() == line && !row.isStub())
                .findFirst()
                .map(RowForm::of);
        return task.isPresent()
                ? task
                : review.targets().stream()
                        .filter(row -> row.line() == line)
                        .findFirst()
                        .map(RowForm::of);
    }

    private static RowForm of(ReviewedRow row) {
        Map<AnnexColumn, String> raw = row.read().cells();
        Cells cells = new Cells(row.decided());
        cells.add(RowField.CODE, row.code(), row.read().code());
        cells.add(RowField.TITLE, row.title(), raw.get(AnnexColumn.TITLE));
        cells.add(RowField.GROUP, row.group() == null ? "" : String.valueOf(row.group()), null);
        cells.add(RowField.LEAD, codes(row.leads()), raw.get(AnnexColumn.LEAD));
        cells.add(RowField.COORDINATING, codes(row.coordinating()), raw.get(AnnexColumn.COORDINATING));
        cells.add(
                RowField.INVITED,
                row.coordinating().stream()
                        .filter(body -> body.units().isEmpty())
                        .map(Body::text)
                        .collect(Collectors.joining("; ")),
                null);
        cells.add(RowField.DEADLINE, row.deadline().raw(), raw.get(AnnexColumn.DEADLINE));
        LocalDate due = row.dueOn();
        cells.add(RowField.DUE_ON, due == null ? "" : due.toString(), null);
        cells.add(RowField.DELIVERABLE, row.deliverable(), raw.get(AnnexColumn.DELIVERABLE));
        cells.add(RowField.INDICATORS, supports(row), raw.get(AnnexColumn.INDICATORS));
        cells.add(RowField.LEFT_OUT, row.leftOut() ? "yes" : "", null);
        return new RowForm(row.line(), false, row.read().sheet(), row.read().row(), cells.all, row.open(), row.hints());
    }

    private static RowForm of(ReviewedTarget row) {
        Map<AnnexColumn, String> raw = row.read().cells();
        Cells cells = new Cells(row.decided());
        cells.add(RowField.CODE, row.code(), row.read().code());
        cells.add(RowField.TITLE, row.name(), raw.get(AnnexColumn.TITLE));
        cells.add(RowField.PILLAR, row.pillar() == null ? (row.known() == null ? "" : "-") : row.pillar(), null);
        cells.add(RowField.FIGURE, figure(row), raw.get(AnnexColumn.FIGURE));
        cells.add(RowField.MEASURE, row.measure() == null ? "" : row.measure(), raw.get(AnnexColumn.MEASURE));
        cells.add(RowField.LEAD, row.owner() == null ? "" : row.owner(), raw.get(AnnexColumn.LEAD));
        cells.add(RowField.LEFT_OUT, row.leftOut() ? "yes" : "", null);
        return new RowForm(
                row.line(),
                true,
                row.read().sheet(),
                row.read().row(),
                cells.all,
                row.open(),
                row.read().warnings());
    }

    /** What the form says anew: only cells that this person has changed, so that others' decisions stay. */
    static Map<RowField, String> changed(Map<String, String> sent) {
        return java.util.Arrays.stream(RowField.values())
                .filter(field -> sent.containsKey("was." + field))
                .filter(field -> !plain(sent.getOrDefault(field.name(), ""))
                        .equals(plain(sent.getOrDefault("was." + field, ""))))
                .collect(Collectors.toMap(field -> field, field -> plain(sent.getOrDefault(field.name(), ""))));
    }

    /** Browsers send line breaks as they like. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private static String codes(List<Body> bodies) {
        return bodies.stream().flatMap(body -> body.units().stream()).distinct().collect(Collectors.joining(" "));
    }

    private static String supports(ReviewedRow row) {
        Map<String, Integer> supports = row.supports();
        if (supports == null) {
            return "";
        }
        return supports.isEmpty()
                ? "-"
                : supports.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static String figure(ReviewedTarget row) {
        BigDecimal figure = row.figure();
        if (figure != null) {
            return row.operator() + " " + figure.stripTrailingZeros().toPlainString();
        }
        return row.kind() == Target.Kind.NUMERIC ? "" : row.kind().name();
    }

    /**
     * @param field which
     * @param value what it would say
     * @param raw what is written in the annex; empty if nothing is
     * @param decided whether a person decided on it
     */
    record Cell(RowField field, String value, String raw, boolean decided) {}

    private static final class Cells {
        private final Set<RowField> decided;
        private final List<Cell> all = new ArrayList<>();

        Cells(Set<RowField> decided) {
            this.decided = decided;
        }

        void add(RowField field, String value, @Nullable String raw) {
            all.add(new Cell(field, value, raw == null ? "" : raw, decided.contains(field)));
        }
    }
}
