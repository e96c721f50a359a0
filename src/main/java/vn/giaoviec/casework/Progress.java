package vn.giaoviec.casework;

import java.time.Instant;

/**
 * A note on how a case goes; it completes nothing.
 *
 * @param person who noted it
 * @param kind what kind of note
 * @param note the words
 * @param notedAt when (business time)
 */
public record Progress(String person, Kind kind, String note, Instant notedAt) {
    /** What a note tells. */
    public enum Kind {
        PROGRESS,
        DIFFICULTY,
        QUESTION
    }
}
