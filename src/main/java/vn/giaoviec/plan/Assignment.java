package vn.giaoviec.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.Text;

/**
 * One row of the plan (nhiệm vụ): who delivers what by when, and which indicators it supports.
 *
 * @param code unique in its plan
 * @param group number of its solution group
 * @param title what is to be done
 * @param deadline the deadline as written
 * @param kind what sort of deadline the words name
 * @param cycle how often a recurring task reports, or null if it does not recur
 * @param dueOn the deadline as a date
 * @param deliverable the product that must exist (sản phẩm)
 * @param illustrative whether it is made up for the demo, because the published plan has no task annex
 * @param lead units that lead; each is accountable for its own case
 * @param coordinating units that co-ordinate and are consulted
 * @param invited other bodies that are asked to co-ordinate, as written; they are no units of ours, and not consulted here
 * @param supports weight by indicator code
 * @param sourceSheet the sheet, or the number of the table, of the file it came from; null if the file has none
 * @param sourceLine the line of the plan file, or the row of the sheet it came from
 */
public record Assignment(
        String code,
        int group,
        Text title,
        String deadline,
        Deadline.Kind kind,
        Deadline.@Nullable Cycle cycle,
        LocalDate dueOn,
        Text deliverable,
        boolean illustrative,
        List<Involved> lead,
        List<Involved> coordinating,
        String invited,
        Map<String, Integer> supports,
        @Nullable String sourceSheet,
        int sourceLine) {

    /**
     * A unit's part in an assignment.
     *
     * @param unit the unit's code
     * @param fromGroup the group of units through which the plan names it, or null if it is named itself
     */
    public record Involved(String unit, @Nullable Text fromGroup) {}
}
