package vn.giaoviec.annex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.Warning.Severity;

/** Brings order into the rows of a table: what goes on, what is a headline, what belongs to what. */
final class Outline {
    /** Rows of the file that may make one task. */
    private static final int LONGEST_ITEM = 100;

    private final FoundTable table;
    private final boolean numbered;
    private final List<Item> items = new ArrayList<>();

    private Outline(FoundTable table) {
        this.table = table;
        Map<AnnexColumn, Integer> columns = table.table().columns();
        numbered = columns.containsKey(AnnexColumn.NUMBER) || columns.containsKey(AnnexColumn.CODE);
    }

    /** The rows that say something, in their order; notes, totals and what stands below the signature left out. */
    static List<Item> of(FoundTable table) {
        Outline outline = new Outline(table);
        outline.gather();
        outline.arrange();
        outline.findGroups();
        outline.checkCodes();
        return outline.items;
    }

    private void gather() {
        for (FoundTable.Line line : table.lines()) {
            Item item = new Item(table, line);
            String only = item.onlyText();
            if (line.row().cells().stream().anyMatch(cell -> LinePhrase.ends(cell.text()))
                    && (!only.isEmpty() || item.title().isEmpty() || LinePhrase.ends(item.title()))) {
                return;
            }
            if (LinePhrase.isNote(only) || LinePhrase.isTotal(item.title()) || LinePhrase.isTotal(item.number())) {
                continue;
            }
            Item before = items.isEmpty() ? null : items.get(items.size() - 1);
            if (before != null && goesOn(before, item, line)) {
                before.add(line);
                before.warn(Severity.NOTE, "annexWarning.continued", null, item.firstRow());
            } else {
                items.add(item);
            }
        }
    }

    /** Whether a row is the rest of the one above: its number is blank, and so is its title, or it begins in mid-sentence. */
    private boolean goesOn(Item before, Item item, FoundTable.Line line) {
        if (before.length() == LONGEST_ITEM || !item.mark().isEmpty() || before.isHeadline()) {
            return false;
        }
        if (item.title().isEmpty()) {
            return !item.onlyText().isEmpty() || item.sharesAbove(AnnexColumn.TITLE) || !item.saysOnlyTitle();
        }
        boolean listed = LinePhrase.beginsWithBullet(item.title()) && item.saysOnlyTitle();
        boolean midSentence = Character.isLowerCase(item.title().codePointAt(0));
        boolean acrossPages = line.begins() && !before.mark().isEmpty();
        return midSentence || listed || (numbered && acrossPages);
    }

    private void arrange() {
        for (int at = 0; at < items.size(); at++) {
            Item item = items.get(at);
            Item next = at + 1 < items.size() ? items.get(at + 1) : null;
            Item before = at > 0 ? items.get(at - 1) : null;
            if (item.mark().isEmpty()) {
                item.level(item.saysOnlyTitle() && next != null ? LinePhrase.HEADLINE : LinePhrase.TASK);
            } else if (item.level() == LinePhrase.TASK && isHeadlineByNumber(before, item, next)) {
                item.level(LinePhrase.HEADLINE);
            }
        }
        Deque<Item> open = new ArrayDeque<>();
        for (Item item : items) {
            while (!open.isEmpty() && !isAbove(open.peek(), item)) {
                open.pop();
            }
            if (!open.isEmpty()) {
                item.parent(open.peek());
            }
            open.push(item);
        }
        byCode();
    }

    /** A code with dots belongs to a task only if it begins with that task's code. */
    private static boolean isAbove(Item above, Item item) {
        boolean dotted = item.level() > LinePhrase.TASK && item.mark().contains(".");
        boolean begins = item.mark().startsWith(above.mark().replaceFirst("[.)]$", "") + ".");
        return above.level() < item.level()
                && (!dotted
                        || above.level() < LinePhrase.TASK
                        || (begins && !above.mark().isEmpty()));
    }

