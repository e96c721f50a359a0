package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.plan.Target;

/** Whether a target is reached, as the last reading says; each has a message {@code targetStatus.<name>}. */
public enum TargetStatus {
    /** Nobody has measured it yet. */
    NO_READING,
    /** Some units have not reported their parts: what counts so far decides nothing. */
    PROVISIONAL,
    REACHED,
    NOT_REACHED,
    /** Not reached, and the plan only strives for it (phấn đấu). */
    STRIVING,
    /** Of a target without a figure that shall rise: it rose. */
    BETTER,
    /** It fell. */
    WORSE,
    /** It stayed. */
    UNCHANGED,
    /** There is nothing to compare it with. */
    UNKNOWN;

    /** Whether the plan has what it wants. */
    public boolean isReached() {
        return this == REACHED || this == BETTER;
    }

    /**
     * @param target what the plan wants
     * @param latest what was measured last, or null
     * @param before what was measured before that, or null
     */
    static TargetStatus of(Target target, @Nullable Figure latest, @Nullable Figure before) {
        if (latest == null || latest.measured().isNothing()) {
            return NO_READING;
        }
        if (latest.isProvisional()) {
            return PROVISIONAL;
        }
        return switch (target.kind()) {
            case QUALITATIVE ->
                reached(target, Boolean.TRUE.equals(latest.measured().reached()));
            case NUMERIC -> reached(target, fulfils(target, latest));
            case DIRECTION -> direction(latest.measured(), before == null ? null : before.measured());
        };
    }

    private static TargetStatus reached(Target target, boolean is) {
        if (is) {
            return REACHED;
        }
        return target.strive() ? STRIVING : NOT_REACHED;
    }

    private static boolean fulfils(Target target, Figure latest) {
        BigDecimal exact = Objects.requireNonNull(latest.exact());
        int difference = exact.compareTo(Objects.requireNonNull(target.figure()));
        return switch (Objects.requireNonNull(target.operator())) {
            case "=" -> difference == 0;
            case ">=" -> difference >= 0;
            case ">" -> difference > 0;
            default -> throw new IllegalStateException("no operator: " + target.operator());
        };
    }

    private static TargetStatus direction(Measured latest, @Nullable Measured before) {
        if (before == null || before.value() == null) {
            return UNKNOWN;
        }
        int difference = Objects.requireNonNull(latest.value()).compareTo(before.value());
        if (difference == 0) {
            return UNCHANGED;
        }
        return difference > 0 ? BETTER : WORSE;
    }
}
