package vn.giaoviec.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.Text;

/**
 * An organisation unit. Units are dated: the province reorganises them in mid-plan, and what was done stays theirs.
 *
 * @param code ASCII code, e.g. {@code STTTT}
 * @param name full name
 * @param shortName the usual short form
 * @param kind what kind of body it is
 * @param validFrom first day of existence known to us
 * @param validTo last day, or null while it exists
 * @param successor the unit that took over, or null
 */
public record Unit(
        String code,
        Text name,
        String shortName,
        Kind kind,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String successor) {

    /** Whether it exists on that day. */
    public boolean existsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    /** Kinds of bodies that a provincial plan names. */
    public enum Kind {
        OFFICE,
        DEPARTMENT,
        AGENCY,
        DISTRICT,
        BODY
    }
}
