package vn.giaoviec.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Text;

/** Writes a plan that is taken over; in batches, so that the number of statements does not grow with the plan. */
@Repository
class TakenPlanTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    TakenPlanTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Stores a plan in the place of the one that the year may have and that is not issued yet.
     *
     * @throws Refusal.Conflict if a target would go of which a reading is stored
     */
    void put(PlanDraft draft) {
        int year = draft.plan().year();
        for (String table : List.of(
                "plan_assignment_words",
                "plan_assignment_target",
                "plan_assignment_unit",
                "plan_assignment",
                "plan_target_reporter")) {
            jdbc.sql("delete from " + table + " where plan_year = ?")
                    .param(year)
                    .update();
        }
        putPlan(draft);
        putPillars(year, draft.pillars());
        putTargets(year, draft.targets());
        putGroups(year, draft.groups());
        dropOthers(
                "plan_target",
                "code",
                year,
                draft.targets().stream().map(Target::code).collect(Collectors.toSet()));
        dropOthers(
                "plan_pillar",
                "code",
                year,
                draft.pillars().stream().map(Pillar::code).collect(Collectors.toSet()));
        dropOthers(
                "plan_solution_group",
                "number",
                year,
                draft.groups().stream().map(group -> "" + group.number()).collect(Collectors.toSet()));
        insert(year, draft.assignments(), 0);
    }

    private void putPlan(PlanDraft draft) {
        Plan plan = draft.plan();
        jdbc.sql("""
                        insert into plan_plan
                            (plan_year, number, title_vi, title_en, issuer_vi, issuer_en, issued_on, aim_vi, aim_en,
                             illustrative_vi, illustrative_en, source_name, source_sha256)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update
                            number = values(number), title_vi = values(title_vi), title_en = values(title_en),
                            issuer_vi = values(issuer_vi), issuer_en = values(issuer_en), issued_on = values(issued_on),
                            aim_vi = values(aim_vi), aim_en = values(aim_en), illustrative_vi = values(illustrative_vi),
                            illustrative_en = values(illustrative_en), source_name = values(source_name),
                            source_sha256 = values(source_sha256)
                        """)
                .params(values(
                        plan.year(),
                        plan.number(),
                        plan.title(),
                        plan.issuer(),
                        plan.issuedOn(),
                        plan.aim(),
                        plan.illustrativeNote(),
                        draft.sourceName(),
                        draft.sourceSha256()))
                .update();
    }

    private void putPillars(int year, List<Pillar> pillars) {
        put("""
                insert into plan_pillar (plan_year, code, name_vi, name_en, ordinal) values (?, ?, ?, ?, ?)
                on duplicate key update
                    name_vi = values(name_vi), name_en = values(name_en), ordinal = values(ordinal)
                """, pillars, pillar -> values(year, pillar.code(), pillar.name(), pillars.indexOf(pillar)));
    }

    private void putTargets(int year, List<Target> targets) {
        put(
                """
                insert into plan_target
                    (plan_year, code, bullet, pillar, name_vi, name_en, kind, operator, target, measure, strive, owner_unit,
                     ordinal)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update
                    bullet = values(bullet), pillar = values(pillar), name_vi = values(name_vi),
                    name_en = values(name_en), kind = values(kind), operator = values(operator),
                    target = values(target), measure = values(measure), strive = values(strive),
                    owner_unit = values(owner_unit), ordinal = values(ordinal), roll_up = null
                """,
                targets,
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
                        targets.indexOf(target)));
    }

    private void putGroups(int year, List<SolutionGroup> groups) {
        put("""
                insert into plan_solution_group (plan_year, number, process, name_vi, name_en, appraiser)
                values (?, ?, ?, ?, ?, ?)
                on duplicate key update
                    process = values(process), name_vi = values(name_vi), name_en = values(name_en),
                    appraiser = values(appraiser)
                """, groups, group -> values(year, group.number(), group.process(), group.name(), group.appraiser()));
    }

    /** What the plan names no more; the names are those of this class, never a person's. */
    private void dropOthers(String table, String key, int year, Set<String> kept) {
        List<String> stored = jdbc.sql("select " + key + " from " + table + " where plan_year = ?")
                .param(year)
                .query(String.class)
                .list();
        for (String other : stored) {
            if (!kept.contains(other)) {
                try {
                    jdbc.sql("delete from " + table + " where plan_year = ? and " + key + " = ?")
                            .params(year, other)
                            .update();
                } catch (DataIntegrityViolationException used) {
                    throw new Refusal.Conflict("refusal.planPartInUse", other);
                }
            }
        }
    }

    /**
     * Adds assignments.
     *
     * @param first the place of the first among all of the plan, from 0
     */
    void insert(int year, List<Assignment> assignments, int first) {
        put(
                """
                insert into plan_assignment
                    (plan_year, code, solution_group, title_vi, title_en, deadline, deadline_kind, deadline_cycle,
                     due_on, deliverable_vi, deliverable_en, illustrative, invited, source_sheet, source_line, ordinal)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                assignments,
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
                        assignment.invited(),
                        assignment.sourceSheet(),
                        assignment.sourceLine(),
                        first + assignments.indexOf(assignment)));
        put(
                """
                insert into plan_assignment_words (year_back, solution_group, code, plan_year, words)
                values (?, ?, ?, ?, ?)
                """,
                assignments,
                assignment -> values(-year, assignment.group(), assignment.code(), year, words(year, assignment)));
        insertUnits(year, assignments);
        put(
                "insert into plan_assignment_target (plan_year, assignment, target, weight) values (?, ?, ?, ?)",
                assignments.stream()
                        .flatMap(assignment -> assignment.supports().entrySet().stream()
                                .map(support -> new Weight(assignment.code(), support.getKey(), support.getValue())))
                        .toList(),
                weight -> values(year, weight.assignment, weight.target, weight.weight));
    }

    /** Changes what assignments of an issued plan say; what their cases rest on, group and supports, stays. */
    void amend(int year, List<Assignment> assignments) {
        put(
                """
                update plan_assignment
                set title_vi = ?, title_en = ?, deadline = ?, deadline_kind = ?, deadline_cycle = ?, due_on = ?,
                    deliverable_vi = ?, deliverable_en = ?, illustrative = ?, invited = ?, source_sheet = ?, source_line = ?
                where plan_year = ? and code = ?
                """,
                assignments,
                assignment -> values(
                        assignment.title(),
                        assignment.deadline(),
                        assignment.kind().name(),
                        assignment.cycle() == null ? null : assignment.cycle().name(),
                        assignment.dueOn(),
                        assignment.deliverable(),
                        assignment.illustrative(),
                        assignment.invited(),
                        assignment.sourceSheet(),
                        assignment.sourceLine(),
                        year,
                        assignment.code()));
        put(
                "update plan_assignment_words set words = ? where plan_year = ? and code = ?",
                assignments,
                assignment -> values(words(year, assignment), year, assignment.code()));
        put(
                "delete from plan_assignment_unit where plan_year = ? and assignment = ?",
                assignments,
                assignment -> values(year, assignment.code()));
        insertUnits(year, assignments);
    }

    private static String words(int year, Assignment assignment) {
        return SearchedWords.of(
                year,
                assignment.code(),
                assignment.title().vi(),
                assignment.title().en());
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

    private <T> void put(String sql, List<T> items, Function<T, Object[]> values) {
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

    private record Weight(String assignment, String target, int weight) {}
}
