package vn.giaoviec.annex;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the rows of an annex beside tasks: numbers of every style, notes, totals, signatures, “as above”. */
final class LinePhrase {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Pattern END = Pattern.compile(
            "^(?:nơi nhận|tm\\.? ?(?:ủy ban|uỷ ban|ban chỉ đạo)|kt\\.? ?(?:chủ tịch|giám đốc)|tl\\.? ?chủ tịch|người lập|chủ tịch$|phó chủ tịch$|giám đốc$).*",
            Pattern.DOTALL);
    private static final Pattern NOTE = Pattern.compile(
            "^(?:\\*|\\(\\*+\\)|\\(\\d{1,2}\\) |ghi chú|chú thích|lưu ý|nguồn:|\\d{1,2} theo |tổng cộng|tổng số|cộng(?::|$)|tổng(?::|$)).*",
            Pattern.DOTALL);
    private static final Pattern TOTAL =
            Pattern.compile("^(?:tổng cộng|tổng số|cộng|tổng)(?:\\s*[:\\d(].*)?$", Pattern.DOTALL);
    private static final Pattern DITTO = Pattern.compile("^(?:[\"”“″〃]+|''|-?\\s?nt\\s?-?|như trên)$");
    private static final Pattern LEADING_MARK = Pattern.compile(
            "^(?:((?:nhóm|phần|mục) (?:[IVX]+|\\d{1,2}|[A-H]))[.:)]?|([IVX]{1,6}|[A-HĐ]|\\d{1,3}(?:\\.\\d{1,3}){0,4}|[a-zđ](?=\\)))[.:)/]?)\\s+(?=\\p{L}).*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BULLETED = Pattern.compile("[-–+•]\\s+\\p{L}.*", Pattern.DOTALL);
    private static final Pattern ITEMS = Pattern.compile("(?m)^\\s*(?:\\d{1,2}[.)]|[a-zđ]\\)|[-–+•])\\s+\\S");

    private LinePhrase() {}

    /** Whether a row is the signature under the table, or what comes after it. */
    static boolean ends(String text) {
        return END.matcher(text.strip().toLowerCase(VIETNAMESE)).matches();
    }

    /** Whether a row that says only this is a note or a total. */
    static boolean isNote(String text) {
        return NOTE.matcher(text.strip().toLowerCase(VIETNAMESE)).matches();
    }

    /** Whether a row whose title is this adds up others. */
    static boolean isTotal(String text) {
        return TOTAL.matcher(text.strip().toLowerCase(VIETNAMESE)).matches();
    }

    /** Whether a cell says what the one above says. */
    static boolean isDitto(String text) {
        return DITTO.matcher(text.strip().toLowerCase(VIETNAMESE)).matches();
    }

    /** The number with which a headline begins, or empty. */
    static String leadingMark(String text) {
        Matcher mark = LEADING_MARK.matcher(text);
        if (!mark.matches()) {
            return "";
        }
        return mark.group(1) != null ? mark.group(1) : mark.group(2);
    }

    /** Whether a number may stand under each headline anew. */
    static boolean isLocal(String mark) {
        return mark.matches("\\d{1,4}[.)]?|[a-zđ][.)]?|[IVX]+\\.?");
    }

    /** Whether it is no number, only a sign. */
    static boolean isBullet(String mark) {
        return mark.matches("[-–+•*]");
    }

    /** Whether a text is an item of a list without numbers. */
    static boolean beginsWithBullet(String text) {
        return BULLETED.matcher(text).matches();
    }

    /** How many numbered or dashed items a cell lists. */
    static int items(String text) {
        return (int) ITEMS.matcher(text).results().count();
    }

    /** How deep a number stands, less is higher: A, I, 1, 1.1, a), -. */
    static int level(String mark) {
        String plain = mark.strip().replaceFirst("[.:)/]+$", "");
        if (plain.isEmpty()) {
            return HEADLINE;
        }
        if (plain.matches("(?i)(nhóm|phần|mục) .*") || (plain.matches("[A-ZĐ]") && !plain.matches("[IVX]"))) {
            return 0;
        }
        int dots = (int) plain.chars().filter(sign -> sign == '.').count();
        if (plain.matches("[IVX]+(\\.\\d+)*")) {
            return 10 + 10 * dots;
        }
        if (plain.matches("[a-zđ]")) {
            return 60;
        }
        if (isBullet(plain)) {
            return 70;
        }
        return TASK + 5 * dots;
    }

    /** Of a headline without a number. */
    static final int HEADLINE = 15;

    /** Of a plain number, and of all deeper ones: what can be a task by itself. */
    static final int TASK = 20;
}
