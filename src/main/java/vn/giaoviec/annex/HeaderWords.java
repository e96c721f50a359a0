package vn.giaoviec.annex;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells columns by the words above them. */
final class HeaderWords {
    private static final int LONGEST = 14;
    private static final int MOST_LETTERS = 120;
    private static final int MOST_ASKED = 10_000;
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
    private static final Pattern YEAR = Pattern.compile(" (?:(?:cua |trong |ke hoach )?nam )?20\\d\\d$| nam$");

    private final Map<String, Word> words = new HashMap<>();
    private final Map<String, Optional<Hit>> asked = new HashMap<>();

    HeaderWords() {
        Map<String, Object> list = WordLists.load("headers.yaml");
        for (String key : list.keySet()) {
            for (String synonym : WordLists.texts(list, key)) {
                words.put(WordLists.folded(synonym), Word.valueOf(key.toUpperCase(Locale.ROOT)));
            }
        }
    }

    /** What a header says, or nothing. */
    Optional<Hit> read(String header) {
        if (header.length() > MOST_LETTERS) {
            return Optional.empty();
        }
        if (asked.size() > MOST_ASKED) {
            asked.clear();
        }
        return asked.computeIfAbsent(header, this::look);
    }

    private Optional<Hit> look(String header) {
        String all = WordLists.folded(header);
        String outside = WordLists.folded(IN_BRACKETS.matcher(header).replaceAll(" "));
        for (String plain : new String[] {all, outside, YEAR.matcher(outside).replaceFirst("")}) {
            Word exact = words.get(plain);
            if (exact != null) {
                return Optional.of(new Hit(exact, true, plain.length()));
            }
        }
        if (outside.isEmpty() || outside.split(" ", -1).length > LONGEST) {
            return Optional.empty();
        }
        boolean helps = outside.contains("phoi hop") && !outside.contains("chu tri");
        return words.entrySet().stream()
                .filter(word -> word.getValue() != Word.START && !(helps && word.getValue() == Word.LEAD))
                .filter(word ->
                        word.getKey().contains(" ") && (" " + outside + " ").contains(" " + word.getKey() + " "))
                .max(Map.Entry.comparingByKey((one, other) -> Integer.compare(one.length(), other.length())))
                .map(word -> new Hit(word.getValue(), false, word.getKey().length()));
    }

    /** Which column each header is, in a table that holds tasks or targets. */
    static Map<AnnexColumn, Integer> columns(Map<Integer, Hit> hits, AnnexTable.Kind kind) {
        Map<AnnexColumn, Integer> columns = new EnumMap<>(AnnexColumn.class);
        Map<AnnexColumn, Hit> best = new EnumMap<>(AnnexColumn.class);
        hits.forEach((at, hit) -> {
            AnnexColumn column = hit.word.in(kind, hits.values());
            if (column == null) {
                return;
            }
            Hit before = best.get(column);
            if (before == null || (hit.exact && !before.exact)) {
                best.put(column, hit);
                columns.put(column, at);
            }
        });
        return columns;
    }

    /** What the headers together list, or nothing: then they are none. */
    static Optional<AnnexTable.Kind> kind(Collection<Hit> hits) {
        boolean title = has(hits, Word.TITLE);
        boolean indicator = has(hits, Word.INDICATOR);
        boolean measured = has(hits, Word.MEASURE) && !has(hits, Word.DELIVERABLE) && !has(hits, Word.DEADLINE);
        if (title && !(measured && (indicator || has(hits, Word.FIGURE)))) {
            return Optional.of(AnnexTable.Kind.TASKS);
        }
        return title || indicator ? Optional.of(AnnexTable.Kind.TARGETS) : Optional.empty();
    }

    private static boolean has(Collection<Hit> hits, Word word) {
        return hits.stream().anyMatch(hit -> hit.word == word);
    }

    /**
     * @param word what it says
     * @param exact whether it says that and nothing else
     * @param length how much of it was recognised
     */
    record Hit(Word word, boolean exact, int length) {}

    /** What a header may say; what it means depends on its table. */
    enum Word {
        NUMBER,
        CODE,
        TITLE,
        INDICATOR,
        LEAD,
        BODY,
        ROOM,
        COORDINATING,
        START,
        DEADLINE,
        DAYS,
        DELIVERABLE,
        QUANTITY,
        INDICATORS,
        SUPPORT,
        FUNDING,
        NOTE,
        BASIS,
        SECRECY,
        MEASURE,
        FIGURE,
        SOURCE;

        private @org.jspecify.annotations.Nullable AnnexColumn in(AnnexTable.Kind kind, Collection<Hit> hits) {
            boolean targets = kind == AnnexTable.Kind.TARGETS;
            return switch (this) {
                case TITLE -> AnnexColumn.TITLE;
                case INDICATOR ->
                    !targets ? AnnexColumn.INDICATORS : has(hits, TITLE) ? AnnexColumn.FIGURE : AnnexColumn.TITLE;
                case BODY ->
                    targets && !has(hits, MEASURE) ? AnnexColumn.MEASURE : has(hits, LEAD) ? null : AnnexColumn.LEAD;
                case DELIVERABLE -> targets && !has(hits, FIGURE) ? AnnexColumn.FIGURE : AnnexColumn.DELIVERABLE;
                case QUANTITY -> has(hits, DELIVERABLE) ? AnnexColumn.QUANTITY : AnnexColumn.DELIVERABLE;
                default -> AnnexColumn.valueOf(name());
            };
        }
    }
}
