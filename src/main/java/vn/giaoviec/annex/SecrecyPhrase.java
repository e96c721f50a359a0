package vn.giaoviec.annex;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.giaoviec.shared.Folded;

/**
 * Tells marks of state secrets (Mật, Tối mật, Tuyệt mật) from words that only speak of secrecy, as “bảo mật”, “bí mật nhà
 * nước” or “mật khẩu” do.
 */
final class SecrecyPhrase {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Pattern COULD_BE = Pattern.compile("[ậẬ]\\s?[tT]");
    private static final String LEVEL = "(?:TUYỆT\\s+MẬT|TỐI\\s+MẬT|M\\s?Ậ\\s?T)";
    /** All of a line or cell. */
    private static final Pattern ALONE =
            Pattern.compile("[\\[(“\"*\\-\\s]*(?:(?:ĐỘ|MỨC ĐỘ|DẤU)\\s+MẬT\\s*:?\\s*)?" + LEVEL + "[])”\"*.\\-\\s]*");

    private static final Pattern STATED =
            Pattern.compile("(?<!\\p{L})(?:ĐỘ|MỨC ĐỘ|DẤU)\\s+MẬT\\s*:\\s*" + LEVEL + "(?!\\p{L})");
    private static final Pattern DOCUMENT =
            Pattern.compile("(?:TÀI LIỆU|VĂN BẢN|HỒ SƠ|KẾ HOẠCH)\\s+" + LEVEL + "[\\s.]*");
    /** In capitals within other words: a stamp. */
    private static final Pattern STAMP = Pattern.compile("(?<![\\p{L}])(TUYỆT MẬT|TỐI MẬT|MẬT)(?![\\p{L}])");

    private static final Pattern SPEAKS_OF_IT = Pattern.compile("(?:BÍ|BẢO|CƠ)\\s+MẬT|MẬT\\s+(?:KHẨU|ĐỘ|MÃ|THIẾT|ONG)");
    private static final Pattern BRACKETED = Pattern.compile("[(\\[]\\s*" + LEVEL + "\\s*[)\\]]");

    private SecrecyPhrase() {}

    /** Whether a line or a cell bears a mark. */
    static boolean isMark(String text) {
        if (!COULD_BE.matcher(text).find()) {
            return false;
        }
        for (String line : text.split("\n", -1)) {
            String capitals = line.strip().toUpperCase(VIETNAMESE);
            if (ALONE.matcher(capitals).matches()
                    || STATED.matcher(capitals).find()
                    || DOCUMENT.matcher(capitals).matches()
                    || BRACKETED.matcher(line).find()) {
                return true;
            }
            String plain = SPEAKS_OF_IT.matcher(line).replaceAll("");
            boolean shouted = line.equals(capitals);
            if (!shouted && STAMP.matcher(plain).find()) {
                return true;
            }
        }
        return false;
    }

    /** Whether what stands in a column for the level of secrecy names one: all but “no”. */
    static boolean isLevel(String text) {
        String plain = String.join(" ", Folded.words(text));
        return !plain.isEmpty() && !plain.matches("khong( mat)?|thuong|binh thuong|0|khong co|cong khai|n a");
    }
}
