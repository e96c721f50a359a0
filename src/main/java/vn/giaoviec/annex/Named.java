package vn.giaoviec.annex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One body of those a cell names.
 *
 * @param text as written, without personal data
 * @param kind what it is
 * @param unit the unit's code, or that of the words for many; null unless it is certain
 * @param name the name of that unit or group, or null
 * @param certain whether nobody needs to decide; only full names, other known names and abbreviations are
 * @param members the units that a group stands for on the day of issue, by code; else empty
 * @param suggestions units it may mean, the likeliest first; the certain one too
 * @param outside whether the province cannot give it orders, whether or not the directory knows it
 */
public record Named(
        String text,
        Kind kind,
        @Nullable String unit,
        @Nullable String name,
        boolean certain,
        List<String> members,
        List<Suggestion> suggestions,
        boolean outside) {

    /** What the words name. */
    public enum Kind {
        UNIT,
        /** Many bodies, as “các sở, ban, ngành”. */
        GROUP,
        /** A body that is not the province's, as a company or a ministry. */
        OUTSIDE,
        /** A person must say. */
        UNKNOWN
    }
}
