package vn.giaoviec.shared;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Questions with a limit of their own, asked as one. Each goes along an index and ends where it has as much as is shown:
 * whatever is first of all is among the first of one of them.
 */
public final class Union {
    private Union() {}

    /**
     * What several questions find, each line once. Each lies one deeper than SQL needs: H2 keeps what a limited part of a
     * union came to, whatever its limit is the next time.
     *
     * @param columns that each of them answers with
     */
    public static String of(String columns, Collection<String> questions) {
        return questions.stream()
                .map(question -> "select " + columns + " from (" + question + ") part")
                .collect(Collectors.joining(" union "));
    }

    /**
     * The same question for each of several values.
     *
     * @param question with the value's number where its parameter is named, for example {@code :group%d}
     */
    public static List<String> each(String question, Collection<?> values) {
        return IntStream.range(0, values.size()).mapToObj(question::formatted).toList();
    }

    /** The parameters of such questions: of the first value {@code group0}. */
    public static Map<String, Object> named(String parameter, Collection<?> values) {
        Map<String, Object> named = new LinkedHashMap<>();
        values.forEach(value -> named.put(parameter + named.size(), value));
        return named;
    }
}
