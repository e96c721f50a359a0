package vn.giaoviec.plan;

import java.time.Instant;

/**
 * One field of an assignment that a decision changed.
 *
 * @param field what
 * @param from what it said; empty if nothing
 * @param to what it says since
 * @param document number and date of the decision
 * @param reason why
 * @param by who entered it
 * @param at when (business time)
 */
public record Amendment(
        PlanDifference.Field field, String from, String to, String document, String reason, String by, Instant at) {}
