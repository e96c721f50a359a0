package vn.giaoviec.annex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.Warning.Severity;
import vn.giaoviec.plan.Deadline;

/** Understands the rows of a table of tasks, once their order is known. */
final class ReadTasks {
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_DELIVERABLE = 1_000;

    private final ReadDeadline deadlines;
    private final ReadBodies bodies;
    private final GuessGroups groups;
    private final GuessIndicators indicators;

    ReadTasks(ReadDeadline deadlines, ReadBodies bodies, GuessGroups groups, GuessIndicators indicators) {
        this.deadlines = deadlines;
        this.bodies = bodies;
        this.groups = groups;
        this.indicators = indicators;
    }

    List<AnnexRow> read(FoundTable table, List<Item> items) {
        DayOrMonth dayOrMonth = deadlines.dayOrMonth(items);
        List<AnnexRow> rows = new ArrayList<>();
        Item before = null;
        for (Item item : items) {
            rows.add(item.isSecret() ? stub(table, item) : row(table, item, before, dayOrMonth));
            before = item.isGroup() || item.isSecret() ? before : item;
        }
        return rows;
    }

    /** What is secret leaves its place, and nothing else. */
    private static AnnexRow stub(FoundTable table, Item item) {
        return new AnnexRow(
                AnnexRow.Kind.STUB,
                table.table().number(),
                table.table().sheet(),
                item.firstRow(),
                "",
                null,
                "",
                List.of(),
                List.of(),
                ReadDeadline.none(""),
                null,
                "",
                List.of(),
                List.of(),
                Map.of(),
                List.of(Warning.of(Severity.ERROR, "annexWarning.secret", null)));
    }

    private AnnexRow row(FoundTable table, Item item, @Nullable Item before, DayOrMonth dayOrMonth) {
        boolean group = item.isGroup();
        Map<AnnexColumn, String> said = group ? item.cells() : handedDown(item, before);
        item.says(said);
        String deliverable = said.getOrDefault(AnnexColumn.DELIVERABLE, "");
        if (!group) {
            lookAtWords(table, item, deliverable);
        }
        if (item.isHidden()) {
            item.warn(Severity.WARNING, "annexWarning.hiddenRow", null);
        }
        List<Named> leads = new ArrayList<>();
        List<Named> coordinators = new ArrayList<>();
        if (!group) {
            leadOfHeadline(item, said);
            bodies.read(item, said, leads, coordinators);
        }
        String raw = said.getOrDefault(AnnexColumn.DEADLINE, "");
        Deadline deadline = group ? ReadDeadline.none(raw) : deadlines.read(item, said, dayOrMonth);
        LocalDate due = group ? null : deadlines.due(deadline);
        return new AnnexRow(
                group ? AnnexRow.Kind.GROUP : AnnexRow.Kind.TASK,
                table.table().number(),
                item.line().grid().label(),
                item.firstRow(),
                item.mark(),
                item.parent() == null ? null : item.parent().mark(),
                item.title(),
                List.copyOf(leads),
                List.copyOf(coordinators),
                deadline,
                due,
                deliverable,
                group ? List.of() : groups.guess(headlines(item), item.title(), deliverable),
                group
                        ? List.of()
                        : indicators.guess(
                                item.title() + ". " + deliverable, said.getOrDefault(AnnexColumn.INDICATORS, "")),
                item.cells(),
                List.copyOf(item.warnings()));
    }

    /** Own words, else those of the cell shared with the row above, else those of the headline. */
    private static Map<AnnexColumn, String> handedDown(Item item, @Nullable Item before) {
        Map<AnnexColumn, String> said = new EnumMap<>(AnnexColumn.class);
        said.putAll(item.cells());
        for (AnnexColumn column : Item.HANDED_DOWN) {
            String own = item.own(column);
            if (before != null && LinePhrase.isDitto(own)) {
                said.put(column, before.said(column));
                item.warn(Severity.NOTE, "annexWarning.ditto", column, before.firstRow());
                continue;
            }
            if (!own.isEmpty()) {
                continue;
            }
            String shared = item.shared(column);
            if (!shared.isEmpty()) {
                said.put(column, shared);
                continue;
            }
            for (Item above = item.parent(); above != null; above = above.parent()) {
                String words = above.isSecret() ? "" : above.own(column);
                if (!words.isEmpty()) {
                    said.put(column, words);
                    item.warn(Severity.NOTE, "annexWarning.inherited", column, above.firstRow());
                    break;
                }
            }
        }
        return said;
    }

    /** Some annexes say who leads in a headline, and below it what. */
    private void leadOfHeadline(Item item, Map<AnnexColumn, String> said) {
        if (said.containsKey(AnnexColumn.LEAD)) {
            return;
        }
        for (Item above = item.parent(); above != null; above = above.parent()) {
            if (!above.isSecret() && bodies.areNamed(above.title())) {
                said.put(AnnexColumn.LEAD, above.title());
                item.warn(Severity.NOTE, "annexWarning.inherited", AnnexColumn.LEAD, above.firstRow());
                return;
            }
        }
    }

    private static void lookAtWords(FoundTable table, Item item, String deliverable) {
        if (item.title().isEmpty()) {
            item.warn(Severity.ERROR, "annexWarning.titleMissing", AnnexColumn.TITLE);
        }
        if (item.title().length() > LONGEST_TITLE) {
            item.warn(Severity.ERROR, "annexWarning.tooLong", AnnexColumn.TITLE, LONGEST_TITLE);
        }
        if (LinePhrase.items(item.title()) > 1) {
            item.warn(Severity.NOTE, "annexWarning.severalInOne", AnnexColumn.TITLE);
        }
        if (deliverable.length() > LONGEST_DELIVERABLE) {
            item.warn(Severity.ERROR, "annexWarning.tooLong", AnnexColumn.DELIVERABLE, LONGEST_DELIVERABLE);
        }
        if (deliverable.isEmpty() && table.table().columns().containsKey(AnnexColumn.DELIVERABLE)) {
            item.warn(Severity.WARNING, "annexWarning.deliverableMissing", AnnexColumn.DELIVERABLE);
        }
    }

    private static String headlines(Item item) {
        StringBuilder titles = new StringBuilder();
        for (Item above = item.parent(); above != null; above = above.parent()) {
            titles.append(above.isSecret() ? "" : above.title()).append(". ");
        }
        return titles.toString();
    }
}
