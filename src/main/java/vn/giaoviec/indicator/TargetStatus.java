package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.plan.Target;

/** Whether a target is reached, as the last reading says; each has a message {@code targetStatus.<name>}. */
public enum TargetStatus {
    /** Nobody has measured it yet. */
    NO_READING,
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
    static TargetStatus of(Target target, @Nullable Measured latest, @Nullable Measured before) {
        if (latest == null) {
            return NO_READING;
        }
        return switch (target.kind()) {
            case QUALITATIVE -> reached(target, Boolean.TRUE.equals(latest.reached()));
            case NUMERIC -> reached(target, fulfils(target, latest));
            case DIRECTION -> direction(latest, before);
        };
    }

    private static TargetStatus reached(Target target, boolean is) {
        if (is) {
            return REACHED;
        }
        return target.strive() ? STRIVING : NOT_REACHED;
    }

    private static boolean fulfils(Target target, Measured latest) {
        BigDecimal exact = Objects.requireNonNull(latest.exact("%".equals(target.measure())));
        int difference = exact.compareTo(Objects.requireNonNull(target.figure()));
        return switch (Objects.requireNonNull(target.operator())) {
            case "=" -> difference == 0;
            case ">=" -> difference >= 0;
            case ">" -> difference > 0;
            default -> throw new IllegalStateException("no operator: " + target.operator());
        };
    }

    private static TargetStatus direction(Measured latest, @Nullable Measured before) {
        if (before == null) {
            return UNKNOWN;
        }
        int difference = Objects.requireNonNull(latest.value()).compareTo(Objects.requireNonNull(before.value()));
        if (difference == 0) {
            return UNCHANGED;
        }
        return difference > 0 ? BETTER : WORSE;
    }
}
