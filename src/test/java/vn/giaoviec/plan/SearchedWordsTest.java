package vn.giaoviec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.shared.Text;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.PlanText;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TestDatabase;

/** The words by which an assignment is found are those of its title, whoever wrote it. */
@EngineTest
class SearchedWordsTest {
    @Autowired
    Province province;

    @Autowired
    ImportPlan importPlan;

    @Autowired
    WorkingDays days;

    @Autowired
    Plans plans;

    @Autowired
    AmendAssignments amendments;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Test
    void eachWordIsKeptOnceWithoutMarks() {
        assertThat(SearchedWords.of(2024, "CQ-6.1", "Số hóa hồ sơ Đảng, hồ sơ α", "Records"))
                .isEqualTo(" 2024 cq 6 1 so hoa ho dang {DLB} records");
    }

    @Test
    void importedAndAmendedTitlesAreFolded() {
        int year = province.issues(
                AnAssignment.of("resources"), AnAssignment.of("resources").code("T-02"));
        assertThat(words(year, "T-01")).isEqualTo(" " + year + " t 01 nhiem vu thu trial assignment");
        retitled(year, "T-01", new Text("Đường truyền", "Lines"));
        assertThat(words(year, "T-01")).isEqualTo(" " + year + " t 01 duong truyen lines");
        assertThat(words(year, "T-02")).as("the other").contains(" nhiem vu");

        int again = province.imports(AnAssignment.of("resources").code("T-03"));
        assertThat(words(again, "T-03")).contains(" t 03");
        String another = PlanText.of(again, List.of(AnAssignment.of("resources").code("T-04")));
        PlanDraft draft = PlanFile.read("another.yaml", another.getBytes(StandardCharsets.UTF_8), days);
        province.as("office1", () -> new TransactionTemplate(transactions)
                .executeWithoutResult(status -> importPlan.take(draft)));
        assertThat(stored().keySet()).contains(again + "/T-04").doesNotContain(again + "/T-03");
    }

    @Test
    void thoseThatWereThereBeforeAreFolded() throws SQLException {
        int year = province.issues(
                AnAssignment.of("resources"), AnAssignment.of("research").code("T-02"));
        Map<String, String> before = stored();
        assertThat(before).containsKeys(year + "/T-01", year + "/T-02");
        try (Connection owner = TestDatabase.forger(database);
                Statement statement = owner.createStatement()) {
            statement.execute("drop view v_assignment_words");
            statement.execute("drop table plan_assignment_words");
            V0059__searched_words.fold(owner);
            statement.execute("create view v_assignment_words as"
                    + " select plan_year, code, year_back, solution_group, words from plan_assignment_words");
        }
        Map<String, String> after = stored();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        // other tests write titles past the application
        assertThat(words(year, "T-01")).isEqualTo(before.get(year + "/T-01"));
        assertThat(words(year, "T-02")).isEqualTo(before.get(year + "/T-02"));
    }

    private void retitled(int year, String code, Text title) {
        Assignment was = plans.assignment(year, code).orElseThrow();
        Assignment becomes = new Assignment(
                was.code(),
                was.group(),
                title,
                was.deadline(),
                was.kind(),
                was.cycle(),
                was.dueOn(),
                was.deliverable(),
                was.illustrative(),
                was.lead(),
                was.coordinating(),
                was.invited(),
                was.supports(),
                was.sourceSheet(),
                was.sourceLine());
        province.as("office1", () -> new TransactionTemplate(transactions)
                .executeWithoutResult(status ->
                        amendments.amend(year, List.of(becomes), List.of(), List.of(), "45/QĐ-UBND", "tên mới")));
    }

    private String words(int year, String code) {
        return stored().getOrDefault(year + "/" + code, "");
    }

    /** All words there are, which are those of all assignments in their places. */
    private Map<String, String> stored() {
        Map<String, String> words = jdbc
                .sql("""
                        select w.plan_year, w.code, w.words, a.solution_group
                        from plan_assignment_words w
                        join plan_assignment a on a.plan_year = w.plan_year and a.code = w.code
                            and a.solution_group = w.solution_group and w.year_back = -w.plan_year
                        """)
                .query((row, number) ->
                        Map.entry(row.getInt("plan_year") + "/" + row.getString("code"), row.getString("words")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(words)
                .hasSize(jdbc.sql("select count(*) from plan_assignment")
                        .query(Integer.class)
                        .single());
        return words;
    }
}
