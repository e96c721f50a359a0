package vn.giaoviec.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.giaoviec.audit.LinkTable.Place;
import vn.giaoviec.audit.proof.Bytes;
import vn.giaoviec.audit.proof.Link;
import vn.giaoviec.audit.proof.Rows;
import vn.giaoviec.calendar.BusinessClock;

/** Reads back where the next links go, and what the running transaction has written of some cases. */
@Repository
class RowTable {
    private static final int CASES_AT_ONCE = 40;

    private final JdbcTemplate jdbc;

    RowTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What stands now in the rows that were written, and the places that were taken: asked in one statement, after they
     * were taken, so that nobody else changes these cases any more.
     *
     * @param streams whose places were taken: the cases, and streams of no case
     * @param touched the rows of the engine's history by table, for each case that the transaction changes
     * @param written the tables of ours that it has written
     */
    Left left(Collection<String> streams, Map<String, Map<String, Set<String>>> touched, Set<String> written) {
        Left left = new Left(new TreeMap<>(), new Rows.Found());
        List<String> all = List.copyOf(streams);
        for (int from = 0; from < all.size(); from += CASES_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(from + CASES_AT_ONCE, all.size()));
            Map<String, Map<String, Set<String>>> cases = new HashMap<>(touched);
            cases.keySet().retainAll(some);
            read(some, cases, written, left);
        }
        return left;
    }

    /** What stands now in all rows of a case. */
    Rows.Found all(String caseKey) {
        Rows.Found found = new Rows.Found();
        Rows.Question question = Rows.of(List.of(caseKey));
        jdbc.query(
                question.sql(),
                row -> {
                    found.take(caseKey, row);
                },
                question.parameters().toArray());
        return found;
    }

    private void read(
            Collection<String> streams, Map<String, Map<String, Set<String>>> touched, Set<String> written, Left left) {
        Rows.Question question = Rows.after(streams, touched, written);
        Map<String, String> owners = new HashMap<>();
        touched.forEach(
                (caseKey, tables) -> tables.values().forEach(ids -> ids.forEach(id -> owners.put(id, caseKey))));
        touched.keySet().forEach(caseKey -> owners.put(caseKey, caseKey));
        jdbc.query(
                question.sql(),
                row -> {
                    String id = row.getString("id");
                    if (Rows.PLACE.equals(row.getString("name"))) {
                        left.places.put(id, place(row));
                    } else {
                        left.rows.take(Objects.requireNonNull(owners.get(id)), row);
                    }
                },
                question.parameters().toArray());
    }

    /** A chain that somebody has cut is not mended: what comes next stands on nothing, and verification says so. */
    private static Place place(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes("hash");
        return new Place(
                row.getString("id"),
                row.getLong("seq"),
                hash == null ? Link.beginning() : Bytes.of(hash),
                row.getObject("database_time", LocalDateTime.class)
                        .atZone(BusinessClock.ZONE)
                        .toInstant());
    }

    /**
     * What stands when all places are taken.
     *
     * @param places of the streams, in their order
     * @param rows of the cases among them
     */
    record Left(Map<String, Place> places, Rows.Found rows) {}
}
