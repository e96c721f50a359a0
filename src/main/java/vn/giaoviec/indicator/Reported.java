package vn.giaoviec.indicator;

import org.jspecify.annotations.Nullable;

/**
 * What a unit reports of an indicator.
 *
 * @param period what it is about
 * @param measured what was measured
 * @param source where the figure comes from
 * @param document number of the document it stands in, or null
 * @param corrects the number of the reading it corrects, or null
 * @param reason why it corrects that one, or null
 * @param file the file that proves it, or null
 */
public record Reported(
        ReadingPeriod period,
        Measured measured,
        String source,
        @Nullable String document,
        @Nullable Long corrects,
        @Nullable String reason,
        @Nullable ReadingFile file) {}
