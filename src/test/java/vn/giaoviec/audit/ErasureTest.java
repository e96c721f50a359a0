package vn.giaoviec.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import vn.giaoviec.audit.proof.CaseFileVerification;
import vn.giaoviec.audit.proof.Finding;
import vn.giaoviec.audit.proof.PublicKey;
import vn.giaoviec.audit.proof.Verification;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.ACaseFile;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;
import vn.giaoviec.testing.TestDatabase;

/** Somebody's data were typed where they should not stand: a decision takes them away, and all proofs still hold. */
@EngineTest
class ErasureTest {
    private static final String WORDS = "Ông A, CCCD 052099012345, gọi 0905 000 111";

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    EraseWords erase;

    @Autowired
    AuditLog audit;

    @Autowired
    AuditSettings settings;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext application;

    private CaseDriver driver;

    @BeforeEach
    void wordsThatShouldNotStandThere() {
        driver = province.opens(AnAssignment.of("resources"))
                .begins()
                .does("task_classify=security", "task_prepareLevelDossier", "task_appraiseLevel=passed")
                .does("task_approveLevel", "task_carryOut");
        driver.step("task_submit").with("report", WORDS).complete();
        driver.step("task_approve").choosing("returned").because(WORDS).complete();
        TasklistClient.signIn(port, "officer1.stttt")
                .own(
                        "POST",
                        "/cases/" + driver.key() + "/progress",
                        Map.of(
                                "kind",
                                "PROGRESS",
                                "note",
                                WORDS,
                                "command",
                                UUID.randomUUID().toString()));
    }

    /** An amendment of its assignment, and orders about many cases: one with this case, one without. */
    private void ordersAboutMany(String reason, CaseKey theCase) {
        jdbc.sql("""
                        insert into plan_amendment
                            (plan_year, assignment, field, was, becomes, document, reason, amended_by, amended_at)
                        values (?, ?, 'DELIVERABLE', 'a', 'b', '1/QĐ', ?, 'office1', current_timestamp)
                        """).params(theCase.year(), theCase.assignment(), reason).update();
        jdbc.sql("""
                        insert into casework_bulk_order (kind, document, reason, ordered_by, ordered_at)
                        values ('MERGE', '1/QĐ', ?, 'office1', current_timestamp)
                        """).param(reason).update();
        jdbc.sql("""
                        insert into casework_bulk_item (bulk_order, case_key, done_at)
                        select max(id), ?, current_timestamp from casework_bulk_order
                        """).param(theCase.toString()).update();
    }

    @Test
    void wordsAreGoneFromEveryTableAndEveryProofHolds() throws Exception {
        CaseDriver other = province.opens(AnAssignment.of("resources")).begins();
        ordersAboutMany(WORDS, driver.key());
        ordersAboutMany("Vì việc khác", other.key());
        assertThat(tablesWith(WORDS))
                .contains(
                        "audit_entry.facts",
                        "casework_progress.note",
                        "casework_work_item.reason",
                        "plan_amendment.reason",
                        "casework_bulk_order.reason");
        long asked = asks("StepCompleted");
        province.as("leader1", () -> erase.decide(asked, true));

        assertThat(tablesWith(WORDS)).isEmpty();
        assertThat(tablesWith("Vì việc khác")).contains("plan_amendment.reason", "casework_bulk_order.reason");
        assertThat(jdbc.sql("select note from casework_progress where case_key = ?")
                        .param(driver.key().toString())
                        .query(String.class)
                        .list())
                .containsExactly("[…]");
        assertThat(audit.of(driver.key())).filteredOn(Entry::erased).hasSizeGreaterThanOrEqualTo(3);
        assertThat(audit.of(other.key())).noneMatch(Entry::erased);
        assertThat(findings()).isEmpty();

        driver.does("task_carryOut", "task_submit", "task_approve=approved", "task_accept=accepted");
        assertThat(findings()).isEmpty();
        Path file = folder.resolve("F.zip");
        Files.write(file, ACaseFile.of(driver.key(), port));
        assertThat(CaseFileVerification.of(file, keys(), null).findings()).isEmpty();
        String page = TasklistClient.signIn(port, "office1")
                .get("/cases/" + driver.key())
                .body();
        assertThat(page).contains("Nội dung đã được xóa theo quyết định", "[…]").doesNotContain("052099012345");
    }

