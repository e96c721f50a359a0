package vn.giaoviec.annex;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a target wants: “≥ 90%”, “trên 60%”, “phấn đấu đạt 100%”, “từ 40% trở lên”, “40 - 50”. */
final class FigurePhrase {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final int LONGEST = 400;
    private static final String NUMBER = "(\\d{1,3}(?:\\.\\d{3}){2,4}|\\d{1,12}(?:[.,]\\d{1,4})?)";
    private static final Pattern FIGURE = Pattern.compile("^(?<before>[^\\d]*?)" + NUMBER
            + "\\s*%?(?:\\s*(?:-|–|đến)\\s*" + NUMBER + ")?\\s*(?<measure>%|‰|[^\\d]{0,60})$");
    private static final Pattern AT_LEAST =
            Pattern.compile("≥|>=|tối thiểu|ít nhất|trở lên|không dưới|không thấp hơn|từ(?!\\p{L})");
    private static final Pattern MORE = Pattern.compile(">|trên|hơn|vượt");
    private static final Pattern LESS = Pattern.compile("≤|<|dưới|tối đa|không quá|không vượt|giảm");
    private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

    private FigurePhrase() {}

    /** The figure; empty if there is none, or more than one way to read it. */
    static Optional<AnnexTarget.Figure> read(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String text = written.strip()
                .toLowerCase(VIETNAMESE)
                .replaceAll("[\\s.;]+$", "")
                .replaceAll("\\s+", " ");
        Matcher figure = FIGURE.matcher(text);
        if (!figure.matches()) {
            return Optional.empty();
        }
        String first = figure.group(2);
        String second = figure.group(3);
        if (AMBIGUOUS.matcher(first).matches()
                || (second != null && AMBIGUOUS.matcher(second).matches())) {
            return Optional.empty();
        }
        String words =
                text.replace("không thấp hơn", "≥").replace("không dưới", "≥").replace("không quá", "<");
        if (LESS.matcher(words).find()) {
            return Optional.empty();
        }
        BigDecimal from = number(first);
        BigDecimal to = second == null ? null : number(second);
        String measure = figure.group("measure").replaceFirst("trở lên", "").strip();
        boolean percent = text.contains("%");
        String operator = AT_LEAST.matcher(words).find() || to != null
                ? ">="
                : MORE.matcher(words).find()
                        ? ">"
                        : (percent && from.intValue() == 100) || words.contains("=") ? "=" : ">=";
        return Optional.of(new AnnexTarget.Figure(
                operator, from, to, percent ? "%" : measure.isEmpty() ? null : measure, text.contains("phấn đấu")));
    }

    /** Whether a figure stands without a word that says whether it is reached at it, or only above. */
    static boolean saysNoOperator(String written) {
        String text = written.toLowerCase(VIETNAMESE);
        return !AT_LEAST.matcher(text).find()
                && !MORE.matcher(text).find()
                && !text.contains("=")
                && !text.contains("100");
    }

    private static BigDecimal number(String written) {
        boolean grouped = written.matches("\\d{1,3}(\\.\\d{3}){2,4}");
        return new BigDecimal((grouped ? written.replace(".", "") : written).replace(',', '.'));
    }
}
