package vn.giaoviec.plan;

import java.util.stream.Collectors;
import vn.giaoviec.shared.Folded;

/** By which words an assignment is found: its year, its code and its title in both languages. */
final class SearchedWords {
    private SearchedWords() {}

    /** Each word once, folded, with a space before it. */
    static String of(int year, String code, String titleVi, String titleEn) {
        return Folded.words(year + " " + code + " " + titleVi + " " + titleEn).stream()
                .distinct()
                .map(word -> " " + Folded.ascii(word))
                .collect(Collectors.joining());
    }
}
