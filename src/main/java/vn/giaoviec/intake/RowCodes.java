package vn.giaoviec.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.giaoviec.annex.AnnexColumn;
import vn.giaoviec.annex.Warning;
import vn.giaoviec.shared.Folded;

/**
 * Gives each row a code that its case can be called by. What is written stays as long as it names one row only; a number that
 * begins anew under each headline gets the headline's before it.
 */
final class RowCodes {
    static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int LONGEST = 40;

    private RowCodes() {}

    /** A code as written, in letters that an address can hold; empty if nothing is left. */
    static String plain(String written) {
        StringBuilder plain = new StringBuilder();
        for (int letter : written.strip().codePoints().toArray()) {
            String sign = Character.toString(letter);
            String folded = Folded.of(sign);
            plain.append(Character.isUpperCase(letter) ? folded.toUpperCase(java.util.Locale.ROOT) : folded);
        }
        String code = plain.toString().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return code.length() <= LONGEST ? code : code.substring(0, LONGEST);
    }

    /**
     * @param known the indicators that the plan would have
     */
    static List<ReviewedRow> settle(List<ReviewedRow> rows, Set<String> known) {
        Map<String, Integer> times = new HashMap<>();
        rows.stream().filter(row -> !row.leftOut()).forEach(row -> times.merge(row.code(), 1, Integer::sum));
        Set<String> taken = new HashSet<>();
        rows.stream()
                .filter(row -> !row.leftOut() && row.decided().contains(RowField.CODE))
                .forEach(row -> taken.add(row.code()));
        List<ReviewedRow> settled = new ArrayList<>();
        for (ReviewedRow row : rows) {
            if (row.leftOut()) {
                settled.add(row);
                continue;
            }
            List<Warning> open = new ArrayList<>(row.open());
            boolean chosen = row.decided().contains(RowField.CODE);
            String code = chosen ? row.code() : made(row, times, taken);
            if (chosen && times.getOrDefault(code, 1) > 1) {
                open.add(ReviewRows.error("intakeWarning.codeTwice", AnnexColumn.CODE, code));
            }
            taken.add(code);
            Map<String, Integer> supports = row.supports();
            if (supports != null) {
                supports.keySet().stream()
                        .filter(indicator -> !known.contains(indicator))
                        .forEach(indicator -> open.add(
                                ReviewRows.error("intakeWarning.indicatorUnknown", AnnexColumn.INDICATORS, indicator)));
            }
            settled.add(row.with(code, open));
        }
        return settled;
    }

    private static String made(ReviewedRow row, Map<String, Integer> times, Set<String> taken) {
        String code = row.code();
        if (!code.isEmpty() && times.getOrDefault(code, 1) == 1 && !taken.contains(code)) {
            return code;
        }
        String parent = row.read().parent();
        String below = parent == null ? "" : plain(parent + "." + code);
        if (!code.isEmpty() && !below.isEmpty() && !taken.contains(below)) {
            return below;
        }
        String base = below.isEmpty() ? code : below;
        String made = plain((base.isEmpty() ? "R" : base) + "-" + row.line());
        return taken.contains(made) ? "R-" + row.line() : made;
    }
}
