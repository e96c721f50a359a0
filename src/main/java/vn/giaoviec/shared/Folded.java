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

    /**
     * Folded words in signs of one byte, which servers compare fastest: a letter that is none, such as a Greek one, is
     * written by its number in capitals, {@code {DLB}}, so that nothing else is found in it.
     */
    public static String ascii(String folded) {
        StringBuilder signs = new StringBuilder();
        folded.codePoints().forEach(sign -> {
            if (sign < 0x80) {
                signs.append((char) sign);
            } else {
                signs.append('{');
                Integer.toHexString(sign)
                        .chars()
                        .forEach(digit -> signs.append((char) ('A' + Character.digit(digit, 16))));
                signs.append('}');
            }
        });
        return signs.toString();
    }
}
