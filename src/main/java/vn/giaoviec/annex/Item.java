package vn.giaoviec.annex;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.Warning.Severity;
import vn.giaoviec.sheet.Area;
import vn.giaoviec.sheet.Cell;

/** A row of an annex while it is understood; it may go on in further rows of the file. */
final class Item {
    /** What a row may take from the one it belongs to, or from the one above. */
    static final List<AnnexColumn> HANDED_DOWN =
            List.of(AnnexColumn.LEAD, AnnexColumn.COORDINATING, AnnexColumn.DEADLINE, AnnexColumn.DELIVERABLE);

    private final FoundTable table;
    private final List<FoundTable.Line> lines = new ArrayList<>();
    private final Map<AnnexColumn, String> own = new EnumMap<>(AnnexColumn.class);
    private final Map<Integer, String> others = new LinkedHashMap<>();
    private final Map<AnnexColumn, Cell> dates = new EnumMap<>(AnnexColumn.class);
    private final List<Warning> warnings = new ArrayList<>();
    private Map<AnnexColumn, String> said = Map.of();
    private boolean secret;
    private int level;
    private @Nullable Item parent;
    private boolean group;

    Item(FoundTable table, FoundTable.Line line) {
        this.table = table;
        add(line);
        moveHeadline();
        level = LinePhrase.level(mark());
    }

    /** Takes a further row of the file in. */
    void add(FoundTable.Line line) {
        lines.add(line);
        table.table().columns().forEach((column, at) -> {
            if (column == AnnexColumn.DEADLINE && table.periods().any()) {
                join(column, PersonPhrase.without(table.periods().said(line)));
            } else {
                take(column, cell(line, column, at));
            }
        });
        for (int at = 0; at < line.row().cells().size(); at++) {
            secret |= SecrecyPhrase.isMark(line.row().cell(at).text());
            if (!table.table().columns().containsValue(at)) {
                if (line.row().cell(at).cut()) {
                    warn(Severity.WARNING, "annexWarning.innerTableCut", null);
                }
                String text = PersonPhrase.without(line.row().cell(at).shown());
                others.merge(at, text, (before, after) -> after.isEmpty() ? before : before + "\n" + after);
            }
        }
        Integer level = table.table().columns().get(AnnexColumn.SECRECY);
        secret |= level != null
                && SecrecyPhrase.isLevel(line.grid().seen(line.row(), level).text());
    }

    /** One cell may stand across beginning and end: “thường xuyên”. */
    private Cell cell(FoundTable.Line line, AnnexColumn column, int at) {
        Integer start = table.table().columns().get(AnnexColumn.START);
        if (column != AnnexColumn.DEADLINE || start == null) {
            return line.row().cell(at);
        }
        boolean across = line.grid()
                .area(line.row().number(), at)
                .filter(area -> area.firstColumn() == start && !isAcrossAll(area))
                .isPresent();
        return line.row().cell(across ? start : at);
    }

    /** As the cell of a headline, which says nothing of its columns. */
    private boolean isAcrossAll(Area area) {
        Integer title = table.table().columns().get(AnnexColumn.TITLE);
        return title != null && area.firstColumn() <= title && title <= area.lastColumn();
    }

    private void take(AnnexColumn column, Cell cell) {
        if (cell.kind() == Cell.Kind.BROKEN) {
            warn(Severity.ERROR, "annexWarning.brokenCell", column);
            return;
        }
        if (cell.cut()) {
            warn(Severity.WARNING, "annexWarning.innerTableCut", column);
        }
        String written = CellText.of(cell);
        String clean = PersonPhrase.without(written);
        if (column == AnnexColumn.ROOM) {
            clean = CellText.withoutNames(clean);
        }
        if (!clean.equals(written)) {
            warn(Severity.WARNING, "annexWarning.personalData", column);
        }
        if (cell.kind() == Cell.Kind.DATE) {
            dates.putIfAbsent(column, cell);
        }
        if ((column == AnnexColumn.CODE || column == AnnexColumn.NUMBER)
                && cell.kind() == Cell.Kind.NUMBER
                && clean.matches(".*[.,].*")) {
            warn(Severity.WARNING, "annexWarning.codeIsNumber", column, clean);
        }
        join(column, clean);
    }

    private void join(AnnexColumn column, String clean) {
        if (!clean.isEmpty() && !clean.equals(own.get(column))) {
            String glue = column == AnnexColumn.TITLE ? " " : "\n";
            own.merge(column, clean, (before, after) -> before + glue + after);
        }
    }

