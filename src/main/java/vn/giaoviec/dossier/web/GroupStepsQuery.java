package vn.giaoviec.dossier.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

/**
 * The steps of all cases of a solution group, by the place in a model at which they are. Of each place so many are read at
 * most, along an index: those that wait and are due first, those that were completed last.
 */
@Repository
class GroupStepsQuery {
    /** More than that are "1000+", as in Tasklist. */
    static final int MOST = 1_000;

    // without blanks, as the driver has a text of 8,192 characters prepared anew each time
    private static final String OF_PLACE =
            " where plan_year=:year and solution_group=:group and process=:process%1$d and element=:element%1$d";

    private static final String OPEN =
            "select %1$d as place,max(name) as name,count(*) as steps,sum(case when due_at<:now then 1 else 0 end) as late"
                    + " from (select name,due_at from v_step_open" + OF_PLACE + " order by due_at limit :most) s%1$d"
                    + " having count(*)>0";

    private static final String FINISHED = "select %1$d as place,max(name) as name,opened_on,ended_on,count(*) as steps"
            + " from (select name,opened_on,ended_on from v_step_done" + OF_PLACE
            + " order by ended_at desc limit :most) s%1$d group by opened_on,ended_on";

    private final JdbcClient jdbc;

    GroupStepsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits in cases whose time runs, {@link #MOST} and one at most at each place. */
    List<Open> open(int year, int group, List<Place> places, Instant now) {
        return places.isEmpty()
                ? List.of()
                : ofEach(OPEN, year, group, places)
                        .param("now", Columns.utc(now))
                        .param("most", MOST + 1)
                        .query((row, number) -> new Open(
                                places.get(row.getInt("place")).process(),
                                places.get(row.getInt("place")).element(),
                                row.getString("name"),
                                row.getInt("steps"),
                                row.getInt("late")))
                        .list();
    }

    /** What somebody completed, {@link #MOST} and one at most at each place; steps that ended by themselves are left out. */
    List<Finished> finished(int year, int group, List<Place> places) {
        return places.isEmpty()
                ? List.of()
                : ofEach(FINISHED, year, group, places)
                        .param("most", MOST + 1)
                        .query((row, number) -> new Finished(
                                places.get(row.getInt("place")).process(),
                                places.get(row.getInt("place")).element(),
                                row.getString("name"),
                                Columns.date(row, "opened_on"),
                                Columns.date(row, "ended_on"),
                                row.getInt("steps")))
                        .list();
    }

    private JdbcClient.StatementSpec ofEach(String question, int year, int group, List<Place> places) {
        JdbcClient.StatementSpec statement = jdbc.sql(IntStream.range(0, places.size())
                        .mapToObj(question::formatted)
                        .collect(Collectors.joining(" union all ")))
                .param("year", year)
                .param("group", group);
        for (int i = 0; i < places.size(); i++) {
            statement = statement
                    .param("process" + i, places.get(i).process())
                    .param("element" + i, places.get(i).element());
        }
        return statement;
    }

    /**
     * A human step of a model.
     *
     * @param process the process it belongs to
     * @param element its id in the model
     */
    record Place(String process, String element) {}

    /**
     * Steps that wait at one place.
     *
     * @param process the process they belong to
     * @param element the step's id in the model
     * @param name its Vietnamese name
     * @param steps how many wait
     * @param late how many of them are overdue
     */
    record Open(String process, String element, String name, int steps, int late) {}

    /**
     * Steps of one place that opened on the same day and were completed on the same day.
     *
     * @param process the process they belong to
     * @param element the step's id in the model
     * @param name its Vietnamese name
     * @param openedOn the day they began to wait
     * @param endedOn the day they were completed
     * @param steps how many
     */
    record Finished(String process, String element, String name, LocalDate openedOn, LocalDate endedOn, int steps) {}
}
