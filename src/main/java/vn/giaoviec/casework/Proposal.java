package vn.giaoviec.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.PlanDifference;

/**
 * A change of an assignment that is issued, and what stands against it.
 *
 * @param before what the plan says
 * @param after what it shall say; null if the assignment is withdrawn
 * @param change what differs, field by field
 * @param running its cases under way, which would follow
 * @param ended its cases that have ended with a result, which never change
 * @param obstacle why it cannot be done; null if it can
 */
public record Proposal(
        Assignment before,
        @Nullable Assignment after,
        PlanDifference.Change change,
        List<Case> running,
        List<Case> ended,
        @Nullable Obstacle obstacle) {

    /** Whether the assignment shall go. */
    public boolean isWithdrawal() {
        return after == null;
    }

    /** Why a change cannot be done to what runs; each has a message {@code proposal.no.<name>}. */
    public enum Obstacle {
        /** Nothing of it is under way any more. */
        NOTHING_RUNS,
        /** A case has ended with a result, which is judged by what the plan said. */
        ENDED,
        /** A suspended case is resumed or cancelled first. */
        SUSPENDED,
        /** Another group is another procedure. */
        GROUP,
        /** Weights were shared out when the cases were opened. */
        SUPPORTS,
        /** The periods of a recurring task were counted when it was opened. */
        RECURS,
        /** A deadline that has passed would make its unit late in retrospect, or from its first day. */
        PAST,
        /** One unit may take over from one, or units lead too; who of several takes over from whom, only a person can say. */
        LEADS,
        /** The new unit does not exist, or has the assignment already. */
        UNIT
    }
}
