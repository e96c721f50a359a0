package vn.giaoviec.annex;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the pages, without what the pages need. */
final class Messages {
    private final ResourceBundle words;

    Messages(String language) {
        words = ResourceBundle.getBundle(
                "messages.messages",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(String key, Object... args) {
        return new MessageFormat(words.getString(key), words.getLocale()).format(args);
    }

    /** What a warning says, behind the column it concerns. */
    String of(Warning warning) {
        String text = of(warning.key(), warning.args().toArray());
        return warning.column() == null ? text : of("annexColumn." + warning.column()) + ": " + text;
    }
}