    /** A headline may stand in the first cell, and have its number in its text. */
    private void moveHeadline() {
        String number = own(AnnexColumn.NUMBER);
        boolean headline =
                own(AnnexColumn.TITLE).isEmpty() && own(AnnexColumn.CODE).isEmpty();
        if (headline && number.length() > 8 && number.contains(" ")) {
            own.put(AnnexColumn.TITLE, number);
            own.remove(AnnexColumn.NUMBER);
        }
        String title = own(AnnexColumn.TITLE);
        if (own(AnnexColumn.NUMBER).isEmpty() && own(AnnexColumn.CODE).isEmpty()) {
            String mark = LinePhrase.leadingMark(title);
            if (!mark.isEmpty()) {
                own.put(AnnexColumn.NUMBER, mark);
                own.put(AnnexColumn.TITLE, title.substring(mark.length()).replaceFirst("^[.:)/\\s]+", ""));
            } else if (LinePhrase.beginsWithBullet(title) && !saysOnlyTitle()) {
                own.put(
                        AnnexColumn.NUMBER,
                        title.substring(0, 1)); // a part of the task above, with a deadline of its own
                own.put(AnnexColumn.TITLE, title.substring(1).strip());
            }
        }
    }

    /** Own words of a column, empty if there are none. */
    String own(AnnexColumn column) {
        return own.getOrDefault(column, "");
    }

    /** Notes what the row says once it has taken over what others say for it. */
    void says(Map<AnnexColumn, String> words) {
        said = Map.copyOf(words);
    }

    /** What the row says of a column, of its own or taken over; empty if nothing. */
    String said(AnnexColumn column) {
        return said.getOrDefault(column, "");
    }

    /** Whether the row shares the cell of a column with the row above. */
    boolean sharesAbove(AnnexColumn column) {
        Area area = area(column);
        return area != null && area.firstRow() < firstRow();
    }

    /** Whether the row shares the cell of a column with those below. */
    boolean sharesBelow(AnnexColumn column) {
        Area area = area(column);
        return area != null
                && area.lastRow() > lines.get(lines.size() - 1).row().number();
    }

    private @Nullable Area area(AnnexColumn column) {
        Integer at = table.table().columns().get(column);
        FoundTable.Line line = lines.get(0);
        return at == null ? null : line.grid().area(line.row().number(), at).orElse(null);
    }

    /** The cell of a column that the row shares with one above, else empty. */
    String shared(AnnexColumn column) {
        Integer at = table.table().columns().get(column);
        FoundTable.Line line = lines.get(0);
        return at != null && sharesAbove(column)
                ? PersonPhrase.without(CellText.of(line.grid().seen(line.row(), at)))
                : "";
    }

    String number() {
        return own(AnnexColumn.NUMBER);
    }

    /** The code as written, else the number. */
    String mark() {
        String code = own(AnnexColumn.CODE);
        return code.isEmpty() ? number() : code;
    }

    String title() {
        return own(AnnexColumn.TITLE);
    }

    /** Whether nothing but number and title is said, and nothing shared with the row above. */
    boolean saysOnlyTitle() {
        return own.keySet().stream()
                        .allMatch(column -> column == AnnexColumn.NUMBER
                                || column == AnnexColumn.CODE
                                || column == AnnexColumn.TITLE
                                || column == AnnexColumn.NOTE)
                && HANDED_DOWN.stream().noneMatch(column -> sharesAbove(column));
    }

    /** Whether it stands above tasks, by its number or as one without. */
    boolean isHeadline() {
        return level < LinePhrase.TASK && saysOnlyTitle();
    }

    /** The only text of the row, or empty if it has several. */
    String onlyText() {
        List<String> texts = lines.get(0).row().cells().stream()
                .map(Cell::shown)
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
        return texts.size() == 1 ? texts.get(0) : "";
    }

    void warn(Severity severity, String key, @Nullable AnnexColumn column, Object... args) {
        Warning warning = Warning.of(severity, key, column, args);
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    Map<AnnexColumn, String> cells() {
        return new EnumMap<>(own);
    }

    Map<Integer, String> others() {
        return others;
    }

    /** The cell of a column if it holds a date and no words, or null. */
    @Nullable Cell date(AnnexColumn column) {
        return dates.get(column);
    }

    FoundTable.Line line() {
        return lines.get(0);
    }

    /** How many rows of the file it takes. */
    int length() {
        return lines.size();
    }

    int firstRow() {
        return lines.get(0).row().number();
    }

    boolean isHidden() {
        return lines.stream().anyMatch(line -> line.row().hidden());
    }

    List<Warning> warnings() {
        return warnings;
    }

    boolean isSecret() {
        return secret;
    }

    void hide() {
        secret = true;
    }

    int level() {
        return level;
    }

    void level(int depth) {
        level = depth;
    }

    @Nullable Item parent() {
        return parent;
    }

    void parent(Item above) {
        parent = above;
    }

    boolean isGroup() {
        return group;
    }

    void group() {
        group = true;
    }
}
