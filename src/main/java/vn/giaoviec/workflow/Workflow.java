package vn.giaoviec.workflow;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;

/**
 * What the rest of the system asks of the engine. Completing a step from a page of ours is the same command that Tasklist
 * sends; what it must satisfy is a {@link CompletionRule}.
 */
public interface Workflow {
    /**
     * Starts the process of a case in the caller's transaction.
     *
     * @param process the process of the assignment's solution group, e.g. {@code public-private}
     * @param key becomes the business key
     * @param variables codes, booleans and dates only
     * @return the id of the process instance
     */
    String start(String process, CaseKey key, Map<String, Object> variables);

    /**
     * Starts of many cases, in the caller's transaction: what the engine has to write for them it writes at the end, in
     * few statements, and it tells of their steps together. No step of theirs can be worked on within.
     */
    void together(Runnable starts);

    /** Nobody works on the case, and its timers rest, until it is resumed. */
    void suspend(CaseKey key);

    /** A suspended case goes on. */
    void resume(CaseKey key);

    /** Ends whatever runs for the case, without an end event; its waiting steps are closed. */
    void stop(CaseKey key, String reason);

    /** Ends one process beside the case's own. */
    void stop(CaseKey key, String process, String reason);

    /** Steps that are due with the case are due then, and its timer is set anew. */
    void moveDue(CaseKey key, Instant dueAt);

    /** The timer on the deadline of a case is set anew, since its times have changed. */
    void resetTimer(CaseKey key);

    /** A step with a time limit of its own ends then, and so does its timer, if it has one. */
    void moveLimit(String taskId, Instant dueAt);

    /** Waiting steps of a unit, and those to come where it appraises, are another one's; nobody has claimed them then. */
    void passOn(CaseKey key, String fromUnit, String toUnit);

    /** Whether timers are due that have not fired yet, as in the minutes after a downtime. */
    boolean isCatchingUp();

    /** Whether the engine knows the process; asked before a plan that names it is accepted. */
    boolean knows(String process);

    /** The rule a step carries in its model. */
    StepRule rule(String definition, String element);

    /** What waits in the engine under that id, if it still waits. */
    Optional<OpenStep> openStep(String taskId);

    /**
     * Completes a step as Tasklist does: as the signed-in person with their rights, carrying nothing. Not within a
     * transaction, so that a lost race is repeated and a refusal recorded.
     *
     * @return why a rule refused it, which has been recorded; empty if the step is completed
     */
    Optional<Refusal> complete(String taskId);

    /** That person has the step from now on, whoever had it; the caller has checked that they may. */
    void handTo(String taskId, String person);

    /** The path a case has walked so far, one entry per process it ran (the case's own first, then called ones). */
    List<Trail> trail(CaseKey key);

    /** The newest model of a process; empty if the engine does not have the process. */
    Optional<ProcessModel> newest(String process);

    /** Every model that cases run or have run on; of each process the newest first. */
    List<ProcessModel> models();

    /** The model as deployed, for drawing. */
    Optional<InputStream> model(String definition);
}
