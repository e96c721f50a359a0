package vn.giaoviec.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

/** What the plan wants of its indicators, and which units report them. */
@Repository
class TargetTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    TargetTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** All targets of a plan in one statement, a row for each unit that reports one. */
    List<Target> targets(int year) {
        Map<String, List<String>> units = new LinkedHashMap<>();
        Map<String, Target> targets = new LinkedHashMap<>();
        jdbc.sql("""
                        select t.*, r.unit as reporter
                        from plan_target t
                        left join plan_target_reporter r on r.plan_year = t.plan_year and r.indicator = t.code
                        where t.plan_year = ?
                        order by t.ordinal, r.ordinal
                        """).param(year).query(row -> {
            String code = row.getString("code");
            String reporter = row.getString("reporter");
            List<String> known = units.computeIfAbsent(code, any -> new ArrayList<>());
            if (reporter != null) {
                known.add(reporter);
            }
            targets.put(code, read(row, known));
        });
        return List.copyOf(targets.values());
    }

    private static Target read(ResultSet row, List<String> units) throws SQLException {
        String rule = row.getString("roll_up");
        return new Target(
                row.getString("code"),
                row.getObject("bullet", Integer.class),
                row.getString("pillar"),
                Columns.text(row, "name"),
                Target.Kind.valueOf(row.getString("kind")),
                row.getString("operator"),
                row.getBigDecimal("target"),
                row.getString("measure"),
                row.getBoolean("strive"),
                row.getString("owner_unit"),
                rule == null ? null : new Parts(RollUp.valueOf(rule), units));
    }

    /** Waits for whoever has it. */
    void lock(int year, String indicator) {
        jdbc.sql("select code from plan_target where plan_year = ? and code = ? for update")
                .params(year, indicator)
                .query(String.class)
                .optional();
    }

    void keep(int year, String indicator, @Nullable Parts parts) {
        jdbc.sql("update plan_target set roll_up = ? where plan_year = ? and code = ?")
                .params(parts == null ? null : parts.rule().name(), year, indicator)
                .update();
        jdbc.sql("delete from plan_target_reporter where plan_year = ? and indicator = ?")
                .params(year, indicator)
                .update();
        List<String> units = parts == null ? List.of() : parts.units();
        batches.batchUpdate(
                "insert into plan_target_reporter (plan_year, indicator, unit, ordinal) values (?, ?, ?, ?)",
                units.stream()
                        .map(unit -> new Object[] {year, indicator, unit, units.indexOf(unit)})
                        .toList());
    }
}
