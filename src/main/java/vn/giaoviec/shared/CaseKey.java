package vn.giaoviec.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one case: an assignment of a plan year at one accountable unit. It is the engine's business key
 * ({@code 2024/G1-01/STTTT}); at most one process instance runs under it.
 *
 * @param year the plan year
 * @param assignment the assignment's code in that plan
 * @param unit the accountable unit's code
 */
public record CaseKey(int year, String assignment, String unit) {
    private static final Pattern FORM = Pattern.compile("(\\d{4})/([A-Za-z0-9._-]{1,40})/([A-Z0-9]{2,20})");

    /**
     * Reads a business key.
     *
     * @throws IllegalArgumentException if the text is no case key
     */
    public static CaseKey of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a case key: " + text);
        }
        return new CaseKey(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3));
    }

    @Override
    public String toString() {
        return year + "/" + assignment + "/" + unit;
    }
}
