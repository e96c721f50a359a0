package vn.giaoviec.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes one unit in the place of another; where that one stands already, the first just goes. */
@Repository
class PassedOnTable {
    private final JdbcClient jdbc;

    PassedOnTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int owners(int fromYear, String from, String to) {
        return jdbc.sql("update plan_target set owner_unit = ? where owner_unit = ? and plan_year >= ?")
                .params(to, from, fromYear)
                .update();
    }

    void appraisals(int fromYear, String from, String to) {
        jdbc.sql("update plan_solution_group set appraiser = ? where appraiser = ? and plan_year >= ?")
                .params(to, from, fromYear)
                .update();
    }

    int reporters(int fromYear, String from, String to) {
        String of = "select plan_year, indicator as code from plan_target_reporter where unit = ? and plan_year >= ?";
        Set<Place> taken = places(of, to, fromYear);
        List<Place> places = List.copyOf(places(of, from, fromYear));
        for (Place place : places) {
            if (taken.contains(place)) {
                jdbc.sql("delete from plan_target_reporter where plan_year = ? and indicator = ? and unit = ?")
                        .params(place.year, place.code, from)
                        .update();
            } else {
                jdbc.sql("update plan_target_reporter set unit = ? where plan_year = ? and indicator = ? and unit = ?")
                        .params(to, place.year, place.code, from)
                        .update();
            }
        }
        return places.size();
    }

    void partsNotIssued(String from, String to) {
        for (String duty : List.of("LEAD", "COORDINATE")) {
            String of = """
                    select u.plan_year, u.assignment as code from plan_assignment_unit u
                    join plan_plan p on p.plan_year = u.plan_year and p.opened_at is null
                    where u.unit = ? and u.duty = ?
                    """;
            Set<Place> taken = places(of, to, duty);
            places(of, from, duty).forEach(place -> put(place, duty, from, to, taken.contains(place)));
        }
    }

    void coordination(int year, String assignment, String from, String to) {
        boolean taken = !jdbc.sql(
                        "select duty from plan_assignment_unit where plan_year = ? and assignment = ? and unit = ?")
                .params(year, assignment, to)
                .query(String.class)
                .list()
                .isEmpty();
        put(new Place(year, assignment), "COORDINATE", from, to, taken);
    }

    private void put(Place place, String duty, String from, String to, boolean taken) {
        if (taken) {
            jdbc.sql("""
                            delete from plan_assignment_unit
                            where plan_year = ? and assignment = ? and duty = ? and unit = ?
                            """).params(place.year, place.code, duty, from).update();
        } else {
            jdbc.sql("""
                            update plan_assignment_unit set unit = ?
                            where plan_year = ? and assignment = ? and duty = ? and unit = ?
                            """).params(to, place.year, place.code, duty, from).update();
        }
    }

    private Set<Place> places(String sql, Object... params) {
        return new HashSet<>(jdbc.sql(sql)
                .params(params)
                .query((row, number) -> new Place(row.getInt("plan_year"), row.getString("code")))
                .list());
    }

    private record Place(int year, String code) {}
}
