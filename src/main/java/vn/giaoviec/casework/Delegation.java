package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Leaders let the plan office decide extensions for a time.
 *
 * @param from first day
 * @param to last day
 * @param document the decision that says so
 * @param by the leader who recorded it
 * @param at when
 */
public record Delegation(LocalDate from, LocalDate to, String document, String by, Instant at) {
    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
