package vn.giaoviec.indicator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reading as somebody typed it, nothing checked; what was left out is empty.
 *
 * @param unit code of the unit whose part it is; empty if it is of the whole province
 * @param calculation name of a {@link ReadingPeriod.Calculation}
 * @param from first day of a period, {@code yyyy-MM-dd}
 * @param asOf last day of a period, or the day as of which
 * @param value the figure, in Vietnamese or plain notation
 * @param numerator its numerator
 * @param denominator its denominator
 * @param reached {@code yes} or {@code no}, of a qualitative target
 * @param source where the figure comes from
 * @param document number of a document
 * @param corrects number of the reading to correct
 * @param reason why
 * @param file the file that proves it, or null
 */
public record TypedReading(
        String unit,
        String calculation,
        String from,
        String asOf,
        String value,
        String numerator,
        String denominator,
        String reached,
        String source,
        String document,
        String corrects,
        String reason,
        ReadingFile.@Nullable Typed file) {
    /** What a form sent, by the names of its fields. */
    public static TypedReading of(Map<String, String> sent) {
        return of(sent, null);
    }

    /** The same with a file, or null. */
    public static TypedReading of(Map<String, String> sent, ReadingFile.@Nullable Typed file) {
        return new TypedReading(
                words(sent, "unit"),
                words(sent, "calculation"),
                words(sent, "from"),
                words(sent, "asOf"),
                words(sent, "value"),
                words(sent, "numerator"),
                words(sent, "denominator"),
                words(sent, "reached"),
                words(sent, "source"),
                words(sent, "document"),
                words(sent, "corrects"),
                words(sent, "reason"),
                file);
    }

    private static String words(Map<String, String> sent, String field) {
        return sent.getOrDefault(field, "").strip();
    }
}
