package vn.giaoviec.calendar;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.DuringTransaction;

/** The days that nobody else changes before the running transaction ends, since it has the turn to count by them. */
final class SettledMeanwhile {
    private @Nullable Map<LocalDate, Boolean> days;

    /** Null if this transaction keeps none. */
    static @Nullable Map<LocalDate, Boolean> days() {
        SettledMeanwhile kept = ofThisTransaction();
        return kept == null ? null : kept.days;
    }

    static void keep(Map<LocalDate, Boolean> days) {
        DuringTransaction.one(SettledMeanwhile.class, SettledMeanwhile::new).days = days;
    }

    /** The transaction changes days itself; it reads them again. */
    static void forget() {
        SettledMeanwhile kept = ofThisTransaction();
        if (kept != null) {
            kept.days = null;
        }
    }

    private static @Nullable SettledMeanwhile ofThisTransaction() {
        return DuringTransaction.known(SettledMeanwhile.class);
    }
}
