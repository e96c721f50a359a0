package vn.giaoviec.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tree promises about its files. */
class FilesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final int README_LINES = 120;

    @ParameterizedTest
    @ValueSource(strings = {"static/vendor", "fonts"})
    void vendoredFilesAreUnaltered(String folder) throws IOException, NoSuchAlgorithmException {
        Path vendor = RESOURCES.resolve(folder);
        List<String> locked = Files.readAllLines(vendor.resolve("vendor.lock")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        for (String line : locked) {
            String[] parts = line.split("\\s+", -1);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(vendor.resolve(parts[1])));
            assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
        }
        try (Stream<Path> files = Files.walk(vendor)) {
            assertThat(files.filter(Files::isRegularFile).count()).isEqualTo(locked.size() + 1L);
        }
    }

    @Test
    void everyLinkOfTheDocumentsLeadsToAFile() throws IOException {
        Pattern link = Pattern.compile("]\\(([^)#:]+)\\)");
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            List<Path> texts = Stream.concat(docs, Stream.of(Path.of("README.md")))
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
            for (Path file : texts) {
                Matcher matcher = link.matcher(Files.readString(file));
                while (matcher.find()) {
                    assertThat(file.toAbsolutePath().resolveSibling(matcher.group(1)))
                            .as("link in %s", file)
                            .exists();
                }
            }
        }
    }

    @Test
    void theReadmeStaysShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(README_LINES);
    }
}
