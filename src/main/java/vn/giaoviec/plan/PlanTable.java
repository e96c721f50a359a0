package vn.giaoviec.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

@Repository
class PlanTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PlanTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<Plan> plan(int year) {
        return jdbc.sql("select * from plan_plan where plan_year = ?")
                .param(year)
                .query(PlanTable::plan)
                .optional();
    }

    List<Plan> plans() {
        return jdbc.sql("select * from plan_plan order by plan_year desc")
                .query(PlanTable::plan)
                .list();
    }

    /** Marks the plan issued; false if it already was. */
    boolean open(int year, Instant at, String by) {
        return jdbc.sql("update plan_plan set opened_at = ?, opened_by = ? where plan_year = ? and opened_at is null")
                        .params(Columns.utc(at), by, year)
                        .update()
                == 1;
    }

    List<Pillar> pillars(int year) {
        return jdbc.sql("select * from plan_pillar where plan_year = ? order by ordinal")
                .param(year)
                .query((row, number) -> new Pillar(row.getString("code"), Columns.text(row, "name")))
                .list();
    }

    List<SolutionGroup> groups(int year) {
        return jdbc.sql("select * from plan_solution_group where plan_year = ? order by number")
                .param(year)
                .query((row, number) -> new SolutionGroup(
                        row.getInt("number"),
                        row.getString("process"),
                        Columns.text(row, "name"),
                        row.getString("appraiser")))
                .list();
    }

    /** All assignments of a plan in three statements, whatever their number. */
    List<Assignment> assignments(int year) {
        return assignments(
                jdbc.sql("select * from plan_assignment where plan_year = ? order by ordinal")
                        .param(year),
                jdbc.sql("select * from plan_assignment_unit where plan_year = ? order by assignment, duty, ordinal")
                        .param(year),
                jdbc.sql("select * from plan_assignment_target where plan_year = ? order by assignment, target")
                        .param(year));
    }

    Optional<Assignment> assignment(int year, String code) {
        return assignments(
                        jdbc.sql("select * from plan_assignment where plan_year = ? and code = ?")
                                .params(year, code),
                        jdbc.sql("""
                                        select * from plan_assignment_unit
                                        where plan_year = ? and assignment = ? order by duty, ordinal
                                        """).params(year, code),
                        jdbc.sql("""
                                        select * from plan_assignment_target
                                        where plan_year = ? and assignment = ? order by target
                                        """).params(year, code))
                .stream()
                .findFirst();
    }

    Set<String> codes(int year) {
        return Set.copyOf(jdbc.sql("select code from plan_assignment where plan_year = ?")
                .param(year)
                .query(String.class)
                .list());
    }

    Map<String, LocalDate> dueDays(int year, Collection<String> codes) {
        Map<String, LocalDate> days = new HashMap<>();
        jdbc.sql("select code, due_on from plan_assignment where plan_year = :year and code in (:codes)")
                .param("year", year)
                .param("codes", codes)
                .query(row -> {
                    days.put(row.getString("code"), Columns.date(row, "due_on"));
                });
        return days;
    }

    void due(int year, Map<String, LocalDate> days) {
        batches.batchUpdate(
                "update plan_assignment set due_on = ? where plan_year = ? and code = ?",
                days.entrySet().stream()
                        .map(due -> new Object[] {due.getValue(), year, due.getKey()})
                        .toList());
    }

    private static List<Assignment> assignments(
            JdbcClient.StatementSpec rows, JdbcClient.StatementSpec units, JdbcClient.StatementSpec targets) {
        Map<String, List<Assignment.Involved>> involved = new LinkedHashMap<>();
        units.query((row, number) -> {
                    String group = row.getString("from_group_vi");
                    return Map.entry(
                            row.getString("assignment") + "/" + row.getString("duty"),
                            new Assignment.Involved(
                                    row.getString("unit"), group == null ? null : Columns.text(row, "from_group")));
                })
                .list()
                .forEach(entry -> involved.computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
                        .add(entry.getValue()));
        Map<String, Map<String, Integer>> supports = new LinkedHashMap<>();
        targets.query((row, number) ->
                        new Weight(row.getString("assignment"), row.getString("target"), row.getInt("weight")))
                .list()
                .forEach(weight -> supports.computeIfAbsent(weight.assignment, any -> new LinkedHashMap<>())
                        .put(weight.target, weight.weight));
        return rows.query((row, number) -> {
                    String code = row.getString("code");
                    return new Assignment(
                            code,
                            row.getInt("solution_group"),
                            Columns.text(row, "title"),
                            row.getString("deadline"),
                            Deadline.Kind.valueOf(row.getString("deadline_kind")),
                            cycle(row.getString("deadline_cycle")),
                            Columns.date(row, "due_on"),
                            Columns.text(row, "deliverable"),
                            row.getBoolean("illustrative"),
                            involved.getOrDefault(code + "/LEAD", List.of()),
                            involved.getOrDefault(code + "/COORDINATE", List.of()),
                            row.getString("invited"),
                            supports.getOrDefault(code, Map.of()),
                            row.getString("source_sheet"),
                            row.getInt("source_line"));
                })
                .list();
    }

    private static Deadline.@Nullable Cycle cycle(@Nullable String name) {
        return name == null ? null : Deadline.Cycle.valueOf(name);
    }

    private static Plan plan(ResultSet row, int number) throws SQLException {
        return new Plan(
                row.getInt("plan_year"),
                row.getString("number"),
                Columns.text(row, "title"),
                Columns.text(row, "issuer"),
                Columns.date(row, "issued_on"),
                Columns.text(row, "aim"),
                Columns.text(row, "illustrative"),
                Columns.optionalInstant(row, "opened_at"),
                row.getString("opened_by"));
    }

    private record Weight(String assignment, String target, int weight) {}
}
