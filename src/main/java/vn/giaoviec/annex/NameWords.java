package vn.giaoviec.annex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.giaoviec.shared.Folded;

/** The words of a body's name that count, and whether written words shorten a name. */
final class NameWords {
    private static final Set<String> EMPTY_WORDS = Set.of("va", "cac", "cua", "thuoc");
    private static final Set<String> EMPTY_PAIRS = Set.of("viet nam", "chi nhanh");
    private static final String PROVINCE = "tinh";
    private static final Set<String> NAMES_A_PLACE = Set.of("pho", "hoc", "huyen", "xa", "phuong", "cap");
    private static final int SHORTEST = 3;
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("ubnd", "uy ban nhan dan"),
            Map.entry("tp", "thanh pho"),
            Map.entry("tx", "thi xa"),
            Map.entry("bql", "ban quan ly"),
            Map.entry("vp", "van phong"),
            Map.entry("vpubnd", "van phong uy ban nhan dan"),
            Map.entry("dh", "dai hoc"),
            Map.entry("kkt", "khu kinh te"),
            Map.entry("kcn", "khu cong nghiep"),
            Map.entry("cntt", "cong nghe thong tin"),
            Map.entry("mttq", "mat tran to quoc"),
            Map.entry("htx", "hop tac xa"),
            Map.entry("bch", "bo chi huy"));

    private final List<List<String>> provinces;

    NameWords(List<String> provinces) {
        this.provinces = provinces.stream().map(Folded::words).toList();
    }

    /** The words that tell one body from another: none that are in every name, no province behind them. */
    List<String> of(String name) {
        List<String> words = new ArrayList<>();
        for (String word : Folded.words(name)) {
            words.addAll(List.of(SHORT.getOrDefault(word, word).split(" ", -1)));
        }
        for (List<String> province : provinces) {
            int at = words.size() - province.size();
            if (at > 0
                    && words.subList(at, words.size()).equals(province)
                    && !NAMES_A_PLACE.contains(words.get(at - 1))) {
                words = new ArrayList<>(words.subList(0, at));
                break;
            }
        }
        List<String> counting = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (at + 1 < words.size() && EMPTY_PAIRS.contains(word + " " + words.get(at + 1))) {
                at++;
            } else if (!EMPTY_WORDS.contains(word) && !(word.equals(PROVINCE) && at > 0)) {
                counting.add(word);
            }
        }
        return counting;
    }

    /** Whether the written words are the name with some of its words shortened to their first letters. */
    static boolean shorten(List<String> written, List<String> name) {
        int letters = written.stream().mapToInt(String::length).sum();
        return letters >= SHORTEST && written.size() <= name.size() && shorten(written, 0, name, 0);
    }

    private static boolean shorten(List<String> written, int at, List<String> name, int from) {
        if (at == written.size()) {
            return from == name.size();
        }
        String word = written.get(at);
        if (from < name.size() && word.equals(name.get(from)) && shorten(written, at + 1, name, from + 1)) {
            return true;
        }
        return letters(word, 0, written, at, name, from);
    }

    /** The rest of a written word stands for the next words of the name, one or two letters for each. */
    private static boolean letters(String word, int done, List<String> written, int at, List<String> name, int from) {
        if (done == word.length()) {
            return shorten(written, at + 1, name, from);
        }
        if (from == name.size() || word.length() > 10) {
            return false;
        }
        for (int length = 1; length <= 2 && done + length <= word.length(); length++) {
            if (name.get(from).startsWith(word.substring(done, done + length))
                    && letters(word, done + length, written, at, name, from + 1)) {
                return true;
            }
        }
        return false;
    }

    /** How alike two names are, 0 to 100: the words they share, a slip of one letter forgiven. */
    static int likeness(List<String> one, List<String> other) {
        Map<String, Integer> left = new HashMap<>();
        other.forEach(word -> left.merge(word, 1, Integer::sum));
        int shared = 0;
        for (String word : one) {
            String same = left.containsKey(word)
                    ? word
                    : left.keySet().stream()
                            .filter(candidate -> isSlip(word, candidate))
                            .findFirst()
                            .orElse("");
            if (!same.isEmpty()) {
                shared++;
                left.computeIfPresent(same, (any, times) -> times == 1 ? null : times - 1);
            }
        }
        return 200 * shared / Math.max(1, one.size() + other.size());
    }

    private static boolean isSlip(String one, String other) {
        if (Math.min(one.length(), other.length()) < 4 || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int begin = 0;
        while (begin < Math.min(one.length(), other.length()) && one.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < Math.min(one.length(), other.length()) - begin
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - begin - end <= 1;
    }
}
