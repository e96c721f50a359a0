package vn.giaoviec.dashboard.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Folded;
import vn.giaoviec.shared.Text;

/** What is looked through: the plan's assignments, and names of files that were handed in. */
@Repository
class SearchQuery {
    /** Among so many, those that begin with what is asked are put first; beyond, they are asked for by themselves. */
    private static final int LOOKED_AT = 300;

    /** Read in the order in which the words lie. */
    private static final String ASSIGNMENTS = """
            select f.plan_year, f.code, f.words, a.title_vi, a.title_en
            from (
                select plan_year, code, year_back, solution_group, words from v_assignment_words
                where %s
                order by year_back, solution_group, code
                limit :most
            ) f
            join v_assignment a on a.plan_year = f.plan_year and a.code = f.code
            order by f.year_back, f.solution_group, f.code
            """;

    private final JdbcClient jdbc;

    SearchQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Assignments that have all words, those first in which more of the words begin a word of theirs; then the youngest year
     * first. The server stops when it has found so many: whatever most assignments have is found among the first. Only what
     * stands inside of other words in hundreds of them is not ordered further.
     *
     * @param words folded
     */
    List<Found> assignments(List<String> words, int most) {
        List<Found> anywhere = assignments(words, "%", LOOKED_AT);
        if (anywhere.size() < LOOKED_AT) {
            return first(anywhere.stream(), words, most);
        }
        List<Found> begun = assignments(words, "% ", most);
        return begun.size() == most
                ? begun
                : Stream.concat(
                                begun.stream(),
                                first(anywhere.stream().filter(one -> !begun.contains(one)), words, most).stream())
                        .limit(most)
                        .toList();
    }

    private static List<Found> first(Stream<Found> found, List<String> words, int most) {
        return found.sorted(Comparator.comparingLong(one -> one.inside(words)))
                .limit(most)
                .toList();
    }

    private List<Found> assignments(List<String> words, String before, int most) {
        // whatever is longest is rarest, and asked first
        List<String> longest = words.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String conditions = IntStream.range(0, longest.size())
                .mapToObj(i -> "words like :word" + i)
                .collect(Collectors.joining(" and "));
        var query = jdbc.sql(ASSIGNMENTS.formatted(conditions)).param("most", most);
        for (int i = 0; i < longest.size(); i++) {
            query = query.param("word" + i, before + Folded.ascii(longest.get(i)) + "%");
        }
        return query.query((row, number) -> new Found(
                        row.getInt("plan_year"),
                        row.getString("code"),
                        Columns.text(row, "title"),
                        row.getString("words")))
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
        // the names are read of those alone that are shown: what is passed over is read within an index
        var query = jdbc.sql("select e.id, e.name, e.case_key, e.kept_at from (select e.id from v_evidence e where "
                        + String.join(" and ", conditions) + " order by e.kept_at desc, e.id limit :most) found"
                        + " join v_evidence e on e.id = found.id order by e.kept_at desc, e.id")
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

    /**
     * An assignment of a plan.
     *
     * @param words its words as they are searched, each with a space before it
     */
    record Found(int year, String code, Text title, String words) {
        /** How many of the words stand only inside of others. */
        private long inside(List<String> asked) {
            return asked.stream()
                    .filter(word -> !words.contains(" " + Folded.ascii(word)))
                    .count();
        }
    }

    /** A file that was handed in. */
    record File(String id, String name, String caseKey, Instant keptAt) {}
}
