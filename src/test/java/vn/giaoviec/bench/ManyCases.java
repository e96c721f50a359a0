package vn.giaoviec.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TestDatabase;
import vn.giaoviec.totals.SumOfCases;

/**
 * Fills a plan with open cases. One of each unit is opened as ever, and some are begun; the others are copies of their rows,
 * with ids of their own, made by the server: each copy has its own assignment, waits where its original waits and is due on
 * one of three hundred days. History and ledger of the copies are left out, since no list and no figure reads them.
 */
@TestComponent
class ManyCases {
    private static final String FIRST_DAY = "2024-03-01";

    /** Beyond it the server of the benchmarks has the memory that a server of so many cases would have: 6 GiB. */
    private static final int LARGE = 100_000;

    /** What is copied, and which rows belong to the originals; {@code #} stands for the year. */
    private static final Map<String, String> TABLES = new TreeMap<>(Map.ofEntries(
            Map.entry("plan_assignment", "plan_year = # and code like 'B___'"),
            Map.entry("plan_assignment_words", "plan_year = # and code like 'B___'"),
            Map.entry("plan_assignment_unit", "plan_year = # and assignment like 'B___'"),
            Map.entry("plan_assignment_target", "plan_year = # and assignment like 'B___'"),
            Map.entry("casework_case", "case_key like '#/B___/%'"),
            Map.entry("casework_work_item", "case_key like '#/B___/%'"),
            Map.entry(
                    "casework_work_item_group",
                    "task_id in (select task_id from casework_work_item where case_key like '#/B___/%')"),
            Map.entry("indicator_link", "case_key like '#/B___/%'"),
            Map.entry("ACT_RU_EXECUTION", "ROOT_PROC_INST_ID_ in " + instances("PROC_INST_ID_")),
            Map.entry("ACT_RU_TASK", "PROC_INST_ID_ in " + instances("PROC_INST_ID_")),
            Map.entry(
                    "ACT_RU_IDENTITYLINK",
                    "TASK_ID_ in (select ID_ from ACT_RU_TASK where PROC_INST_ID_ in " + instances("PROC_INST_ID_")
                            + ")"),
            Map.entry("ACT_RU_VARIABLE", "PROC_INST_ID_ in " + instances("PROC_INST_ID_")),
            Map.entry("ACT_RU_JOB", "PROCESS_INSTANCE_ID_ in " + instances("PROC_INST_ID_"))));

    private final Province province;
    private final DataSource database;
    private final JdbcTemplate jdbc;
    private int year;
    private int originals;
    private int copies;

    ManyCases(Province province, DataSource database, JdbcTemplate jdbc) {
        this.province = province;
        this.database = database;
        this.jdbc = jdbc;
    }

    private static String instances(String column) {
        return "(select " + column + " from ACT_RU_EXECUTION where BUSINESS_KEY_ like '#/B___/%')";
    }

    int year() {
        return year;
    }

    /** How many units have cases. */
    int units() {
        return originals;
    }

    /** One case of each unit, some of them begun. */
    void open() {
        List<String> units = jdbc.queryForList(
                "select code from directory_unit where valid_from <= '2024-01-01' order by code", String.class);
        Set<String> heads = Set.copyOf(jdbc.queryForList("select id from directory_person", String.class));
        List<AnAssignment> assignments = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            assignments.add(AnAssignment.of("resources")
                    .code("B%03d".formatted(i))
                    .ledBy(units.get(i))
                    .dueOn(FIRST_DAY)
                    .supporting(Map.of(i % 2 == 0 ? "CQ6" : "KT4", 1)));
        }
        year = province.issuesTheNewest(assignments.toArray(AnAssignment[]::new));
        originals = units.size();
        for (int i = 0; i < units.size(); i += 2) {
            String unit = units.get(i);
            if (heads.contains("head." + unit.toLowerCase(Locale.ROOT))) {
                province.drives(new CaseKey(year, "B%03d".formatted(i), unit)).begins();
            }
        }
    }

    /** As many open cases as that, or a few less. */
    void grow(int cases) throws SQLException {
        int upTo = cases / originals - 1;
        if (upTo <= copies) {
            return;
        }
        try (Connection server = TestDatabase.forger(database);
                Statement statement = server.createStatement()) {
            // copies need no log to restore them from
            statement.execute("set session foreign_key_checks = 0, unique_checks = 0, sql_log_bin = 0");
            statement.execute("set global innodb_flush_log_at_trx_commit = 0");
            if (cases > LARGE) {
                statement.execute("set global innodb_buffer_pool_size = 6 * 1024 * 1024 * 1024");
            }
            server.setAutoCommit(false);
            // set aside first: among ever more copies they would take ever longer to find
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                statement.execute("create temporary table " + aside(table.getKey()) + " as select * from "
                        + table.getKey() + " where " + table.getValue().replace("#", "" + year));
            }
            // some at a time, so that no transaction grows out of bounds
            for (int from = copies + 1; from <= upTo; from += 500) {
                for (String table : TABLES.keySet()) {
                    statement.execute(
                            Copies.of(server, table, aside(table), "1 = 1", from, Math.min(upTo, from + 499)));
                }
                server.commit();
            }
            for (String table : TABLES.keySet()) {
                statement.execute("analyze table " + table);
            }
            server.commit();
            statement.execute("set global innodb_flush_log_at_trx_commit = 1");
        }
        SumOfCases.correct(JdbcClient.create(database));
        copies = upTo;
    }

    private static String aside(String table) {
        return "aside_" + table;
    }

    /** Gives a person the work of more units. */
    void joins(String person, int units) {
        List<String> all = jdbc.queryForList(
                "select distinct unit from casework_case where plan_year = ? order by unit", String.class, year);
        jdbc.batchUpdate(
                "insert ignore into directory_membership (person, group_id) values (?, ?)",
                all.stream()
                        .limit(units)
                        .map(unit -> new Object[] {person, unit + ".head"})
                        .collect(Collectors.toList()));
    }
}
