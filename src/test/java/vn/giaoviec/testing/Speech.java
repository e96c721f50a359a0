package vn.giaoviec.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** What our pages say in one language, and whether a page says anything in the other. */
public final class Speech {
    private static final Pattern VIETNAMESE = Pattern.compile("[ăâđêôơưĂÂĐÊÔƠƯ\\u0300\\u0301\\u0303\\u0309\\u0323]");
    private static final Pattern DOCUMENTATION = Pattern.compile("<bpmn:documentation>([^<]+)</bpmn:documentation>");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");

    private final String language;
    private final MessageSource messages;

    public Speech(String language, MessageSource messages) {
        this.language = language;
        this.messages = messages;
    }

    public String language() {
        return language;
    }

    /** The words of a message. */
    public String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.forLanguageTag(language));
    }

    /**
     * Lines that a reader of this language cannot have been meant to read: in English whatever has Vietnamese letters, in
     * Vietnamese whatever is word for word an English message.
     *
     * @param data words that are the same in every language, such as names of people
     */
    public List<String> foreign(String page, Collection<String> data) {
        // a name that is part of another goes last
        List<String> longestFirst = data.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        Predicate<String> foreign = language.equals("en") ? Speech::isVietnamese : english()::contains;
        List<String> found = new ArrayList<>();
        for (String line : page.split("\\R", -1)) {
            String words = line;
            for (String name : longestFirst) {
                words = words.replace(name, "");
            }
            if (foreign.test(words.strip())) {
                found.add(line);
            }
        }
        return found;
    }

    /**
     * What the engine keeps in Vietnamese alone, so that Tasklist shows it to every reader: names in the models, what they say
     * is to be done at a step, and the names of its lists.
     */
    public static Set<String> keptByTheEngine() {
        Set<String> kept = values("bpmn_vi");
        Properties vietnamese = load("messages_vi");
        vietnamese.stringPropertyNames().stream()
                .filter(key -> key.startsWith("filter."))
                .map(vietnamese::getProperty)
                .forEach(kept::add);
        try (Stream<Path> models = Files.walk(Path.of("bpmn"))) {
            for (Path model :
                    models.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                DOCUMENTATION
                        .matcher(Files.readString(model))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(kept::add);
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return kept;
    }

    private static boolean isVietnamese(String line) {
        return VIETNAMESE
                .matcher(Normalizer.normalize(line, Normalizer.Form.NFD) + line)
                .find();
    }

    private static Set<String> english() {
        Set<String> english = Stream.of("messages", "bpmn")
                .flatMap(bundle -> values(bundle).stream())
                .filter(words -> words.length() > 2 && !words.contains("{"))
                .collect(Collectors.toSet());
        english.removeAll(values("messages_vi"));
        english.removeAll(values("bpmn_vi"));
        return english;
    }

    private static Set<String> values(String bundle) {
        return load(bundle).values().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private static Properties load(String bundle) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle + ".properties"))) {
            properties.load(reader);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return properties;
    }
}