    /** A bare number outside of the count of the tasks around it. */
    private static boolean isHeadlineByNumber(@Nullable Item before, Item item, @Nullable Item next) {
        return next != null
                && item.saysOnlyTitle()
                && !next.saysOnlyTitle()
                && next.level() == LinePhrase.TASK
                && ((before != null && before.level() == LinePhrase.TASK)
                        ? follows(before, next) || (!follows(before, item) && !follows(item, next))
                        : !follows(item, next));
    }

    private static boolean follows(Item one, Item next) {
        String first = one.mark().replaceAll("\\D", "");
        String second = next.mark().replaceAll("\\D", "");
        return first.matches("\\d{1,6}")
                && second.matches("\\d{1,6}")
                && Integer.parseInt(second) == Integer.parseInt(first) + 1;
    }

    /** Codes that begin with the code of another row belong to it, wherever they stand. */
    private void byCode() {
        Map<String, Item> known = new HashMap<>();
        for (Item item : items) {
            String mark = item.mark();
            int dot = mark.lastIndexOf('.');
            Item above = dot > 0 ? known.get(mark.substring(0, dot)) : null;
            if (above != null && above != item) {
                item.parent(above);
            }
            known.putIfAbsent(mark, item);
        }
    }

    private void findGroups() {
        Map<Item, List<Item>> children = new HashMap<>();
        for (Item item : items) {
            if (item.parent() != null) {
                children.computeIfAbsent(item.parent(), any -> new ArrayList<>())
                        .add(item);
            }
        }
        for (Item item : items) {
            List<Item> below = children.getOrDefault(item, List.of());
            boolean lead = has(item, AnnexColumn.LEAD);
            boolean product = has(item, AnnexColumn.DELIVERABLE);
            boolean childrenLead = below.stream().anyMatch(child -> has(child, AnnexColumn.LEAD));
            boolean headline = item.level() < LinePhrase.TASK;
            if (below.isEmpty()
                    ? headline && item.saysOnlyTitle()
                    : headline || (!product && (!lead || !childrenLead))) {
                item.group();
                if (below.isEmpty()) {
                    item.warn(Severity.WARNING, "annexWarning.emptyGroup", null);
                }
            } else if (!below.isEmpty()) {
                item.warn(Severity.NOTE, "annexWarning.hasParts", null, below.size());
            }
            if (item.isSecret()) {
                below.forEach(Item::hide);
            }
        }
    }

    /** A cell that a row shares with those below is not its own alone. */
    private static boolean has(Item item, AnnexColumn column) {
        return !item.own(column).isEmpty() && !item.sharesBelow(column);
    }

    private void checkCodes() {
        Map<String, Integer> first = new HashMap<>();
        Set<String> marks = new HashSet<>();
        items.forEach(item -> marks.add(item.mark()));
        boolean nested = items.stream()
                .anyMatch(item -> item.parent() != null
                        && item.mark().startsWith(item.parent().mark() + ".")
                        && !item.parent().mark().isEmpty());
        for (Item item : items) {
            String mark = item.mark();
            if (mark.isEmpty()) {
                if (numbered && !item.isGroup()) {
                    item.warn(Severity.WARNING, "annexWarning.numberMissing", AnnexColumn.NUMBER);
                }
                continue;
            }
            // plain numbers and letters may begin anew under each headline
            boolean local = LinePhrase.isLocal(mark) && !item.isGroup();
            if (LinePhrase.isBullet(mark)) {
                continue;
            }
            Item above = item.parent();
            String key = (local && above != null ? above.firstRow() + " " : "") + mark + (item.isGroup() ? " g" : "");
            Integer row = first.putIfAbsent(key, item.firstRow());
            if (row != null) {
                item.warn(Severity.WARNING, "annexWarning.codeTwice", AnnexColumn.CODE, mark, row);
            }
            int dot = mark.lastIndexOf('.');
            if (nested
                    && dot > 0
                    && dot < mark.length() - 1
                    && !marks.contains(mark.substring(0, dot))
                    && !marks.contains(mark.substring(0, dot) + ".")) {
                item.warn(Severity.WARNING, "annexWarning.parentMissing", AnnexColumn.CODE, mark.substring(0, dot));
            }
        }
    }
}
