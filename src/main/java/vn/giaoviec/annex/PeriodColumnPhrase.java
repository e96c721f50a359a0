package vn.giaoviec.annex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.giaoviec.sheet.Row;

/** A deadline that is told by marks: one column for each quarter or month, and a sign in those that are meant. */
final class PeriodColumnPhrase {
    private static final Pattern PERIOD = Pattern.compile(
            "(?:(quý|q) ?(iv|i{1,3}|[1-4])|(tháng|t) ?(\\d{1,2}))(?:/(20\\d\\d))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern MARK = Pattern.compile("[xX×✓✔√vV+*●]");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    private final Map<Integer, String> periods = new TreeMap<>();
    private String year = "";

    private PeriodColumnPhrase() {}

    /** Whether the words above a column are a period, and nothing else. */
    static boolean isPeriod(String header) {
        return PERIOD.matcher(header.strip()).matches();
    }

    /** Those of a table; none if its deadline has one column. */
    static PeriodColumnPhrase of(AnnexTable table) {
        PeriodColumnPhrase columns = new PeriodColumnPhrase();
        Integer deadline = table.columns().get(AnnexColumn.DEADLINE);
        String header = deadline == null ? "" : table.headers().getOrDefault(deadline, "");
        String common = common(header);
        if (common.isEmpty()) {
            return columns;
        }
        table.headers().forEach((at, words) -> {
            if (words.startsWith(common) && isPeriod(words.substring(common.length()))) {
                columns.periods.put(at, words.substring(common.length()).strip());
            }
        });
        Matcher year = YEAR.matcher(common);
        columns.year = year.find() ? "/" + year.group() : "";
        return columns;
    }

    /** What stands before the period, if the words end with one. */
    private static String common(String header) {
        for (int blank = header.lastIndexOf(' '); blank > 0; blank = header.lastIndexOf(' ', blank - 1)) {
            if (isPeriod(header.substring(blank))) {
                return header.substring(0, blank);
            }
        }
        return "";
    }

    boolean any() {
        return periods.size() > 1;
    }

    /** The periods that are marked, as one would write them; else what is written in them. */
    String said(FoundTable.Line line) {
        List<String> marked = new ArrayList<>();
        Set<String> written = new LinkedHashSet<>();
        Row row = line.row();
        periods.forEach((at, period) -> {
            String text = line.grid().seen(row, at).shown().strip();
            if (MARK.matcher(text).matches()) {
                marked.add(named(period));
            } else if (!text.isEmpty()) {
                written.add(text);
            }
        });
        if (!written.isEmpty()) {
            return String.join("\n", written);
        }
        boolean several = marked.size() > 1;
        boolean yearWritten = marked.stream().anyMatch(period -> period.contains("/"));
        return String.join(several && yearWritten ? "; " : ", ", marked)
                + (marked.isEmpty() || yearWritten ? "" : year);
    }

    private static String named(String period) {
        Matcher parts = PERIOD.matcher(period);
        if (!parts.matches()) {
            return period;
        }
        String own = parts.group(5) == null ? "" : "/" + parts.group(5);
        return (parts.group(1) != null ? "Quý " + parts.group(2) : "Tháng " + parts.group(4)) + own;
    }
}
