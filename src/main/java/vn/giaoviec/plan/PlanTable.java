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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;

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
                        .map(due -> values(due.getValue(), year, due.getKey()))
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
                            supports.getOrDefault(code, Map.of()),
                            row.getInt("source_line"));
                })
                .list();
    }

    void insert(PlanDraft draft) {
        Plan plan = draft.plan();
        int year = plan.year();
        jdbc.sql("""
                        insert into plan_plan
                            (plan_year, number, title_vi, title_en, issuer_vi, issuer_en, issued_on, aim_vi, aim_en,
                             illustrative_vi, illustrative_en, source_name, source_sha256)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        year,
                        plan.number(),
                        plan.title().vi(),
                        plan.title().en(),
                        plan.issuer().vi(),
                        plan.issuer().en(),
                        plan.issuedOn(),
                        plan.aim().vi(),
                        plan.aim().en(),
                        plan.illustrativeNote().vi(),
                        plan.illustrativeNote().en(),
                        draft.sourceName(),
                        draft.sourceSha256())
                .update();
        insert(
                "insert into plan_pillar (plan_year, code, name_vi, name_en, ordinal) values (?, ?, ?, ?, ?)",
                draft.pillars(),
                pillar -> values(
                        year, pillar.code(), pillar.name(), draft.pillars().indexOf(pillar)));
        insert(
                """
                insert into plan_target
                    (plan_year, code, bullet, pillar, name_vi, name_en, kind, operator, target, measure, strive, owner_unit,
                     ordinal)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                draft.targets(),
                target -> values(
                        year,
                        target.code(),
                        target.bullet(),
                        target.pillar(),
                        target.name(),
                        target.kind().name(),
                        target.operator(),
                        target.figure(),
                        target.measure(),
                        target.strive(),
                        target.owner(),
                        draft.targets().indexOf(target)));
        insert(
                """
                insert into plan_solution_group (plan_year, number, process, name_vi, name_en, appraiser)
                values (?, ?, ?, ?, ?, ?)
                """,
                draft.groups(),
                group -> values(year, group.number(), group.process(), group.name(), group.appraiser()));
        insert(
                """
                insert into plan_assignment
                    (plan_year, code, solution_group, title_vi, title_en, deadline, deadline_kind, deadline_cycle,
                     due_on, deliverable_vi, deliverable_en, illustrative, source_line, ordinal)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                draft.assignments(),
                assignment -> values(
                        year,
                        assignment.code(),
                        assignment.group(),
                        assignment.title(),
                        assignment.deadline(),
                        assignment.kind().name(),
                        assignment.cycle() == null ? null : assignment.cycle().name(),
                        assignment.dueOn(),
                        assignment.deliverable(),
                        assignment.illustrative(),
                        assignment.sourceLine(),
                        draft.assignments().indexOf(assignment)));
        insertUnits(year, draft.assignments());
        insertTargets(year, draft.assignments());
    }

    private void insertUnits(int year, List<Assignment> assignments) {
        List<Object[]> rows = new ArrayList<>();
        for (Assignment assignment : assignments) {
            assignment.lead().forEach(unit -> rows.add(unitRow(year, assignment, "LEAD", unit, rows.size())));
            assignment
                    .coordinating()
                    .forEach(unit -> rows.add(unitRow(year, assignment, "COORDINATE", unit, rows.size())));
        }
        batches.batchUpdate("""
                insert into plan_assignment_unit
                    (plan_year, assignment, duty, unit, from_group_vi, from_group_en, ordinal)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    private static Object[] unitRow(
            int year, Assignment assignment, String duty, Assignment.Involved involved, int ordinal) {
        Text group = involved.fromGroup();
        return values(
                year,
                assignment.code(),
                duty,
                involved.unit(),
                group == null ? null : group.vi(),
                group == null ? null : group.en(),
                ordinal);
    }

    private void insertTargets(int year, List<Assignment> assignments) {
        insert(
                "insert into plan_assignment_target (plan_year, assignment, target, weight) values (?, ?, ?, ?)",
                assignments.stream()
                        .flatMap(assignment -> assignment.supports().entrySet().stream()
                                .map(support -> new Weight(assignment.code(), support.getKey(), support.getValue())))
                        .toList(),
                weight -> values(year, weight.assignment, weight.target, weight.weight));
    }

    private <T> void insert(String sql, List<T> items, Function<T, Object[]> values) {
        batches.batchUpdate(sql, items.stream().map(values).toList());
    }

    /** A row's values; a text fills two columns. */
    private static Object[] values(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Text text) {
                row.add(text.vi());
                row.add(text.en());
            } else {
                row.add(value);
            }
        }
        return row.toArray();
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
