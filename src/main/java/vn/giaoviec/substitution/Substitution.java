package vn.giaoviec.substitution;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;

/**
 * Somebody stands in for a colleague who is away.
 *
 * @param id its number
 * @param person who is away
 * @param substitute who stands in
 * @param scope in what
 * @param unit code of the unit in which both work
 * @param from first day, in business time
 * @param to last day
 * @param note why, or null
 * @param namedBy who named the substitute: the one who is away, or somebody for them
 * @param namedAt when
 * @param endedBy who ended it before its last day, or null
 * @param endedAt when, or null
 */
public record Substitution(
        long id,
        String person,
        String substitute,
        Scope scope,
        String unit,
        LocalDate from,
        LocalDate to,
        @Nullable String note,
        String namedBy,
        Instant namedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {

    /** Whether it holds on that day, or will. */
    public boolean isOver(LocalDate day) {
        return endedAt != null || day.isAfter(to);
    }

    /** Whether somebody stands in on that day. */
    public boolean holdsOn(LocalDate day) {
        return !isOver(day) && !day.isBefore(from);
    }

    /** In what somebody stands in. */
    public enum Scope {
        /** Receiving, assigning and approving, as a head of the unit. */
        HEAD,
        /** What the absent person may do as an officer of the unit or of the plan office, assigned and claimed steps too. */
        OWN;

        /** Whether that person has anything of the kind that another could do in that unit. */
        boolean fits(Person person, String unit) {
            return this == HEAD ? person.heads(unit) : person.in(Groups.staff(unit)) || person.in(Groups.PLAN_OFFICE);
        }
    }
}
