package vn.giaoviec.annex;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.giaoviec.shared.Folded;

/** The word lists of this module, which are data: see {@code src/main/resources/annex}. */
final class WordLists {
    private WordLists() {}

    /** A list by its name: plain maps, lists and texts. */
    static Map<String, Object> load(String name) {
        try (InputStream file = Objects.requireNonNull(WordLists.class.getResourceAsStream("/annex/" + name), name)) {
            Map<String, Object> list = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return list;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The texts under a key; none if it is not there. */
    static List<String> texts(Map<?, ?> list, Object key) {
        return list.get(key) instanceof List<?> texts
                ? texts.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The maps under a key. */
    static List<Map<?, ?>> maps(Map<?, ?> list, String key) {
        return list.get(key) instanceof List<?> entries
                ? entries.stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList()
                : List.of();
    }

    /** A text in small letters without marks and signs, one blank between its words. */
    static String folded(String text) {
        return String.join(" ", Folded.words(text));
    }
}
