package vn.giaoviec.shared;

import java.util.Locale;

/**
 * A name that is data, in both languages. Vietnamese is the official wording, English a reading aid.
 *
 * @param vi the Vietnamese text
 * @param en the English text
 */
public record Text(String vi, String en) {
    /** The wording for a reader of that language; anything but English reads Vietnamese. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : vi;
    }
}
