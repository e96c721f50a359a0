package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a number as people write it: {@code 1.234,5} in Vietnamese or {@code 1234.5} plainly. What one notation reads as a
 * thousand and the other as a fraction ({@code 1.234}, {@code 1,234}) is not guessed.
 */
final class NumberPhrase {
    private static final Pattern AMBIGUOUS = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,14}(\\.\\d{1,4})?");
    private static final Pattern VIETNAMESE =
            Pattern.compile("-?(\\d{1,14}|[1-9]\\d{0,2}(\\.\\d{3}){1,3})(,\\d{1,4})?");

    private NumberPhrase() {}

    /** Whether it could be two numbers. */
    static boolean isAmbiguous(String words) {
        return AMBIGUOUS.matcher(words).matches();
    }

    /** The number, of at most 14 digits and four decimals; empty if it is none, or could be two. */
    static Optional<BigDecimal> read(String words) {
        if (isAmbiguous(words)) {
            return Optional.empty();
        }
        if (PLAIN.matcher(words).matches()) {
            return Optional.of(new BigDecimal(words));
        }
        return VIETNAMESE.matcher(words).matches()
                ? Optional.of(new BigDecimal(words.replace(".", "").replace(',', '.')))
                : Optional.empty();
    }
}
