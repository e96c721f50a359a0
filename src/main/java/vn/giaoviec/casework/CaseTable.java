package vn.giaoviec.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.CaseTotals;
import vn.giaoviec.shared.Columns;

@Repository
class CaseTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CaseTotals totals;

    CaseTable(JdbcClient jdbc, JdbcTemplate batches, CaseTotals totals) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.totals = totals;
    }

    /** Writes cases that are opened; nobody else can change them before this transaction ends. */
    void insert(List<Case> opened) {
        LockedCases.forget();
        opened.forEach(one -> totals.opened(one.key()));
        batches.batchUpdate("""
                insert into casework_case
                    (case_key, plan_year, assignment, solution_group, unit, process, appraiser, fan_out, original_due_on,
                     due_on, set_due_on, extensions, recurs, reports, state, run_number, acceptance_number, opened_at,
                     since_at, handed_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, opened.stream().map(CaseTable::columns).toList());
        locked(opened.stream().map(Case::key).toList()).forEach(LockedCases::keepOpened);
    }

    private static @Nullable Object[] columns(Case opened) {
        CaseKey from = opened.handedFrom();
        return new @Nullable Object[] {
            opened.key().toString(),
            opened.key().year(),
            opened.key().assignment(),
            opened.group(),
            opened.key().unit(),
            opened.process(),
            opened.appraiser(),
            opened.fanOut(),
            opened.originalDueOn(),
            opened.dueOn(),
            opened.setDueOn(),
            opened.extensions(),
            opened.recurs(),
            opened.reports(),
            opened.state().name(),
            opened.runNumber(),
            opened.acceptanceNumber(),
            Columns.utc(opened.openedAt()),
            Columns.utc(opened.openedAt()),
            from == null ? null : from.toString()
        };
    }

    Optional<Case> find(CaseKey key) {
        return jdbc.sql("select * from casework_case where case_key = ?")
                .param(key.toString())
                .query(CaseTable::read)
                .optional();
    }

    /** The case; whoever else would change it waits until this transaction ends. */
    Case lock(CaseKey key) {
        Case locked = jdbc.sql("select * from casework_case where case_key = ? for update")
                .param(key.toString())
                .query(CaseTable::read)
                .single();
        LockedCases.keep(locked);
        return locked;
    }

    /** The case, which is not read again where this transaction has locked it and written none since. */
    Case known(CaseKey key) {
        return LockedCases.find(key).orElseGet(() -> find(key).orElseThrow());
    }

    /** All that writes cases. */
    private JdbcClient.StatementSpec writing(String sql) {
        LockedCases.forget();
        return jdbc.sql(sql);
    }

    List<Case> ofAssignment(int year, String assignment) {
        return jdbc.sql("select * from casework_case where plan_year = ? and assignment = ? order by case_key")
                .params(year, assignment)
                .query(CaseTable::read)
                .list();
    }

    /** The cases of these assignments, in the order of their keys. */
    List<Case> ofAssignments(int year, Collection<String> assignments) {
        return assignments.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select * from casework_case where plan_year = :year and assignment in (:codes) order by case_key")
                        .param("year", year)
                        .param("codes", assignments)
                        .query(CaseTable::read)
                        .list();
    }

    Set<String> keys(int year) {
        return jdbc
                .sql("select case_key from casework_case where plan_year = ?")
                .param(year)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Those of these cases that were opened. */
    Set<String> existing(Collection<CaseKey> keys) {
        return jdbc
                .sql("select case_key from casework_case where case_key in (:keys)")
                .param("keys", keys.stream().map(CaseKey::toString).toList())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void submitted(CaseKey key, Instant at) {
        writing("update casework_case set submitted_at = ? where case_key = ?")
                .params(Columns.utc(at), key.toString())
                .update();
    }

    /** Counts an acceptance; false if another was counted in the meantime. */
    boolean accepted(CaseKey key, int before) {
        return writing("""
                                update casework_case set acceptance_number = acceptance_number + 1
                                where case_key = ? and acceptance_number = ? and state = 'OPEN'
                                """).params(key.toString(), before).update() == 1;
    }

    /** A product that was sent back is handed in no more. */
    void sentBack(CaseKey key) {
        writing("update casework_case set submitted_at = null where case_key = ?")
                .param(key.toString())
                .update();
    }

    void ended(CaseKey key, Case.State state, String end, Instant at) {
        changing(key, at);
        writing("update casework_case set state = ?, ended_as = ?, ended_at = ?, since_at = ? where case_key = ?")
                .params(state.name(), end, Columns.utc(at), Columns.utc(at), key.toString())
                .update();
    }

    void handedTo(CaseKey key, CaseKey next) {
        writing("update casework_case set handed_to = ? where case_key = ?")
                .params(next.toString(), key.toString())
                .update();
    }

    /** From one state to another, if it is in the first. */
    boolean turned(CaseKey key, Case.State from, Case.State to, Instant at) {
        changing(key, at);
        return writing("update casework_case set state = ?, since_at = ? where case_key = ? and state = ?")
                        .params(to.name(), Columns.utc(at), key.toString(), from.name())
                        .update()
                == 1;
    }

    /** Opens a completed case for another run; false if it is not completed any more. */
    boolean reopened(CaseKey key, Instant at) {
        changing(key, at);
        return writing("""
                                update casework_case
                                set state = 'OPEN', ended_as = null, ended_at = null, submitted_at = null,
                                    internal_due_on = null, run_number = run_number + 1, since_at = ?
                                where case_key = ? and state = 'COMPLETED'
                                """).params(Columns.utc(at), key.toString()).update() == 1;
    }

    /** Moves the deadline in force; the original one stays. */
    void moved(CaseKey key, LocalDate dueOn, @Nullable LocalDate setDueOn, int moreExtensions, Instant at) {
        changing(key, at);
        writing("""
                        update casework_case
                        set due_on = ?, set_due_on = ?, extensions = extensions + ?, since_at = ?,
                            internal_due_on = least(internal_due_on, ?)
                        where case_key = ?
                        """)
                .params(dueOn, setDueOn, moreExtensions, Columns.utc(at), dueOn, key.toString())
                .update();
    }

    void internalDue(CaseKey key, @Nullable LocalDate day) {
        writing("update casework_case set internal_due_on = ? where case_key = ?")
                .params(day, key.toString())
                .update();
    }

    /** These cases, in the order of their keys; whoever else would change one of them waits until this transaction ends. */
    List<Case> locked(Collection<CaseKey> keys) {
        return jdbc.sql("select * from casework_case where case_key in (:keys) order by case_key for update")
                .param("keys", keys.stream().map(CaseKey::toString).toList())
                .query(CaseTable::read)
                .list();
    }

    /** The cases of a plan that are under way, by key. */
    List<Case> underWay(int year) {
        return jdbc.sql("""
                        select * from casework_case
                        where plan_year = ? and state in ('OPEN', 'SUSPENDED')
                        order by case_key
                        """).param(year).query(CaseTable::read).list();
    }

    /** The cases under way in which a unit has any part: as lead, appraiser, co-ordinator, or with a step that waits for it. */
    List<Case> underWayWith(String unit) {
        return jdbc.sql("""
                        select c.* from casework_case c
                        where c.state in ('OPEN', 'SUSPENDED') and (
                            c.unit = :unit or c.appraiser = :unit
                            or exists (
                                select 1 from v_coordinating k
                                where k.plan_year = c.plan_year and k.assignment = c.assignment and k.unit = :unit)
                            or exists (
                                select 1 from casework_work_item w
                                join casework_work_item_group g on g.task_id = w.task_id
                                where w.case_key = c.case_key and w.ended_at is null and g.group_id in (:groups)))
                        order by c.case_key
                        """)
                .param("unit", unit)
                .param("groups", List.of(Groups.head(unit), Groups.staff(unit)))
                .query(CaseTable::read)
                .list();
    }

    /** Another unit appraises, where that one did. */
    void appraisedBy(CaseKey key, String from, String to) {
        writing("update casework_case set appraiser = ? where case_key = ? and appraiser = ?")
                .params(to, key.toString(), from)
                .update();
    }

    /** Every case under way, by key: those whose deadline a change of the calendar may move. */
    List<Case> underWay() {
        return jdbc.sql("select * from casework_case where state in ('OPEN', 'SUSPENDED') order by case_key")
                .query(CaseTable::read)
                .list();
    }

    /** Keeps how the case stood until now, for the standing as of a past day, and for what is summed up over all cases. */
    private void changing(CaseKey key, Instant at) {
        totals.changes(key);
        jdbc.sql("""
                        insert into casework_case_past (case_key, from_at, to_at, state, due_on, submitted_at)
                        select case_key, since_at, ?, state, due_on, submitted_at from casework_case
                        where case_key = ? and since_at < ?
                        """).params(Columns.utc(at), key.toString(), Columns.utc(at)).update();
    }

    private static Case read(ResultSet row, int number) throws SQLException {
        return new Case(
                CaseKey.of(row.getString("case_key")),
                row.getInt("solution_group"),
                row.getString("process"),
                row.getString("appraiser"),
                row.getInt("fan_out"),
                Columns.date(row, "original_due_on"),
                Columns.date(row, "due_on"),
                row.getObject("set_due_on", LocalDate.class),
                row.getInt("extensions"),
                row.getObject("internal_due_on", LocalDate.class),
                row.getBoolean("recurs"),
                row.getInt("reports"),
                Case.State.valueOf(row.getString("state")),
                row.getString("ended_as"),
                row.getInt("run_number"),
                row.getInt("acceptance_number"),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "since_at"),
                Columns.optionalInstant(row, "submitted_at"),
                Columns.optionalInstant(row, "ended_at"),
                optionalKey(row.getString("handed_from")),
                optionalKey(row.getString("handed_to")));
    }

    private static @Nullable CaseKey optionalKey(@Nullable String text) {
        return text == null ? null : CaseKey.of(text);
    }
}
