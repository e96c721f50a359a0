package vn.giaoviec.annex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.Warning.Severity;

/** Understands the rows of a table of targets. */
final class ReadTargets {
    private static final Pattern OTHER_YEAR = Pattern.compile("20\\d\\d");

    private final int year;
    private final ReadBodies bodies;
    private final GuessIndicators indicators;

    ReadTargets(int year, ReadBodies bodies, GuessIndicators indicators) {
        this.year = year;
        this.bodies = bodies;
        this.indicators = indicators;
    }

    List<AnnexTarget> read(FoundTable table, List<Item> items) {
        List<AnnexTarget> targets = new ArrayList<>();
        for (Item item : items) {
            boolean headline = item.isGroup()
                    && item.saysOnlyTitle()
                    && item.others().values().stream().allMatch(String::isEmpty);
            if (!headline && !item.isSecret() && !item.title().isEmpty()) {
                targets.add(target(table, item));
            }
        }
        return targets;
    }

    private AnnexTarget target(FoundTable table, Item item) {
        Map<String, String> milestones = new LinkedHashMap<>();
        item.others().forEach((at, text) -> {
            String header = table.table().headers().get(at);
            if (header != null && !text.isEmpty()) {
                milestones.put(header, text);
            }
        });
        Integer at = table.table().columns().get(AnnexColumn.FIGURE);
        String header = at == null ? "" : table.table().headers().getOrDefault(at, "");
        boolean otherYear = OTHER_YEAR.matcher(header).find() && !header.contains(String.valueOf(year));
        if (otherYear && !item.own(AnnexColumn.FIGURE).isEmpty()) {
            milestones.put(header, item.own(AnnexColumn.FIGURE));
        }
        String measure = item.own(AnnexColumn.MEASURE);
        return new AnnexTarget(
                table.table().number(),
                item.line().grid().label(),
                item.firstRow(),
                item.mark(),
                item.title(),
                measure.isEmpty() ? null : measure,
                figure(item, otherYear ? "" : item.own(AnnexColumn.FIGURE), milestones),
                milestones,
                bodies.followers(item),
                item.own(AnnexColumn.SOURCE),
                item.own(AnnexColumn.DEADLINE),
                item.cells(),
                indicators.guess(item.title(), ""),
                List.copyOf(item.warnings()));
    }

    /** Of its own column, else of the milestone of the plan year, else at the end of the indicator's name. */
    private AnnexTarget.@Nullable Figure figure(Item item, String own, Map<String, String> milestones) {
        String written = own;
        if (written.isEmpty()) {
            written = milestones.entrySet().stream()
                    .filter(milestone -> milestone.getKey().contains(String.valueOf(year)))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }
        if (written.isEmpty() && milestones.isEmpty()) {
            written = item.title();
        }
        AnnexTarget.Figure figure = FigurePhrase.read(written).orElse(null);
        if (figure == null) {
            item.warn(Severity.WARNING, "annexWarning.figureUnclear", AnnexColumn.FIGURE);
        } else if (FigurePhrase.saysNoOperator(written)) {
            item.warn(Severity.NOTE, "annexWarning.operatorAssumed", AnnexColumn.FIGURE, figure.operator());
        }
        return figure;
    }
}
