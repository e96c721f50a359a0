package vn.giaoviec.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** Whoever asks what is stored of them gets all of it: every column of every table in which they are found. */
@EngineTest
class PersonalDataTest {
    private static final String OFFICER = "officer1.stttt";

    /** Columns that hold a person's id and are not asked, each with its reason. */
    private static final Map<String, String> NOT_ASKED = Map.of(
            "casework_draft_field.content", "a head's choice of an officer: the next step's casework_work_item.officer",
            "act_hi_varinst.text_", "repeats the officer of a step, casework_work_item.officer",
            "act_ru_variable.text_", "the same of a running case",
            "act_hi_detail.text_", "the same of each change");

    @TempDir
    Path folder;

    @Autowired
    Province province;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String user;

    @Value("${spring.datasource.password:}")
    String password;

    @Test
    void everyColumnInWhichAPersonIsFoundIsAsked() throws Exception {
        finishedCase();
        Set<String> found = new TreeSet<>();
        Map<String, List<String>> asked;
        try (Connection connection = database.getConnection()) {
            asked = new PersonalDataQuery(connection).columns();
            try (ResultSet column =
                    connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
                while (column.next()) {
                    String table = column.getString("TABLE_NAME");
                    boolean view = table.toLowerCase(Locale.ROOT).startsWith("v_");
                    if (column.getInt("DATA_TYPE") == Types.VARCHAR && !view) {
                        for (String person : List.of(OFFICER, "head.stttt", "office1", "deputy.stttt")) {
                            if (holds(table, column.getString("COLUMN_NAME"), person)) {
                                found.add((table + '.' + column.getString("COLUMN_NAME")).toLowerCase(Locale.ROOT));
                            }
                        }
                    }
                }
            }
        }
        assertThat(found)
                .contains("audit_entry.actor", "casework_evidence.person", "act_hi_taskinst.assignee_")
                .allSatisfy(column -> assertThat(NOT_ASKED.containsKey(column)
                                || asked.getOrDefault(table(column), List.of()).contains(name(column)))
                        .as(column)
                        .isTrue());
    }

    @Test
    void oneCommandWritesOneFile() throws Exception {
        String key = finishedCase().key().toString();
        Path file = folder.resolve("of-one.zip");
        assertThat(says(0, "--person", OFFICER, "--out", file.toString())).contains(OFFICER, file.toString());
        Map<String, String> files = read(file);
        assertThat(files).containsKeys("directory_person.jsonl", "casework_evidence.jsonl", "act_hi_taskinst.jsonl");
        long entries = jdbc.sql("select count(*) from audit_entry where actor = ? or facts like ?")
                .params(OFFICER, "%\"" + OFFICER + "\"%")
                .query(Long.class)
                .single();
        assertThat(files.getOrDefault("audit_entry.jsonl", "").lines())
                .hasSize((int) entries)
                .anySatisfy(line -> assertThat(line).contains(key));
        assertThat(files.values()).noneSatisfy(content -> assertThat(content).contains("token_sha256"));
        assertThat(files.getOrDefault("directory_person.jsonl", "").lines()).hasSize(1);

        assertThat(says(2, "--person", OFFICER, "--out", file.toString())).contains(file.toString());
        assertThat(says(
                        1,
                        "--person",
                        "nobody",
                        "--out",
                        folder.resolve("none.zip").toString()))
                .contains("nobody");
        assertThat(folder.resolve("none.zip")).doesNotExist();
        assertThat(says(2, "--persno", "x")).contains("--persno");
        assertThat(says(2, "--person", OFFICER)).contains("--out");
    }

    private CaseDriver finishedCase() {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins();
        work.does("task_classify=security", "task_prepareLevelDossier", "task_appraiseLevel=passed");
        return work.does("task_approveLevel").finishes();
    }

    private boolean holds(String table, String column, String person) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                        .param(person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private String says(int exit, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int ended = PersonalDataCommand.run(
                List.of(arguments),
                Map.of(
                        "GIAOVIEC_DATABASE_URL", url,
                        "GIAOVIEC_DATABASE_USER", user,
                        "GIAOVIEC_DATABASE_PASSWORD", password),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        String words = said.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(words).isEqualTo(exit);
        return words;
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                files.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String table(String column) {
        return column.substring(0, column.indexOf('.'));
    }

    private static String name(String column) {
        return column.substring(column.indexOf('.') + 1);
    }
}
