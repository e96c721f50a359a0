package vn.giaoviec.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

/** Readings are inserted, and then only decided on. */
@Repository
class ReadingTable {
    private static final String SELECT = """
            select r.*, c.id as corrected_by
            from indicator_reading r
            left join indicator_reading c on c.corrects = r.id and c.state = 'APPROVED'
            where r.plan_year = ?
            """;

    private final JdbcClient jdbc;

    ReadingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param holdsPeriod the period that nobody else may report now, or null if another reading holds it
     * @return its number
     * @throws org.springframework.dao.DuplicateKeyException if somebody else was faster
     */
    long insert(
            int year,
            String indicator,
            String unit,
            boolean ofPart,
            Reported reported,
            String by,
            Instant at,
            @Nullable String holdsPeriod) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        Measured measured = reported.measured();
        ReadingFile file = reported.file();
        jdbc.sql("""
                        insert into indicator_reading
                            (plan_year, indicator, unit, of_part, calculation, from_on, as_of, measured, numerator, denominator,
                             reached, source, document, corrects, reason, file_name, file_type, file_size, file_sha256,
                             entered_by, entered_at, state, holds_period, holds_place_of)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?)
                        """)
                .params(
                        year,
                        indicator,
                        unit,
                        ofPart,
                        reported.period().calculation().name(),
                        reported.period().from(),
                        reported.period().asOf(),
                        measured.value(),
                        measured.numerator(),
                        measured.denominator(),
                        measured.reached(),
                        reported.source(),
                        reported.document(),
                        reported.corrects(),
                        reported.reason(),
                        file == null ? null : file.name(),
                        file == null ? null : file.mediaType(),
                        file == null ? null : file.size(),
                        file == null ? null : file.sha256(),
                        by,
                        Columns.utc(at),
                        holdsPeriod,
                        reported.corrects())
                .update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("the database gave the reading no number");
        }
        return id.longValue();
    }

    /** Decides on a reading that still waits; false if somebody has. */
    boolean decide(long id, Reading.State state, Reading.Decision decision) {
        return jdbc.sql("""
                        update indicator_reading
                        set state = ?, decided_by = ?, decided_at = ?, decision_reason = ?
                        where id = ? and state = 'PENDING'
                        """)
                        .params(state.name(), decision.by(), Columns.utc(decision.at()), decision.reason(), id)
                        .update()
                == 1;
    }

    /** Others may report its period, and correct what it corrects. */
    void letGo(long id) {
        jdbc.sql("update indicator_reading set holds_period = null, holds_place_of = null where id = ?")
                .param(id)
                .update();
    }

    /** Its period passes from the reading that was corrected to the one that corrects it. */
    void passOn(long from, long to, String period) {
        jdbc.sql("update indicator_reading set holds_period = null where id = ?")
                .param(from)
                .update();
        jdbc.sql("update indicator_reading set holds_period = ? where id = ?")
                .params(period, to)
                .update();
    }

    /** All readings of an indicator, the first entered first. */
    List<Reading> of(int year, String indicator) {
        return jdbc.sql(SELECT + " and r.indicator = ? order by r.id")
                .params(year, indicator)
                .query(ReadingTable::read)
                .list();
    }

    /** All readings of a plan that were approved, the first entered first. */
    List<Reading> approved(int year) {
        return jdbc.sql(SELECT + " and r.state = 'APPROVED' order by r.id")
                .param(year)
                .query(ReadingTable::read)
                .list();
    }

    /** All readings of a plan that were approved before a moment, and corrected only if that was approved by then too. */
    List<Reading> approved(int year, Instant before) {
        return jdbc.sql("""
                        select r.*, c.id as corrected_by
                        from indicator_reading r
                        left join indicator_reading c
                            on c.corrects = r.id and c.state = 'APPROVED' and c.decided_at < :before
                        where r.plan_year = :year and r.state = 'APPROVED' and r.decided_at < :before
                        order by r.id
                        """)
                .param("year", year)
                .param("before", Columns.utc(before))
                .query(ReadingTable::read)
                .list();
    }

    /** How many readings of these units wait for somebody other than that person, by indicator. */
    Map<String, Integer> waiting(int year, Collection<String> units, String person) {
        Map<String, Integer> waiting = new LinkedHashMap<>();
        jdbc.sql("""
                        select indicator, count(*) as readings from indicator_reading
                        where plan_year = :year and state = 'PENDING' and unit in (:units) and entered_by <> :person
                        group by indicator order by indicator
                        """)
                .param("year", year)
                .param("units", units)
                .param("person", person)
                .query(row -> {
                    waiting.put(row.getString("indicator"), row.getInt("readings"));
                });
        return waiting;
    }

    static Reading read(ResultSet row, int number) throws SQLException {
        return new Reading(
                row.getLong("id"),
                row.getString("indicator"),
                row.getString("unit"),
                row.getBoolean("of_part"),
                reported(row),
                row.getString("entered_by"),
                Columns.instant(row, "entered_at"),
                Reading.State.valueOf(row.getString("state")),
                decision(row),
                optionalNumber(row, "corrected_by"));
    }

    private static Reported reported(ResultSet row) throws SQLException {
        return new Reported(
                new ReadingPeriod(Columns.date(row, "from_on"), Columns.date(row, "as_of")),
                new Measured(
                        row.getBigDecimal("measured"),
                        row.getBigDecimal("numerator"),
                        row.getBigDecimal("denominator"),
                        row.getObject("reached", Boolean.class)),
                row.getString("source"),
                row.getString("document"),
                optionalNumber(row, "corrects"),
                row.getString("reason"),
                file(row));
    }

    private static @Nullable ReadingFile file(ResultSet row) throws SQLException {
        String name = row.getString("file_name");
        return name == null
                ? null
                : new ReadingFile(
                        name, row.getString("file_type"), row.getLong("file_size"), row.getString("file_sha256"));
    }

    private static Reading.@Nullable Decision decision(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        return by == null
                ? null
                : new Reading.Decision(by, Columns.instant(row, "decided_at"), row.getString("decision_reason"));
    }

    private static @Nullable Long optionalNumber(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : (Long) value;
    }
}