    @Test
    void whatNobodyDecidedIsFound() throws Exception {
        long asked = asks("StepCompleted");
        long entry = entry("StepCompleted");
        Map<String, Object> before = jdbc.sql("select facts, salt from audit_entry where id = ?")
                .param(entry)
                .query()
                .singleRow();
        province.as("leader1", () -> erase.decide(asked, true));
        String key = driver.key().toString();
        assertThat(afterwards("update casework_progress set note = 'x' where case_key = ?", key))
                .containsOnly(Finding.Kind.ROW_CHANGED);
        String opening = " where case_key = ? and action = 'CaseOpened'";
        assertThat(afterwards("update audit_entry set facts = '{}', salt = null" + opening, key))
                .as("erased without a decision")
                .containsOnly(Finding.Kind.FACT_CHANGED);
        assertThat(afterwards("update audit_entry set salt = null" + opening, key))
                .containsOnly(Finding.Kind.FACT_CHANGED);
        assertThat(afterwards(
                        "update audit_entry set facts = ?, salt = ? where id = ?",
                        before.get("facts"),
                        before.get("salt"),
                        entry))
                .as("the words from an old copy")
                .containsOnly(Finding.Kind.FACT_NOT_ERASED);
        assertThat(afterwards("delete from audit_entry where case_key = ? and action = 'WordsErased'", key))
                .contains(Finding.Kind.FACT_MISSING, Finding.Kind.FACT_CHANGED);
    }

    @Test
    void anAlteredCaseIsNotVouchedForAnew() throws Exception {
        long asked = asks("StepCompleted");
        String key = driver.key().toString();
        try (Connection forger = TestDatabase.forger(database)) {
            change(forger, "update casework_case set due_on = '2099-12-30' where case_key = ?", key);
            assertThatThrownBy(() -> province.as("leader1", () -> erase.decide(asked, true)))
                    .hasMessage("refusal.erasure.notIntact");
            change(forger, "update casework_case set due_on = original_due_on where case_key = ?", key);
        }
        assertThat(tablesWith(WORDS)).contains("audit_entry.facts", "casework_progress.note");
        province.as("leader1", () -> erase.decide(asked, true));
        assertThat(tablesWith(WORDS)).isEmpty();
    }

