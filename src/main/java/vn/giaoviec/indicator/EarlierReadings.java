package vn.giaoviec.indicator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has been reported of an indicator, and whether another reading fits to it.
 *
 * @param all every reading of the indicator
 * @param unit the unit that reports now
 * @param ofPart whether it reports its part only
 */
record EarlierReadings(List<Reading> all, String unit, boolean ofPart) {
    /** The same that the same person has sent before and that still waits. */
    Optional<Reading> same(String person, Reported reported) {
        return all.stream()
                .filter(one -> one.waits()
                        && ours(one)
                        && one.by().equals(person)
                        && one.reported().equals(reported))
                .findFirst();
    }

    /**
     * The reading to correct, or null if none is to be.
     *
     * @throws ReadingRefused if it is none that counts and is of the same part, or a correction of it waits
     */
    @Nullable Reading corrected(@Nullable Long corrects) {
        if (corrects == null) {
            return null;
        }
        Reading corrected = all.stream()
                .filter(one -> one.id() == corrects && one.stands() && ours(one))
                .findFirst()
                .orElseThrow(() -> new ReadingRefused("corrects", "refusal.readingCorrects"));
        if (all.stream()
                .anyMatch(one -> one.waits() && corrects.equals(one.reported().corrects()))) {
            throw new ReadingRefused("corrects", "refusal.readingCorrectionWaits", corrects);
        }
        return corrected;
    }

    /**
     * Of each period one reading of the whole, or one of each part, counts or waits; besides at most one that corrects it.
     * So the value of the whole is never typed where it is rolled up.
     */
    void refuseIfTaken(ReadingPeriod period, @Nullable Reading corrected) {
        live(period)
                .filter(one -> !one.equals(corrected))
                .filter(one -> ours(one) || one.ofPart() != ofPart)
                .findFirst()
                .ifPresent(taken -> {
                    throw new ReadingRefused("asOf", taken(taken), taken.id());
                });
    }

    private String taken(Reading taken) {
        if (taken.ofPart() != ofPart) {
            return ofPart ? "refusal.readingPeriodHasWhole" : "refusal.readingPeriodHasParts";
        }
        return taken.stands() ? "refusal.readingPeriodApproved" : "refusal.readingPeriodWaits";
    }

    /** Figures with and without a denominator cannot be added up. */
    void refuseUnlessAddable(Reported reported) {
        boolean ratio = reported.measured().denominator() != null;
        live(reported.period())
                .filter(one -> one.ofPart() && !ours(one))
                .filter(one -> (one.reported().measured().denominator() != null) != ratio)
                .findFirst()
                .ifPresent(other -> {
                    throw new ReadingRefused(
                            ratio ? "value" : "numerator",
                            ratio ? "refusal.readingPartsAreSums" : "refusal.readingPartsAreRatios",
                            other.unit());
                });
    }

    private Stream<Reading> live(ReadingPeriod period) {
        return all.stream()
                .filter(one -> one.stands() || one.waits())
                .filter(one -> one.reported().period().equals(period));
    }

    private boolean ours(Reading one) {
        return one.ofPart() == ofPart && one.unit().equals(unit);
    }
}
