package vn.giaoviec.shared;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Vietnamese text as people type it in a hurry: small letters, no marks. {@code Sở Tài chính} becomes {@code so tai chinh}. */
public final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    /** The text without marks and case; punctuation stays. */
    public static String of(String text) {
        String parts = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        // the bar of đ is no mark of its own in Unicode
        return MARKS.matcher(parts).replaceAll("").replace('đ', 'd');
    }

    /** The words of a text, folded. */
    public static List<String> words(String text) {
        return Stream.of(NO_WORD.split(of(text), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
