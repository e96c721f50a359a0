package vn.giaoviec.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.sheet.TableFile;

/**
 * An annex that waits to become a plan.
 *
 * @param id its number
 * @param heading what the plan is
 * @param file the file's name; empty if the annex was pasted
 * @param kind what sort of file it was
 * @param sha256 SHA-256 of its bytes, hexadecimal
 * @param state where it stands
 * @param createdBy who brought it
 * @param createdAt when (business time)
 * @param endedBy who applied or dropped it, or null
 * @param endedAt when, or null
 */
public record Draft(
        long id,
        Heading heading,
        String file,
        TableFile.Kind kind,
        String sha256,
        State state,
        String createdBy,
        Instant createdAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {

    /** Whether anything may still be decided. */
    public boolean isOpen() {
        return state == State.DRAFT;
    }

    /** Where a draft stands. */
    public enum State {
        DRAFT,
        /** It has become a plan, or part of one. */
        APPLIED,
        DROPPED
    }
}
