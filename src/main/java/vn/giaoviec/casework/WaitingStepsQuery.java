package vn.giaoviec.casework;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Union;
import vn.giaoviec.workflow.WaitingSteps;

/** Reads only so much of each group's index as the page needs: whoever is first of all is among the first of a group. */
@Repository
class WaitingStepsQuery implements WaitingSteps {
    private final JdbcClient jdbc;

    WaitingStepsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> page(Asked asked, List<By> order, int skip, int most) {
        if (asked.groups().isEmpty()) {
            return List.of();
        }
        String sorted = sorted(order);
        String ofOneGroup = "select task_id, opened_at, due_at from casework_work_item_group where group_id = ?"
                + condition(asked) + sorted + " limit ?";
        List<Object> parameters = new ArrayList<>();
        for (String group : asked.groups()) {
            parameters.add(group);
            parameters.addAll(span(asked));
            parameters.add(skip + most);
        }
        parameters.add(most);
        parameters.add(skip);
        return jdbc.sql("select task_id from ("
                        + Union.of(
                                "task_id, opened_at, due_at",
                                Collections.nCopies(asked.groups().size(), ofOneGroup))
                        + ") waiting" + sorted + " limit ? offset ?")
                .params(parameters)
                .query(String.class)
                .list();
    }

    /** In the direction of an index as far as there is one: whatever is due together is listed by when it opened, newest first. */
    private static String sorted(List<By> order) {
        boolean backwards = order.get(0).descending();
        List<String> terms = new ArrayList<>();
        for (By by : order) {
            terms.add((by.field() == Field.DUE ? "due_at" : "opened_at") + (by.descending() ? " desc" : ""));
        }
        if (order.size() == 1 && order.get(0).field() == Field.DUE) {
            terms.add("opened_at" + (backwards ? "" : " desc"));
        }
        terms.add("task_id" + (backwards ? " desc" : ""));
        return " order by " + String.join(", ", terms);
    }

    @Override
    public int count(Asked asked, int most) {
        if (asked.groups().isEmpty()) {
            return 0;
        }
        List<Object> parameters = new ArrayList<>(asked.groups());
        parameters.addAll(span(asked));
        parameters.add(most);
        return jdbc.sql(
                        "select count(*) from (select distinct task_id from casework_work_item_group where group_id in ("
                                + String.join(
                                        ", ", Collections.nCopies(asked.groups().size(), "?")) + ")" + condition(asked)
                                + " limit ?) waiting")
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    private static String condition(Asked asked) {
        return " and waits = 1" + (asked.dueAfter() == null ? "" : " and due_at > ?")
                + (asked.dueBefore() == null ? "" : " and due_at < ?");
    }

    private static List<Object> span(Asked asked) {
        List<Object> span = new ArrayList<>();
        if (asked.dueAfter() != null) {
            span.add(Columns.utc(asked.dueAfter()));
        }
        if (asked.dueBefore() != null) {
            span.add(Columns.utc(asked.dueBefore()));
        }
        return span;
    }
}
