package vn.giaoviec.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.Text;

/**
 * A yearly plan as the province signed it.
 *
 * @param year the plan year
 * @param number its number, e.g. {@code 33/KH-UBND}
 * @param title its title
 * @param issuer who signed it
 * @param issuedOn the day it was signed
 * @param aim the general aim
 * @param illustrativeNote what to say beside assignments that the published document does not contain
 * @param openedAt when the plan office issued it to the units (business time, UTC), or null while it is prepared
 * @param openedBy who did
 */
public record Plan(
        int year,
        String number,
        Text title,
        Text issuer,
        LocalDate issuedOn,
        Text aim,
        Text illustrativeNote,
        @Nullable Instant openedAt,
        @Nullable String openedBy) {
    /** Whether the units have their assignments. */
    public boolean isIssued() {
        return openedAt != null;
    }
}
