package vn.giaoviec.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.Folded;

/**
 * What a person decided that a name means, wherever it stands in the annex.
 *
 * @param words the name, folded
 * @param content codes of units with one blank between, or {@link #OUTSIDE}
 * @param unit the unit it shall be, if the directory does not know it yet
 * @param by who decided
 * @param at when (business time)
 */
public record Meaning(
        String words, String content, @Nullable Unit unit, String by, Instant at) {
    /** It is no unit of ours: invited to co-ordinate, and kept as words. */
    static final String OUTSIDE = "OUTSIDE";

    /** How a name is known again, however it is written. */
    static String key(String text) {
        return String.join(" ", Folded.words(text));
    }

    /** Whether it is no unit of ours. */
    public boolean isOutside() {
        return content.equals(OUTSIDE);
    }

    /** The units it means; none if it is outside. */
    public List<String> units() {
        return isOutside() ? List.of() : List.of(content.split(" ", -1));
    }
}
