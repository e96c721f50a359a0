package vn.giaoviec.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.Text;

/**
 * What a person was told.
 *
 * @param id its number
 * @param kind what kind of event
 * @param caseKey the case, as its address
 * @param assignment the assignment's code
 * @param title what is to be done
 * @param unit short name of the accountable unit
 * @param process process of the step that waits again, or null if no work was returned
 * @param element that step's id in the model, or null
 * @param stepName that step's Vietnamese name, or null
 * @param dueOn the deadline that was told of, or null
 * @param letter the letter that urges, or null
 * @param at when it happened (business time)
 * @param unread whether the person has not marked it read
 */
public record Notice(
        long id,
        Kind kind,
        String caseKey,
        String assignment,
        Text title,
        String unit,
        @Nullable String process,
        @Nullable String element,
        @Nullable String stepName,
        @Nullable LocalDate dueOn,
        @Nullable String letter,
        Instant at,
        boolean unread) {

    /** The day on which it happened. */
    public LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Kinds of events. */
    public enum Kind {
        /** A deadline comes near or has passed; waits for the morning's digest. */
        DEADLINE,
        /** Work came back; mailed at once, and in the next digest unless read. */
        RETURNED,
        /** The plan office urges; mailed at once. */
        URGED
    }
}
