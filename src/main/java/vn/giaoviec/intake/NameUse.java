package vn.giaoviec.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.Suggestion;

/**
 * A name that means no unit for certain, and how often it stands in the annex.
 *
 * @param text as first written
 * @param uses in how many cells
 * @param leads in how many of them it leads
 * @param members units that it may stand for together; else empty
 * @param suggestions units it may mean, the likeliest first
 * @param meaning what was decided, or null
 */
public record NameUse(
        String text,
        int uses,
        int leads,
        List<String> members,
        List<Suggestion> suggestions,
        @Nullable Meaning meaning) {}
