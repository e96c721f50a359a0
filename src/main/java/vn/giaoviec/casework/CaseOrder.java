package vn.giaoviec.casework;

import java.time.Instant;

/**
 * An order about a case, given by a document.
 *
 * @param kind what was ordered
 * @param document number and date of the decision or letter
 * @param reason why, or what the unit is told
 * @param by who gave it
 * @param at when (business time)
 */
public record CaseOrder(Kind kind, String document, String reason, String by, Instant at) {
    /** What may be ordered. */
    public enum Kind {
        SUSPEND,
        RESUME,
        CANCEL,
        HAND_OVER,
        URGE,
        /** The assignment says something else, or is due on another day. */
        AMEND,
        /** The plan of the next year carries it on. */
        CARRY_OVER
    }
}
