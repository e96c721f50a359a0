package vn.giaoviec.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

/** It only inserts and selects. */
@Repository
class ReportTable {
    private static final String SELECT = """
            select r.*, p.name as made_by_name
            from report_report r
            left join directory_person p on p.id = r.made_by
            """;

    private final JdbcClient jdbc;

    ReportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the next report of a year; only for who has the turn. */
    int next(int year) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from report_report where report_year = ?")
                .param(year)
                .query(Integer.class)
                .single();
    }

    void insert(Report report) {
        ReportPeriod period = report.period();
        jdbc.sql("""
                        insert into report_report
                            (report_year, number, plan_year, kind, period_year, period_number, from_on, to_on, snapshot,
                             sha256, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        report.year(),
                        report.number(),
                        report.planYear(),
                        period.kind().name(),
                        period.year(),
                        period.number(),
                        period.from(),
                        period.to(),
                        report.snapshot(),
                        report.sha256(),
                        report.by(),
                        Columns.utc(report.at()))
                .update();
    }

    /** All reports, the newest first. */
    List<Report> all() {
        return jdbc.sql(SELECT + " order by r.report_year desc, r.number desc")
                .query(ReportTable::read)
                .list();
    }

    Optional<Report> find(int year, int number) {
        return jdbc.sql(SELECT + " where r.report_year = ? and r.number = ?")
                .params(year, number)
                .query(ReportTable::read)
                .optional();
    }

    /** One of the same plan that says the same, word by word. */
    Optional<Report> same(int planYear, String sha256) {
        return jdbc.sql(SELECT + " where r.plan_year = ? and r.sha256 = ? order by r.report_year, r.number limit 1")
                .params(planYear, sha256)
                .query(ReportTable::read)
                .optional();
    }

    /** The latest that was made before that one, of the same plan and of no later day. */
    Optional<Report> before(Report report) {
        return jdbc.sql(SELECT + """
                         where r.plan_year = ? and r.to_on <= ?
                            and (r.report_year < ? or (r.report_year = ? and r.number < ?))
                        order by r.to_on desc, r.report_year desc, r.number desc
                        limit 1
                        """)
                .params(report.planYear(), report.period().to(), report.year(), report.year(), report.number())
                .query(ReportTable::read)
                .optional();
    }

    private static Report read(ResultSet row, int number) throws SQLException {
        return new Report(
                row.getInt("report_year"),
                row.getInt("number"),
                row.getInt("plan_year"),
                new ReportPeriod(
                        ReportKind.valueOf(row.getString("kind")),
                        row.getInt("period_year"),
                        row.getInt("period_number"),
                        Columns.date(row, "from_on"),
                        Columns.date(row, "to_on")),
                row.getString("snapshot"),
                row.getString("sha256"),
                row.getString("made_by"),
                row.getString("made_by_name"),
                Columns.instant(row, "made_at"));
    }
}
