package vn.giaoviec.intake;

import java.text.Normalizer;

/** Whether two texts differ in more than blanks, which no office means. */
final class SameWords {
    private SameWords() {}

    static boolean are(String one, String other) {
        return plain(one).equals(plain(other));
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }
}
