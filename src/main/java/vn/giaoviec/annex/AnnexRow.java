package vn.giaoviec.annex;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.plan.Deadline;

/**
 * A row of an annex of tasks, as understood. Phone numbers, addresses and names of persons are taken out of every text.
 *
 * @param kind what it is
 * @param table number of its table
 * @param sheet name of its sheet, or {@code #} and the number of the table in a document
 * @param row its row number there; where a task goes on in further rows, the first
 * @param code as written: the code, else the number; empty if there is none
 * @param parent code of the row it belongs to, or null
 * @param title what is to be done; empty in a stub
 * @param leads who leads, as named, in the order written
 * @param coordinators who co-ordinates
 * @param deadline what was understood of the deadline
 * @param dueOn the deadline's day, on a working day, or null if a person must say
 * @param deliverable the product, empty if none is written
 * @param groups solution groups the words point to, the likeliest first; empty if none is found
 * @param indicators indicators the words point to, the likeliest first; empty if none is found
 * @param cells what is written, by column; own cells only
 * @param warnings what a person should know
 */
public record AnnexRow(
        Kind kind,
        int table,
        String sheet,
        int row,
        String code,
        @Nullable String parent,
        String title,
        List<Named> leads,
        List<Named> coordinators,
        Deadline deadline,
        @Nullable LocalDate dueOn,
        String deliverable,
        List<Guess> groups,
        List<Guess> indicators,
        Map<AnnexColumn, String> cells,
        List<Warning> warnings) {

    /** The group to propose, or null: none was found, or two are as likely. */
    public @Nullable Guess suggestedGroup() {
        return groups.isEmpty()
                        || (groups.size() > 1
                                && groups.get(0).score() == groups.get(1).score())
                ? null
                : groups.get(0);
    }

    /** What a row is. */
    public enum Kind {
        TASK,
        /** Headline of tasks. */
        GROUP,
        /** Marked as a state secret: nothing of it is kept but its place. */
        STUB
    }
}