    @Test
    void onlyTheOfficeAsksAndOnlyALeaderDecides() {
        long entry = entry("StepCompleted");
        for (String person : List.of("admin1", "inspector1", "leader1", "head.stttt", "officer1.stttt")) {
            assertThatThrownBy(() -> asks(person, entry, List.of("fields.report"), "5/QĐ", "Sai sót"))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        assertThatThrownBy(() -> asks("office1", entry, List.of("taskId"), "5/QĐ", "Sai sót"))
                .hasMessage("refusal.erasure.fields");
        assertThatThrownBy(() -> asks("office1", entry, List.of("fields.report"), " ", "Sai sót"))
                .hasMessage("refusal.erasure.document");
        assertThatThrownBy(() -> asks("office1", entry, List.of("fields.report"), "5/QĐ", "Xóa “" + WORDS + "”"))
                .hasMessage("refusal.erasure.repeats");
        for (String action : List.of("CaseOpened", "EvidenceKept")) {
            assertThatThrownBy(() -> asks("office1", entry(action), List.of("name"), "5/QĐ", "Sai sót"))
                    .isInstanceOf(Refusal.NotFound.class);
        }
        long asked = asks("StepCompleted");
        assertThatThrownBy(() -> asks("StepCompleted")).hasMessage("refusal.erasure.waits");
        for (String person : List.of("admin1", "inspector1", "office1", "office2", "head.stttt")) {
            assertThatThrownBy(() -> province.as(person, () -> erase.decide(asked, true)))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        province.as("leader1", () -> erase.decide(asked, false));
        assertThatThrownBy(() -> province.as("leader1", () -> erase.decide(asked, true)))
                .hasMessage("refusal.erasure.decided");
        assertThat(audit.of(driver.key()))
                .noneMatch(Entry::erased)
                .extracting(Entry::action)
                .contains("ErasureAsked", "ErasureDeclined");
    }

    @Test
    void isAskedForAndDecidedOnPages() {
        TasklistClient office = TasklistClient.signIn(port, "office1");
        long entry = entry("StepCompleted");
        String form = "/erasures/" + entry;
        assertThat(office.get("/cases/" + driver.key()).body()).contains(form);
        assertThat(office.get(form).body()).contains(WORDS).doesNotContain("??");
        var refused = office.submit(form, form, Map.of("document", "7/QĐ-UBND", "reason", "Ghi nhầm"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Hãy chọn ít nhất một nội dung", "7/QĐ-UBND", "Ghi nhầm");
        office.submit(form, form, Map.of("fields", "fields.report", "document", "7/QĐ-UBND", "reason", "Ghi nhầm"));
        TasklistClient leader = TasklistClient.signIn(port, "leader1");
        assertThat(leader.get("/erasures").body())
                .contains("7/QĐ-UBND", WORDS, "Đồng ý xóa")
                .doesNotContain("??");
        leader.submit("/erasures", "/erasures/" + waiting() + "/decision", Map.of("agreed", "true"));
        assertThat(leader.get("/erasures").body()).contains("Đã xóa").doesNotContain(WORDS);
        assertThat(TasklistClient.signIn(port, "inspector1")
                        .get("/audit?theCase=" + driver.key())
                        .body())
                .contains("Xóa nội dung theo quyết định", "Nội dung đã được xóa theo quyết định")
                .doesNotContain(WORDS, "??");
    }

    @Test
    void manyRequestsNeedNoMoreStatementsThanOne() {
        asks("StepCompleted");
        List<String> one = province.as("leader1", () -> Statements.ofPage(application, "/erasures"));
        asks("WorkReturned", "reason");
        List<String> two = province.as("leader1", () -> Statements.ofPage(application, "/erasures"));
        assertThat(two).hasSameSizeAs(one).hasSizeBetween(1, 12);
        // other tests look at the same list
        jdbc.sql("select id from audit_erasure where case_key = ?")
                .param(driver.key().toString())
                .query(Long.class)
                .list()
                .forEach(asked -> province.as("leader1", () -> erase.decide(asked, false)));
    }

    private long asks(String action) {
        asks(action, action.equals("StepCompleted") ? "fields.report" : "reason");
        return waiting();
    }

    private void asks(String action, String field) {
        asks("office1", entry(action), List.of(field), "5/QĐ-UBND", "Dữ liệu cá nhân ghi nhầm");
    }

    private void asks(String person, long entry, List<String> fields, String document, String reason) {
        province.as(person, () -> erase.ask(entry, fields, document, reason));
    }

    private long waiting() {
        return jdbc.sql("select id from audit_erasure where case_key = ? and agreed is null")
                .param(driver.key().toString())
                .query(Long.class)
                .single();
    }

    /** The entry with the words, if there is one of that name; else any of it. */
    private long entry(String action) {
        List<Entry> all = audit.of(driver.key()).stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
        return all.stream()
                .filter(entry ->
                        entry.facts().contains("report") && entry.facts().contains(WORDS))
                .findFirst()
                .orElse(all.get(0))
                .id();
    }

    private List<PublicKey> keys() throws Exception {
        return List.of(PublicKey.read(Files.readString(settings.folder().resolve("seal.pub"))));
    }

    private List<Finding> findings() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Verification.of(connection, List.of(), null).findings().stream()
                    .filter(finding -> !finding.kind().name().startsWith("CHECKPOINT_"))
                    .toList();
        }
    }

    /** What is found in the case after somebody has changed it, which is taken back then. */
    private List<Finding.Kind> afterwards(String statement, @Nullable Object... parameters) throws SQLException {
        try (Connection connection = TestDatabase.forger(database)) {
            connection.setAutoCommit(false);
            try {
                change(connection, statement, parameters);
                return Verification.of(connection, List.of(), null).findings().stream()
                        .filter(finding -> finding.place().contains(driver.key().toString()))
                        .map(Finding::kind)
                        .toList();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void change(Connection connection, String statement, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement forged = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                forged.setObject(i + 1, parameters[i]);
            }
            assertThat(forged.executeUpdate()).as(statement).isGreaterThanOrEqualTo(1);
        }
    }

    /** Every column that holds text, of the engine's tables too; but not folded titles, which are no words of a case. */
    private List<String> tablesWith(String words) throws SQLException {
        TreeSet<String> found = new TreeSet<>();
        try (Connection connection = database.getConnection()) {
            List<String> columns = new ArrayList<>();
            try (ResultSet column =
                    connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
                while (column.next()) {
                    boolean text = List.of(Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB)
                            .contains(column.getInt("DATA_TYPE"));
                    String table = column.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                    if (text && !table.startsWith("v_") && !table.equals("plan_assignment_words")) {
                        columns.add(column.getString("TABLE_NAME") + "." + column.getString("COLUMN_NAME"));
                    }
                }
            }
            for (String column : columns) {
                String[] parts = column.split("\\.", -1);
                try (PreparedStatement query = connection.prepareStatement(
                        "select count(*) from " + parts[0] + " where " + parts[1] + " like ?")) {
                    query.setString(1, "%" + words + "%");
                    try (ResultSet rows = query.executeQuery()) {
                        rows.next();
                        if (rows.getInt(1) > 0) {
                            found.add(column.toLowerCase(Locale.ROOT));
                        }
                    }
                }
            }
        }
        return List.copyOf(found);
    }
}
