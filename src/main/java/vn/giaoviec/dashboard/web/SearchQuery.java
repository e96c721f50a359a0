package vn.giaoviec.dashboard.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;

/** What is looked through: the plan's assignments, and names of files that were handed in. */
@Repository
class SearchQuery {
    private final JdbcClient jdbc;

    SearchQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All assignments of all years, the youngest year first. */
    List<Found> assignments() {
        return jdbc.sql("select * from v_assignment order by plan_year desc, solution_group, code")
                .query((row, number) ->
                        new Found(row.getInt("plan_year"), row.getString("code"), Columns.text(row, "title")))
                .list();
    }

    /**
     * Files whose names have all words, the youngest first.
     *
     * @param words folded
     * @param all whether the reader may read every case
     * @param units else those in which the reader works
     */
    List<File> files(List<String> words, boolean all, Collection<String> units, int most) {
        if (!all && units.isEmpty()) {
            return List.of();
        }
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            conditions.add("e.name_folded like :word" + i);
        }
        if (!all) {
            conditions.add("""
                    (e.unit in (:units) or e.appraiser in (:units) or exists (
                        select 1 from v_coordinating k
                        where k.plan_year = e.plan_year and k.assignment = e.assignment and k.unit in (:units)))""");
        }
        var query = jdbc.sql("select e.id, e.name, e.case_key, e.kept_at from v_evidence e where "
                        + String.join(" and ", conditions) + " order by e.kept_at desc, e.id limit :most")
                .param("most", most);
        for (int i = 0; i < words.size(); i++) {
            query = query.param("word" + i, "%" + words.get(i) + "%");
        }
        if (!all) {
            query = query.param("units", units);
        }
        return query.query((row, number) -> new File(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("case_key"),
                        Columns.instant(row, "kept_at")))
                .list();
    }

    /** An assignment of a plan. */
    record Found(int year, String code, Text title) {}

    /** A file that was handed in. */
    record File(String id, String name, String caseKey, Instant keptAt) {}
}
