package vn.giaoviec.plan;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import vn.giaoviec.shared.Text;

/**
 * One mapping of a plan file with its line, read value by value. A value that is missing or of the wrong form becomes a
 * problem with its line, and a harmless stand-in is returned, so that one reading finds every problem.
 */
final class Entry {
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Problems problems;
    private final int line;

    Entry(Node node, Problems problems) {
        this.problems = problems;
        this.line = lineOf(node);
        if (!(node instanceof MappingNode mapping)) {
            problems.add(line, "planFile.notAMapping");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, tuple.getValueNode()) != null) {
                problems.add(lineOf(tuple.getKeyNode()), "planFile.duplicateKey", key);
            }
            keyLines.put(key, lineOf(tuple.getKeyNode()));
        }
    }

    int line() {
        return line;
    }

    /** The line of a key, or of the entry if the key is missing. */
    int line(String key) {
        return keyLines.getOrDefault(key, line);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String string(String key) {
        String value = optionalString(key);
        if (value == null) {
            problems.add(line, "planFile.missing", key);
            return "";
        }
        return value;
    }

    @Nullable String optionalString(String key) {
        read.add(key);
        Node node = values.get(key);
        if (node == null) {
            return null;
        }
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            problems.add(line(key), "planFile.notAText", key);
            return "";
        }
        return scalar.getValue().strip();
    }

    /** As the database can hold it. */
    String string(String key, int longest) {
        return fitting(key, string(key), longest);
    }

    /** What may be empty, but not left out. */
    String stringOrBlank(String key, int longest) {
        read.add(key);
        return values.get(key) instanceof ScalarNode scalar
                ? fitting(key, scalar.getValue().strip(), longest)
                : string(key);
    }

    @Nullable String optionalString(String key, int longest) {
        String value = optionalString(key);
        return value == null ? null : fitting(key, value, longest);
    }

    private String fitting(String key, String value, int longest) {
        if (value.length() > longest) {
            problems.add(line(key), "planFile.tooLong", key, value.length(), longest);
        }
        return value;
    }

    Text text(String key, int longest) {
        Entry text = entry(key);
        Text value = new Text(text.string("vi", longest), text.string("en", longest));
        text.done();
        return value;
    }

    int integer(String key) {
        String value = string(key);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException wrong) {
            problems.add(line(key), "planFile.notANumber", key, value);
            return 0;
        }
    }

    @Nullable Integer optionalInteger(String key) {
        return has(key) ? integer(key) : null;
    }

    @Nullable BigDecimal optionalDecimal(String key) {
        String value = optionalString(key);
        if (value == null) {
            return null;
        }
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException wrong) {
            problems.add(line(key), "planFile.notANumber", key, value);
            return BigDecimal.ZERO;
        }
    }

    boolean flag(String key) {
        String value = optionalString(key);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            problems.add(line(key), "planFile.notABoolean", key, value);
        }
        return "true".equals(value);
    }

    LocalDate date(String key) {
        LocalDate date = optionalDate(key);
        if (date == null) {
            problems.add(line, "planFile.missing", key);
            return LocalDate.EPOCH;
        }
        return date;
    }

    @Nullable LocalDate optionalDate(String key) {
        String value = optionalString(key);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException wrong) {
            problems.add(line(key), "planFile.notADate", key, value);
            return LocalDate.EPOCH;
        }
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> choices) {
        String value = string(key);
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(value.toUpperCase(Locale.ROOT))) {
                return choice;
            }
        }
        problems.add(line(key), "planFile.notAChoice", key, value, List.of(choices.getEnumConstants()));
        return choices.getEnumConstants()[0];
    }

    Entry entry(String key) {
        read.add(key);
        Node node = values.get(key);
        if (node == null) {
            problems.add(line, "planFile.missing", key);
            return new Entry(new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK), Problems.ignored());
        }
        return new Entry(node, problems);
    }

    List<Entry> entries(String key) {
        return items(key).stream().map(item -> new Entry(item, problems)).toList();
    }

    List<String> strings(String key) {
        List<String> strings = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar) {
                strings.add(scalar.getValue());
            } else {
                problems.add(lineOf(item), "planFile.notAText", key);
            }
        }
        return strings;
    }

    /** A mapping of codes to whole numbers, in the order of the file. */
    Map<String, Integer> numbers(String key) {
        Entry entry = entry(key);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        entry.values.keySet().forEach(code -> numbers.put(code, entry.integer(code)));
        return numbers;
    }

    /** Reports keys nobody asked for: most often a misspelling. */
    void done() {
        keyLines.forEach((key, keyLine) -> {
            if (!read.contains(key)) {
                problems.add(keyLine, "planFile.unknownKey", key);
            }
        });
    }

    private List<Node> items(String key) {
        read.add(key);
        Node node = values.get(key);
        if (node == null) {
            problems.add(line, "planFile.missing", key);
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            problems.add(line(key), "planFile.notAList", key);
            return List.of();
        }
        return sequence.getValue();
    }

    private static int lineOf(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }
}
