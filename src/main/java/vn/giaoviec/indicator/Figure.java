package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.plan.Target;

/**
 * The province's value of an indicator in a period: as the owner reported it, or rolled up from what units reported of
 * their parts. It is computed whenever it is asked for, and never stored.
 *
 * @param period what it is about; its last day is the day as of which the value holds
 * @param measured the value, rounded as people read it
 * @param exact the value that decides; null for an answer, and where there was nothing to measure
 * @param readings what it rests on: one reading of the whole, or those of the parts, the first entered first
 * @param parts of how many units' parts it is to be made; 0 if it was reported as a whole
 */
public record Figure(
        ReadingPeriod period, Measured measured, @Nullable BigDecimal exact, List<Reading> readings, int parts) {
    /** As it was reported. */
    static Figure of(Target target, Reading reading) {
        Measured measured = reading.reported().measured();
        return new Figure(
                reading.reported().period(), measured, measured.exact(target.isPercent()), List.of(reading), 0);
    }

    /** Whether it comes of what several units reported. */
    public boolean isRolledUp() {
        return parts > 0;
    }

    /** Whether some units have not reported yet, so that it does not stand for the whole province (tạm tính). */
    public boolean isProvisional() {
        return readings.size() < parts;
    }

    /** Number of the reading that was entered last. */
    long lastEntered() {
        return readings.stream().mapToLong(Reading::id).max().orElse(0);
    }
}
