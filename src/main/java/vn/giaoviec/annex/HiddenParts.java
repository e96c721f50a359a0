package vn.giaoviec.annex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.giaoviec.annex.Warning.Severity;
import vn.giaoviec.sheet.Grid;
import vn.giaoviec.sheet.Row;

/** Tells what of a file people do not see who open it: sheets, which are not read, rows and columns, which are. */
final class HiddenParts {
    private static final int LONGEST_HEADER = 60;

    private HiddenParts() {}

    /**
     * @param found the tables that are read
     * @param sheets the sheets that are not
     */
    static List<Warning> of(List<FoundTable> found, List<Grid> sheets) {
        List<Warning> told = new ArrayList<>();
        for (Grid grid : sheets) {
            if (!grid.rows().isEmpty()) {
                told.add(Warning.of(
                        Severity.WARNING,
                        "annexWarning.hiddenSheet",
                        null,
                        grid.label(),
                        grid.rows().size()));
            }
        }
        Set<Grid> read = new LinkedHashSet<>();
        found.forEach(table -> table.lines().forEach(line -> read.add(line.grid())));
        for (Grid grid : read) {
            long rows = grid.rows().stream().filter(Row::hidden).count();
            if (rows > 0) {
                told.add(Warning.of(Severity.WARNING, "annexWarning.hiddenRows", null, grid.label(), rows));
            }
            String columns = grid.hiddenColumns().entrySet().stream()
                    .map(column -> column.getValue() + header(found, grid, column))
                    .collect(Collectors.joining(", "));
            if (!columns.isEmpty()) {
                told.add(Warning.of(Severity.WARNING, "annexWarning.hiddenColumns", null, grid.label(), columns));
            }
        }
        return told;
    }

    private static String header(List<FoundTable> found, Grid grid, Map.Entry<Integer, String> column) {
        return found.stream()
                .map(FoundTable::table)
                .filter(table -> table.sheet().equals(grid.label()))
                .map(table -> table.headers().getOrDefault(column.getKey(), ""))
                .filter(words -> !words.isBlank() && words.length() <= LONGEST_HEADER)
                .findFirst()
                .map(words -> " (" + PersonPhrase.without(words.replaceAll("\\s+", " ")) + ")")
                .orElse("");
    }
}
