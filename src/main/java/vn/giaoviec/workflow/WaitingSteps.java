package vn.giaoviec.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps that wait, by the groups that may take them: what a work list is paged from, in a time that does not grow with
 * what waits.
 */
public interface WaitingSteps {
    /** What a list is sorted by. */
    enum Field {
        OPENED,
        /** Steps without a due date count as due before all others. */
        DUE
    }

    /**
     * @param field what is compared
     * @param descending whether the latest comes first
     */
    record By(Field field, boolean descending) {}

    /**
     * One page of a list.
     *
     * @param asked whose steps, and due when
     * @param order what the list is sorted by, then by what; each field once at most
     * @param skip how many steps come before the page
     * @param most how many steps the page has at most
     * @return ids of the engine's tasks, each once
     */
    List<String> page(Asked asked, List<By> order, int skip, int most);

    /**
     * How long a list is.
     *
     * @param most where counting ends
     * @return the length, or {@code most} if it is longer
     */
    int count(Asked asked, int most);

    /**
     * @param groups the step may be taken by one of these
     * @param dueAfter it is due after this moment, or null for any
     * @param dueBefore it is due before this moment, or null for any
     */
    record Asked(
            Collection<String> groups,
            @Nullable Instant dueAfter,
            @Nullable Instant dueBefore) {}
}
