package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order about many cases, and how far it is.
 *
 * @param id its number
 * @param kind what was ordered
 * @param year the plan whose cases are carried over, or null
 * @param fromUnit the unit whose cases go, or null
 * @param toUnit the unit that carries them on, or null
 * @param dueOn until when they are due in the next plan, or null
 * @param document number and date of the decision
 * @param reason why
 * @param by who gave it
 * @param at when (business time)
 * @param all how many cases it is about
 * @param done how many of them are done
 * @param held how many could not be done when their turn came
 */
public record BulkOrder(
        long id,
        Kind kind,
        @Nullable Integer year,
        @Nullable String fromUnit,
        @Nullable String toUnit,
        @Nullable LocalDate dueOn,
        String document,
        String reason,
        String by,
        Instant at,
        int all,
        int done,
        int held) {

    /** How many cases wait for their turn. */
    public int left() {
        return all - done - held;
    }

    /** What may be ordered of many cases; each has a message {@code bulk.kind.<name>}. */
    public enum Kind {
        ROLL_OVER,
        MERGE
    }

    /** Why a case stays; each has a message {@code bulk.no.<name>}. */
    public enum Obstacle {
        /** It has ended since. */
        NOT_RUNNING,
        /** It is resumed or cancelled first. */
        SUSPENDED,
        /** The next plan has an assignment of that code already. */
        CODE,
        /** The next plan has no such solution group, or another procedure for it. */
        GROUP,
        /** The unit that takes over has ended its own case of this assignment. */
        SUCCESSOR_ENDED
    }

    /** A case that could not be done. */
    public record Held(vn.giaoviec.shared.CaseKey key, Obstacle obstacle) {}
}
