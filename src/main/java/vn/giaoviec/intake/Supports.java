package vn.giaoviec.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Indicators with their weights, as annexes, forms and decisions write them. */
final class Supports {
    static final String NONE = "-";
    private static final Pattern ONE =
            Pattern.compile("([A-Za-z][A-Za-z0-9.]{0,19})(?:\\s*(?:\\((\\d{1,3})\\)|=(\\d{1,3})))?");

    private Supports() {}

    /** Of a decision. */
    static Map<String, Integer> read(String content) {
        Map<String, Integer> supports = written(content);
        return supports == null ? Map.of() : supports;
    }

    /** As {@code CQ1 (2); CQ5} or {@code CQ1=2 CQ5=1}; {@code -} is none. Null if it is anything else, or nothing. */
    static @Nullable Map<String, Integer> written(String text) {
        Map<String, Integer> supports = new LinkedHashMap<>();
        if (text.strip().equals(NONE)) {
            return supports;
        }
        for (String part : text.replaceAll("\\s+\\(", "(").strip().split("[;,\\s]+", -1)) {
            Matcher one = ONE.matcher(part);
            if (!one.matches()) {
                return null;
            }
            String weight = one.group(2) != null ? one.group(2) : one.group(3);
            supports.put(one.group(1), weight == null ? 1 : Integer.parseInt(weight));
        }
        return supports;
    }

    /** In the form of a decision. */
    static String write(Map<String, Integer> supports) {
        return supports.isEmpty()
                ? NONE
                : supports.entrySet().stream()
                        .map(support -> support.getKey() + "=" + support.getValue())
                        .collect(Collectors.joining(" "));
    }
}
