package vn.giaoviec.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.testing.ACaseFile;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** A case file that was exported over HTTP is forged in every way we know; the verifier takes none of them for genuine. */
@EngineTest
class CaseFileForgeryTest {
    /** The whole campaign makes more than ten thousand forgeries. */
    private static final int FORGERIES = Boolean.getBoolean("giaoviec.campaign") ? 10_500 : 400;

    private static final int KINDS = 100;

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Value("${giaoviec.audit.folder}")
    Path auditFolder;

    private byte[] older = {};
    private byte[] genuine = {};
    private byte[] other = {};
    private List<PublicKey> keys = List.of();

    @BeforeEach
    void exported() throws IOException {
        CaseDriver driver = ACaseFile.lives(province, port);
        older = ACaseFile.of(driver.key(), port);
        driver.finishes();
        other = ACaseFile.of(
                province.opens(AnAssignment.of("resources"))
                        .begins()
                        .throughResources()
                        .key(),
                port);
        genuine = ACaseFile.of(driver.key(), port);
        keys = List.of(PublicKey.read(Files.readString(auditFolder.resolve("seal.pub"))));
    }

    @Test
    void noForgeryIsAcceptedAndWhatIsGenuineAlwaysIs() throws IOException {
        Random random = new Random(20_240_126);
        CaseFileForger forger = new CaseFileForger(
                genuine, older, other, SealingKey.read(Files.readString(auditFolder.resolve("seal.key"))), random);
        assertThat(forger.kinds).hasSizeGreaterThanOrEqualTo(KINDS);
        List<String> kinds = List.copyOf(forger.kinds.keySet());
        List<String> accepted = new ArrayList<>();
        int made = 0;
        for (int at = 0; made < FORGERIES; at++) {
            String kind = kinds.get(at % kinds.size());
            byte[] forged = Objects.requireNonNull(forger.kinds.get(kind)).make();
            if (Arrays.equals(forged, genuine)) {
                continue; // a piece that was put where the same stood
            }
            made++;
            if (findings(forged).isEmpty()) {
                accepted.add(kind);
            }
            if (at % kinds.size() == 0) {
                assertThat(List.of(findings(genuine), findings(older), findings(other)))
                        .allSatisfy(findings -> assertThat(findings).isEmpty());
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(made).isEqualTo(FORGERIES);
    }

    @Test
    void whatWasDoneIsNamedWithItsPlace() throws IOException {
        CaseFileParts parts = CaseFileParts.of(genuine);
        SealingKey key = SealingKey.read(Files.readString(auditFolder.resolve("seal.key")));
        byte[] longer = parts.copy().put("forms.json", "[]").zip();
        assertThat(findings(longer)).containsExactly(new Finding(Finding.Kind.ENTRY_CHANGED, "forms.json"));
        byte[] resigned = parts.copy().link(3, parts.link(2)).signed(key);
        assertThat(findings(resigned)).containsExactly(new Finding(Finding.Kind.LINK_CHANGED, "links/000003.txt"));
        byte[] strange = parts.copy().signed(SealingKey.generate("giaoviec"));
        assertThat(findings(strange)).containsExactly(new Finding(Finding.Kind.MANIFEST_UNSIGNED, "manifest.sig"));
        assertThat(findings(Arrays.copyOf(genuine, genuine.length - 1)))
                .containsExactly(new Finding(Finding.Kind.CONTAINER_CHANGED, "ZIP"));
    }

    @Test
    void whatIsTooLargeIsRefusedUnread() throws IOException {
        CaseFileParts parts = CaseFileParts.of(genuine);
        SealingKey key = SealingKey.read(Files.readString(auditFolder.resolve("seal.key")));
        String link = CaseFileVerification.entryOf(1);
        assertThat(findings(parts.copy().put(link, new byte[1024 * 1024 + 1]).signed(key)))
                .containsExactly(new Finding(Finding.Kind.CONTAINER_CHANGED, link));
        assertThat(findings(parts.copy()
                        .put("facts.jsonl", new byte[64 * 1024 * 1024 + 1])
                        .signed(key)))
                .containsExactly(new Finding(Finding.Kind.CONTAINER_CHANGED, "facts.jsonl"));
        List<Map.Entry<String, byte[]>> many = new ArrayList<>();
        for (int i = 0; i <= 50_000; i++) {
            many.add(Map.entry("f" + i, new byte[0]));
        }
        assertThat(findings(CaseFileParts.zip(many)))
                .containsExactly(new Finding(Finding.Kind.CONTAINER_CHANGED, "ZIP"));
    }

    private List<Finding> findings(byte[] file) throws IOException {
        Path path = folder.resolve("F.zip");
        Files.write(path, file);
        return CaseFileVerification.of(path, keys, null).findings();
    }
}
