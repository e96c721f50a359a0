package vn.giaoviec.annex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds phone numbers, e-mail addresses and names of persons in a cell, and takes them out. */
final class PersonPhrase {
    /** What stands where something was taken out. */
    static final String GONE = "[…]";

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}");
    /** A day written with dots or dashes is no number to call. */
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\d/,])(?<!\\d\\.)(?!\\d{1,2}[.-]\\d{1,2}[.-]\\d{4})"
                    + "(?:(?:\\+|00)84[ .-]?\\(?\\d(?:[ .()-]{0,2}\\d){8,9}|\\(?0(?=[235789])(?:[ .()-]{0,2}\\d){9,10})(?![\\d/])");

    private static final String WORD = "\\p{Lu}[\\p{L}]*";
    private static final String NAME = WORD + "(?:[ \\u00a0]" + WORD + "){1,4}";
    private static final Pattern ADDRESSED = Pattern.compile(
            "(?<!\\p{L})((?:[ĐđĐ]/c|[ĐđĐ]\\.c|[Đđ]ồng chí|ĐỒNG CHÍ|[Ôô]ng|ÔNG|[Bb]à|BÀ|[Ôô]ng/[Bb]à|[Ôô]ng \\([Bb]à\\)|[Aa]nh|[Cc]hị|[Mm]r\\.?|[Mm]s\\.?)[.:]? ?)("
                    + NAME + ")");
    private static final Pattern LABELLED = Pattern.compile(
            "((?:[Hh]ọ(?: và)? tên|HỌ(?: VÀ)? TÊN|[Nn]gười liên hệ|[Nn]gười phụ trách|[Đđ]ầu mối(?: liên hệ)?|[Cc]án bộ(?: phụ trách| đầu mối)?|[Cc]huyên viên|[Ll]iên hệ)\\s*[:\\-–]\\s*)("
                    + NAME + ")");
    private static final Pattern BESIDE = Pattern.compile(
            "(" + NAME
                    + ")(?=[\\s,;:(–-]{0,4}(?:(?:SĐT|ĐT|[Ss]ố điện thoại|[Đđ]iện thoại|[Dd]i động|DĐ|[Tt]el|[Mm]obile|[Ee]mail|[Zz]alo)[\\s.:]{0,3})?\\[…\\])");
    private static final Pattern OFFICE = Pattern.compile(
            "(?i)(?:phó|chủ tịch|giám đốc|bí thư|trưởng|chánh|thường trực|lãnh đạo|thủ trưởng|ủy viên|uỷ viên|tổng|rịa|hiệu trưởng|cục trưởng|chỉ huy|viện trưởng|phòng|sở|ban|trung tâm|văn phòng|ubnd|công an|hội|cục|trường)(?!\\p{L}).*");

    private PersonPhrase() {}

    /** The text without personal data; the same if there is none. */
    static String without(String text) {
        String clean = MAIL.matcher(text).replaceAll(GONE);
        clean = PHONE.matcher(clean).replaceAll(GONE);
        clean = names(ADDRESSED.matcher(clean));
        clean = names(LABELLED.matcher(clean));
        return BESIDE.matcher(clean)
                .replaceAll(found ->
                        Matcher.quoteReplacement(OFFICE.matcher(found.group(1)).matches() ? found.group(1) : GONE));
    }

    /** Whether all of a text is a person's name. */
    static boolean isName(String text) {
        return text.matches(NAME) && !OFFICE.matcher(text).matches();
    }

    private static String names(Matcher found) {
        return found.replaceAll(one ->
                Matcher.quoteReplacement(OFFICE.matcher(one.group(2)).matches() ? one.group() : one.group(1) + GONE));
    }
}
