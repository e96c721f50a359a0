package vn.giaoviec.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.json.JsonParserFactory;

/** Vietnamese first, English by switch, nothing said in code. */
class LanguageTest {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "bpmn"})
    void bothLanguagesHaveTheSameKeys(String bundle) throws IOException {
        assertThat(keys(bundle + "_vi.properties")).isEqualTo(keys(bundle + ".properties"));
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        Properties vietnamese = load("messages_vi.properties");
        Properties english = load("messages.properties");
        for (String key : vietnamese.stringPropertyNames()) {
            assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(vietnamese.getProperty(key)));
        }
    }

    @Test
    void everyRefusalAndReasonHasWords() throws IOException {
        Set<String> known = keys("messages_vi.properties");
        assertThat(known)
                .containsAll(
                        quoted(
                                JAVA,
                                "\"((?:refusal|planFile|calendarFile|calendarHint|moved|annexWarning|intakeWarning|import)\\.[A-Za-z]+)\""));
    }

    @Test
    void everyMessageATemplateNamesExists() throws IOException {
        Set<String> known = keys("messages_vi.properties");
        known.addAll(keys("bpmn_vi.properties"));
        assertThat(known).containsAll(quoted(TEMPLATES, "#\\{([A-Za-z0-9.]+)[(}]"));
    }

    @Test
    void everyFieldOptionAndFlagOfTheModelsHasALabel() throws IOException {
        Set<String> known = keys("messages_vi.properties");
        Set<String> wanted = new TreeSet<>();
        for (MatchResult found : find(Path.of("bpmn"), "<camunda:property name=\"(\\w+)\" value=\"([^\"]*)\"")) {
            String value = found.group(2);
            switch (found.group(1)) {
                case "options" -> Stream.of(value.split(",", -1)).forEach(option -> wanted.add("option." + option));
                case "fields" -> {
                    matches(value, "(\\w+):").forEach(field -> wanted.add("field." + field));
                    matches(value, "[(|](\\w+)").forEach(flag -> wanted.add("flag." + flag));
                }
                default -> {
                    // other properties are not shown
                }
            }
        }
        assertThat(wanted).isNotEmpty();
        assertThat(known).containsAll(wanted);
    }

    @Test
    void javaContainsNoVietnamese() throws IOException {
        // string literals only: a comment may cite a regulation
        Pattern literal = Pattern.compile("\"[^\"\\n]*[à-ỹÀ-ỸđĐ][^\"\\n]*\"");
        for (Path file : files(JAVA, ".java")) {
            if (file.toString().endsWith("Phrase.java")) {
                // what reads Vietnamese has to name what it reads; it shows nothing
                continue;
            }
            assertThat(literal.matcher(Files.readString(file)).results().map(MatchResult::group))
                    .as("%s", file)
                    .isEmpty();
        }
    }

    @Test
    void templatesSayNothingThemselves() throws IOException {
        Pattern markup = Pattern.compile(
                "(?s)<!--.*?-->|<script.*?</script>|<style.*?</style>|<(?:[^>\"]|\"[^\"]*\")*>|\\[\\[.*?]]");
        for (Path file : files(TEMPLATES, ".html")) {
            String words = markup.matcher(Files.readString(file)).replaceAll(" ");
            assertThat(words.replaceAll("&\\w+;", "")
                            .chars()
                            .filter(Character::isLetter)
                            .count())
                    .as(
                            "letters outside of messages in %s: %s",
                            file, words.strip().replaceAll("\\s+", " "))
                    .isLessThanOrEqualTo("SHA".length() * 4L);
        }
    }

    @Test
    void tasklistSpeaksVietnamese() throws IOException {
        Path vietnamese = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/locales/vi.json");
        String english;
        try (var file = LanguageTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/camunda/app/tasklist/locales/en.json")) {
            english = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(labels(Files.readString(vietnamese))).isEqualTo(labels(english));
    }

    private static Set<String> labels(String json) {
        Object labels = JsonParserFactory.getJsonParser()
                .parseMap(json.replace("\uFEFF", ""))
                .get("labels");
        return new TreeSet<>(((Map<?, ?>) Objects.requireNonNull(labels))
                .keySet().stream().map(String::valueOf).toList());
    }

    private static Set<String> keys(String bundle) throws IOException {
        return new TreeSet<>(load(bundle).stringPropertyNames());
    }

    private static Properties load(String bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> arguments(String message) {
        return matches(message, "\\{(\\d)[,}]").collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> quoted(Path root, String pattern) throws IOException {
        return find(root, pattern).stream().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<MatchResult> find(Path root, String pattern) throws IOException {
        Pattern compiled = Pattern.compile(pattern);
        return files(root, "").stream()
                .flatMap(file -> {
                    Matcher matcher = compiled.matcher(read(file));
                    return matcher.results();
                })
                .toList();
    }

    private static Stream<String> matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Path> files(Path root, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .toList();
        }
    }
}
