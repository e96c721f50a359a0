package vn.giaoviec.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.OnMariaDb;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Run;
import vn.giaoviec.testing.TestDatabase;

/** The sub-command as an inspector runs it: a Java process with our classes and a driver, and nothing else. */
@EngineTest
@OnMariaDb
class VerifyTest {
    @TempDir
    Path folder;

    @Autowired
    Province province;

    @Autowired
    Seal seal;

    @Autowired
    AuditSettings settings;

    @Autowired
    DataSource source;

    @Value("${spring.datasource.url}")
    String database;

    @Value("${spring.datasource.username}")
    String user;

    @Value("${spring.datasource.password}")
    String password;

    @Test
    void saysWhetherTheLedgerIsIntactAndWhereItIsNot() throws Exception {
        String key = province.opens(AnAssignment.of("resources")).key().toString();
        seal.seal();
        seal.copyOut();

        Run.Outcome intact = verify("--folder", settings.folder().toString());
        assertThat(intact.said()).startsWith("Nguyên vẹn: ");
        assertThat(intact.exit()).isZero();
        assertThat(verify("--folder", settings.folder().toString(), "--language", "en")
                        .said())
                .startsWith("Intact: ");

        tamper(key, "concat(facts, ' ')");
        try {
            Run.Outcome broken = verify("--folder", settings.folder().toString());
            assertThat(broken.said())
                    .contains("Nội dung nhật ký bị sửa: " + key + " #1")
                    .contains("KHÔNG NGUYÊN VẸN: 1 chỗ sai");
            assertThat(broken.exit()).isEqualTo(1);
        } finally {
            tamper(key, "trim(facts)");
        }
    }

    @Test
    void aYoungerCopyOutsideTellsThatAnOldBackUpWasRestored() throws Exception {
        province.opens(AnAssignment.of("resources"));
        seal.seal();
        seal.copyOut();
        Path copy = folder.resolve("checkpoints.log");
        Files.copy(settings.folder().resolve("checkpoints.log"), copy);
        try (Stream<String> lines = Files.lines(copy)) {
            String last = lines.reduce((first, second) -> second).orElseThrow();
            long size = Long.parseLong(last.split(" ", -1)[1]);
            // as the node would have copied one more, had the database not been set back
            Files.writeString(
                    copy,
                    "\n" + last.replaceFirst(" " + size + " ", " " + (size + 1) + " "),
                    StandardOpenOption.APPEND);
            assertThat(verify("--folder", settings.folder().toString(), "--checkpoints", copy.toString())
                            .said())
                    .contains("Cơ sở dữ liệu cũ hơn bản sao bên ngoài", size + " < " + (size + 1));
        }
    }

    @Test
    void whatItCannotDoIsSaidInAWord() throws Exception {
        assertThat(verify("--folder", folder.toString()).said()).contains("Không đọc được khóa");
        assertThat(verify("--fodler", "x").said()).contains("Không hiểu “--fodler”", "--checkpoints");
        Run.Outcome noServer = verify("--database", "jdbc:mariadb://127.0.0.1:1/none");
        assertThat(noServer.said()).contains("Không mở được cơ sở dữ liệu").doesNotContain("\tat ");
        assertThat(noServer.exit()).isEqualTo(2);
    }

    private void tamper(String key, String with) throws SQLException {
        try (Connection forger = TestDatabase.forger(source);
                PreparedStatement change = forger.prepareStatement(
                        "update audit_entry set facts = " + with + " where stream = ? and seq = 1 and number = 1")) {
            change.setString(1, key);
            change.executeUpdate();
        }
    }

    private Run.Outcome verify(String... options) throws Exception {
        String ours = Path.of("target/classes").toAbsolutePath().toString();
        String driver = Path.of(Driver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Dfile.encoding=UTF-8",
                                "-Dstdout.encoding=UTF-8",
                                "-cp",
                                ours + ":" + driver,
                                "vn.giaoviec.GiaoViec",
                                "verify"),
                        Arrays.stream(options))
                .toList();
        return Run.with(
                Map.of(
                        "GIAOVIEC_DATABASE_URL",
                        database,
                        "GIAOVIEC_DATABASE_USER",
                        user,
                        "GIAOVIEC_DATABASE_PASSWORD",
                        password),
                command.toArray(String[]::new));
    }
}
