package vn.giaoviec.audit.proof;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fact with the salt of its digest, as a line of JSON; the content stands last and as it was hashed.
 *
 * @param seq the link's number in its stream
 * @param number its number in the link, from 1
 * @param salt of its digest
 * @param facts its content: JSON without line breaks
 */
public record FactLine(long seq, int number, Bytes salt, String facts) {
    /** The fact that tells of an erasure. */
    public static final String ERASURE = "WordsErased";

    /** In the place of a salt that was erased. */
    public static final Bytes NO_SALT = Bytes.of(new byte[0]);

    /** In the place of a content that was erased; no fact is empty otherwise. */
    public static final String ERASED = "{}";

    private static final Pattern LINE = Pattern.compile(
            "\\{\"link\":(\\d{1,18}),\"number\":(\\d{1,9}),\"salt\":\"([0-9a-f]*)\",\"facts\":(.*)}", Pattern.DOTALL);

    /** Whether words and salt were erased: whether by an order, another fact of the case has to tell. */
    boolean isErased() {
        return salt.equals(NO_SALT) && facts.equals(ERASED);
    }

    /** As it is written, without a line break. */
    public String line() {
        return "{\"link\":" + seq + ",\"number\":" + number + ",\"salt\":\"" + salt.hex() + "\",\"facts\":" + facts
                + '}';
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is none
     */
    static FactLine read(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no fact");
        }
        FactLine fact = new FactLine(
                Long.parseLong(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Bytes.ofHex(matcher.group(3)),
                matcher.group(4));
        if (!fact.line().equals(line)) {
            throw new IllegalArgumentException("not in the canonical form");
        }
        return fact;
    }

    /** The name under which an erasure names this fact within its case, e.g. {@code 12.3}. */
    static String name(long seq, int number) {
        return seq + "." + number;
    }

    /** The facts that an erasure names. */
    static List<String> erasedBy(String facts) {
        Matcher list = Pattern.compile("\"entries\":\\[([^]]*)]").matcher(facts);
        return list.find()
                ? Pattern.compile("\\d+\\.\\d+")
                        .matcher(list.group(1))
                        .results()
                        .map(MatchResult::group)
                        .toList()
                : List.of();
    }

    /** The hexadecimal value of a field; empty if there is none. */
    static String field(String facts, String name) {
        Matcher matcher = Pattern.compile('"' + name + "\":\"([0-9a-f]+)\"").matcher(facts);
        return matcher.find() ? matcher.group(1) : "";
    }
}
