package vn.giaoviec.dashboard.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;
import vn.giaoviec.shared.web.Slice;

/** The cases of a plan as people look for them: by solution group, unit, indicator and standing, as of any day. */
@Repository
class CaseListQuery {
    private static final String SUPPORTING = "select case_key from v_case_indicator where plan_year = :year and ";
    private static final String NOW = "from v_standing_now s where s.plan_year = :year";
    private static final String THEN = """
            from v_case_standing s
            where s.plan_year = :year and s.from_at < :next and (s.to_at is null or s.to_at >= :next)
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CaseListQuery(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Some of the cases of a plan that match, each as it stood at the end of a day, in the order of groups, assignments and
     * units; cases opened later are left out.
     */
    List<CaseLine> find(int year, Wanted wanted, LocalDate asOf, Slice slice) {
        return asked("""
                        select c.*, s.state as state_then, s.due_on as due_then, s.submitted_on as submitted_then
                        from (
                            select s.case_key, s.state, s.due_on, s.submitted_on
                            %s
                            order by s.solution_group, s.assignment, s.unit
                            limit :most offset :skipped
                        ) s
                        join v_case c on c.case_key = s.case_key
                        order by c.solution_group, c.assignment, c.unit
                        """, year, wanted, asOf)
                .param("most", slice.size())
                .param("skipped", slice.skipped())
                .query((row, number) -> line(row, asOf))
                .list();
    }

    /** How many cases match; today's of one part are known from the totals. */
    long count(int year, Wanted wanted, LocalDate asOf) {
        if (asOf.isBefore(clock.today()) || !wanted.isOnePart()) {
            return asked("select count(*) %s", year, wanted, asOf)
                    .query(Long.class)
                    .single();
        }
        String part = wanted.part();
        return jdbc.sql("select coalesce(sum(cases), 0) from v_total where plan_year = :year and "
                        // every case is of one group
                        + (part == null ? "part like '" + Tallies.GROUP + "%'" : "part = :part")
                        + (wanted.standing() == null ? "" : " and " + Wanted.counts(wanted.standing())))
                .param("year", year)
                .param("part", part)
                .param("day", asOf)
                .query(Long.class)
                .single();
    }

    private StatementSpec asked(String sql, int year, Wanted wanted, LocalDate asOf) {
        return jdbc.sql(sql.formatted((asOf.isBefore(clock.today()) ? THEN : NOW) + wanted.narrows()))
                .param("year", year)
                .param("next", Columns.utc(endOf(asOf)))
                .param("day", asOf)
                .param("group", wanted.group())
                .param("unit", wanted.unit())
                .param("pillar", wanted.pillar())
                .param("indicator", wanted.indicator());
    }

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();
    }

    private static CaseLine line(ResultSet row, LocalDate asOf) throws SQLException {
        LocalDate dueOn = Columns.date(row, "due_then");
        Case.State state = Case.State.valueOf(row.getString("state_then"));
        return new CaseLine(
                row.getString("case_key"),
                row.getString("assignment"),
                row.getInt("solution_group"),
                Columns.text(row, "title"),
                row.getString("unit_short_name"),
                state.name(),
                row.getString("deadline"),
                dueOn,
                Standing.of(state, dueOn, Columns.date(row, "submitted_then"), asOf),
                row.getBoolean("illustrative"));
    }

    /**
     * One case in a list.
     *
     * @param caseKey the case, as its address
     * @param assignment the assignment's code
     * @param group number of the solution group
     * @param title what is to be done
     * @param unit short name of the accountable unit
     * @param state the case's state then
     * @param deadline the deadline as written
     * @param dueOn the deadline in force then
     * @param standing done or open, in time or late, then
     * @param illustrative whether the assignment is made up for the demo
     */
    record CaseLine(
            String caseKey,
            String assignment,
            int group,
            Text title,
            String unit,
            String state,
            String deadline,
            LocalDate dueOn,
            Standing standing,
            boolean illustrative) {
        /** Code of the accountable unit. */
        public String unitCode() {
            return CaseKey.of(caseKey).unit();
        }
    }

    /**
     * Which cases are looked for; null matches everything.
     *
     * @param group number of the solution group
     * @param unit code of the accountable unit
     * @param pillar code of a pillar that the case serves
     * @param indicator code of an indicator that it supports
     * @param standing how it stood
     */
    record Wanted(
            @Nullable Integer group,
            @Nullable String unit,
            @Nullable String pillar,
            @Nullable String indicator,
            @Nullable Standing standing) {
        static final Wanted EVERYTHING = new Wanted(null, null, null, null, null);

        /** The cases that support an indicator. */
        static Wanted supporting(String indicator) {
            return new Wanted(null, null, null, indicator, null);
        }

        private String narrows() {
            return (group == null ? "" : " and s.solution_group = :group")
                    + (unit == null ? "" : " and s.unit = :unit")
                    + (pillar == null ? "" : " and s.case_key in (" + SUPPORTING + "pillar = :pillar)")
                    + (indicator == null ? "" : " and s.case_key in (" + SUPPORTING + "indicator = :indicator)")
                    + (standing == null ? "" : " and " + stands(standing));
        }

        /** Whether the totals count these. */
        private boolean isOnePart() {
            return indicator == null
                    && Stream.of(group, unit, pillar).filter(Objects::nonNull).count() <= 1;
        }

        /** The part of the totals that counts these; null is all of them. */
        private @Nullable String part() {
            if (unit != null) {
                return Tallies.UNIT + unit;
            }
            if (pillar != null) {
                return Tallies.PILLAR + pillar;
            }
            return group == null ? null : Tallies.GROUP + group;
        }

        /** How the totals count a standing. */
        private static String counts(Standing standing) {
            return switch (standing) {
                case OPEN_IN_TIME -> "standing = 'OPEN' and due_on >= :day";
                case OPEN_LATE -> "standing = 'OPEN' and due_on < :day";
                case DONE_IN_TIME, DONE_LATE, SUSPENDED, CARRIED_OVER, OTHER -> "standing = '" + standing + "'";
            };
        }

        /** What {@link Standing#of} says, for the database. */
        private static String stands(Standing standing) {
            return switch (standing) {
                case DONE_IN_TIME -> "s.state = 'COMPLETED' and (s.submitted_on is null or s.submitted_on <= s.due_on)";
                case DONE_LATE -> "s.state = 'COMPLETED' and s.submitted_on > s.due_on";
                case OPEN_IN_TIME -> "s.state = 'OPEN' and s.due_on >= :day";
                case OPEN_LATE -> "s.state = 'OPEN' and s.due_on < :day";
                case SUSPENDED, CARRIED_OVER -> "s.state = '" + standing + "'";
                case OTHER -> "s.state in ('ENDED', 'CANCELLED', 'HANDED_OVER')";
            };
        }
    }
}
