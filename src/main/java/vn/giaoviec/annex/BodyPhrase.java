package vn.giaoviec.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a cell names bodies: who leads with whom, persons in office who stand for their unit, where one body may end. */
final class BodyPhrase {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern BULLET = Pattern.compile("(?m)^\\s*(?:[-–+•*]|\\d{1,2}[.)]|[a-zđ]\\))\\s+");
    private static final Pattern HARD = Pattern.compile(";|\\n\\s*(?=[-–+•*]\\s)|(?<=\\p{L}{4})\\.\\s+(?=\\p{Lu})");
    private static final Pattern SOFT = Pattern.compile("\\s*[,/\\n+]\\s*|\\s+và\\s+|\\s+-\\s+|\\s+–\\s+", FLAGS);
    private static final Pattern WITH = Pattern.compile(
            "^(?<lead>.*?)[,\\s]*(?:chủ trì[,:\\s]*(?:(?:và )?(?:phối hợp|cùng|phối hợp cùng)(?: với| cùng)?|với)|phối hợp(?:\\s*:| với| cùng)|cùng với)\\s+(?<rest>.+)$",
            FLAGS | Pattern.DOTALL);
    private static final Pattern LEADS = Pattern.compile(
            "^(?:đơn vị |cơ quan )?(?:chủ trì|đầu mối)\\s*:\\s*|[\\s(-]*(?:là )?(?:cơ quan |đơn vị )?(?:đồng |cùng )?(?:chủ trì|thường trực|làm đầu mối)(?: thực hiện)?[)\\s.]*$",
            FLAGS);
    private static final Pattern HELPS =
            Pattern.compile("^(.+?)[\\s(-]+(?:cùng )?phối hợp(?: thực hiện)?\\)?$", FLAGS | Pattern.DOTALL);
    private static final Pattern LEADING = Pattern.compile("chủ trì", FLAGS);
    private static final Pattern ASKED = Pattern.compile("^(?:đề nghị|mời)\\s+", FLAGS);
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[…]|(?:[Đđ]/c|[Đđ]ồng chí)\\s*(?=\\[…])");
    private static final Pattern BUT =
            Pattern.compile("(?<!\\p{L})(?:trừ|ngoại trừ|không bao gồm|không gồm)(?!\\p{L})", FLAGS);
    private static final Pattern OFFICE = Pattern.compile(
            "^(?:(?:(?:đồng chí|đ/c|các|phó|tổng) )*(?:giám đốc|thủ trưởng|chủ tịch|cục trưởng|chi cục trưởng|chỉ huy trưởng|bí thư|hiệu trưởng|viện trưởng|lãnh đạo"
                    + "|người đứng đầu|chánh(?= văn phòng| thanh tra| vp)|trưởng ban(?= ban)|trưởng(?= ban))\\s*(?:,|/|và(?= ))?\\s*)+",
            FLAGS);
    private static final Pattern OFFICE_OF_BOTH =
            Pattern.compile("(?<=(?:văn phòng|vp) )(hđnd)\\s*(?:và|&|,|-)\\s*(ubnd)", FLAGS);
    private static final Pattern MANY_DEPARTMENTS = Pattern.compile("^các sở\\s*:\\s*|^sở\\s*:\\s*", FLAGS);
    private static final Pattern MANY_PLACES = Pattern.compile(
            "^(?:UBND|Ủy ban nhân dân)?\\s*(?:các )?(?:huyện|thị xã|thành phố|xã|phường|địa phương)[^:]{0,40}:\\s*",
            FLAGS);

    private BodyPhrase() {}

    /** A cell, cut where bodies surely end; each part with who leads and who only helps. */
    static List<Part> parts(String cell) {
        List<Part> parts = new ArrayList<>();
        for (String part : HARD.split(cell, -1)) {
            String text = ASKED.matcher(BULLET.matcher(part).replaceAll("").strip())
                    .replaceFirst("")
                    .replaceFirst("[.,;:\\s]+$", "");
            Matcher with = WITH.matcher(text);
            Matcher helps = HELPS.matcher(text);
            if (helps.matches() && !LEADING.matcher(text).find()) {
                add(parts, helps.group(1), true);
            } else if (with.matches()) {
                add(parts, with.group("lead"), false);
                add(parts, with.group("rest"), true);
            } else {
                add(parts, text, false);
            }
        }
        return parts;
    }

    private static void add(List<Part> parts, String text, boolean helps) {
        String plain = LEADS.matcher(text.strip()).replaceAll("").strip();
        if (plain.chars().anyMatch(Character::isLetter)) {
            parts.add(new Part(plain, helps));
        }
    }

    /** Whether some of those that are named are left out. */
    static boolean leavesOut(String text) {
        return BUT.matcher(text).find();
    }

    /** Without what stands in brackets: a room, a person, a remark. */
    static String withoutBrackets(String text) {
        String plain =
                BRACKETS.matcher(text).replaceAll(" ").replaceAll(" {2,}", " ").strip();
        return plain.isEmpty() ? text : plain;
    }

    /** The unit of a person in office; the same text if it names none. */
    static String withoutOffice(String text) {
        String plain = OFFICE.matcher(text).replaceFirst("").strip();
        return plain.isEmpty() ? text : plain;
    }

    /** The office of both is one body. */
    static String withoutAnd(String text) {
        return OFFICE_OF_BOTH.matcher(text).replaceAll("$1-$2");
    }

    /** “Các sở: A, B” as “Sở A, B”, and “UBND các huyện: C, D” as “C, D”. */
    static String withoutPlural(String text) {
        return MANY_PLACES
                .matcher(MANY_DEPARTMENTS.matcher(text).replaceFirst("Sở "))
                .replaceFirst("");
    }

    /** The name of a department whose first word stands only before the first of a list. */
    static String asDepartment(String text) {
        return "Sở " + text;
    }

    /** Where a body may end: pieces and, at odd places, what stands between them. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher soft = SOFT.matcher(text);
        int from = 0;
        while (soft.find()) {
            pieces.add(text.substring(from, soft.start()));
            pieces.add(soft.group().equals("\n") ? " " : soft.group());
            from = soft.end();
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /**
     * @param text names one body or several
     * @param helps whether it stands behind “cùng” or “phối hợp với”, and so does not lead
     */
    record Part(String text, boolean helps) {}
}
