package vn.giaoviec.plan;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.plan.Deadline.Cycle;
import vn.giaoviec.plan.Deadline.Doubt;
import vn.giaoviec.plan.Deadline.Kind;
import vn.giaoviec.plan.Deadline.Milestone;
import vn.giaoviec.plan.Deadline.Offset;

/** Reads the deadlines of a plan. The phrases are those of published provincial plans; the tests name them all. */
final class DeadlinePhrase {
    /** Whoever writes more than this beside a deadline says too much to be understood. */
    private static final int LONGEST_REST = 300;

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Pattern LEAD_IN = Pattern.compile(
            "^(?:trong|hoàn thành|xong|chậm nhất|muộn nhất|là|vào|đến hết|hết|đến|giai đoạn|cuối(?= quý| tháng)) ");
    private static final Pattern BEFORE = Pattern.compile("^trước ");
    private static final Pattern RECURRING = Pattern.compile(
            "^(?:nhiệm vụ )?thường xuyên|^liên tục|^(?:định kỳ )?h[ằà]ng (?:tháng|quý|năm)|^h[ằà]ng (?=ngày|tuần)|^định kỳ");
    /** A day of every month, or of every quarter's last. */
    private static final Pattern DAY_OF_EACH = Pattern.compile(
            "^(?:(?:trước|vào|chậm nhất) )?(?:ngày )?\\d{1,2}(?: của)? (?:(?:h[ằà]ng|mỗi) tháng|tháng cuối (?:mỗi )?quý)");

    private static final Pattern EVERY =
            Pattern.compile("(?:h[ằà]ng|theo|mỗi|định kỳ|tháng cuối) (tháng|quý|năm|6 tháng|sáu tháng)(?!\\p{L})");
    private static final Pattern DAYS = Pattern.compile(
            "^(?:(?:trong vòng|trong thời hạn|trong|không quá|chậm nhất) )?(\\d{1,3}) ngày(?! \\d)( làm việc)?(?: (?:sau khi|kể từ khi|kể từ ngày|kể từ|tính từ ngày|từ ngày|từ khi|từ) (.*))?$");
    private static final Pattern FROM_TO =
            Pattern.compile("^(?:từ )?(?:ngày )?(.+?) (?:đến|tới)(?: hết)? (?:ngày )?(.+)$");
    /** With blanks around the dash first: days may be written with dashes too. */
    private static final List<Pattern> RANGES = List.of(
            FROM_TO,
            Pattern.compile("^(?:từ )?(\\S.*?) [-–] (.+)$"),
            Pattern.compile("^(?:từ )?([^-–]+)[-–]([^-–]+)$"));

    private static final Pattern ONWARDS =
            Pattern.compile("^từ (.+?)(?: trở đi)?$|^(.+?) (?:và (?:những|các) năm tiếp theo|trở đi)$");
    private static final Pattern BARE_YEAR = Pattern.compile("(?:năm |giai đoạn )?20\\d\\d");
    private static final Pattern MORE_THAN_A_CYCLE = Pattern.compile("\\d|tuần|ngày|tháng|quý|năm");
    private static final Pattern MILESTONES = Pattern.compile("(?:[.;]\\s|\\R)\\s*(?=\\p{L}|\\d)");
    private static final Pattern ISSUE_OF_THE_PLAN = Pattern.compile("(?:ban hành|ký ban hành) kế hoạch(?: này)?");
    /** What stands before a deadline and leaves it what it is. */
    private static final Pattern DOING = Pattern.compile(
            "^(?:thực hiện|hoàn tất|kết thúc|ban hành|trình|báo cáo|nghiệm thu|bắt đầu(?= từ ))(?: xong)? "
                    + "(?=(?:trong|trước|từ|đến|chậm nhất|vào|quý|tháng|ngày|năm|cuối|thường xuyên|định kỳ|h[ằà]ng) |thường xuyên|\\d)");
    /** What stands before a deadline and leaves room for doubt. */
    private static final Pattern INTENDING = Pattern.compile(
            "^(?:dự kiến|phấn đấu|triển khai|tổ chức)(?: (?:hoàn thành|thực hiện|xong))? "
                    + "(?=(?:trong|trước|từ|đến|chậm nhất|vào|quý|tháng|ngày|năm|cuối|định kỳ|h[ằà]ng) |thường xuyên|\\d)");

    private static final Pattern AT_AN_HOUR = Pattern.compile(
            "^(?:(?:trước|chậm nhất|vào) )?(?:lúc )?\\d{1,2} ?(?:h|g|giờ) ?(?:\\d{2}(?: phút|')?)?,?(?: ngày)? (?=\\d{1,2}/)");
    private static final Pattern WEEKDAY =
            Pattern.compile("^(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? (?=ngày |\\d)");
    /** The year that is meant is another than the plan's, and not said; or it may be one or the other. */
    private static final Pattern OPEN =
            Pattern.compile("(?<!\\p{L})hoặc(?!\\p{L})|năm (?:sau|tới|trước|ngoái|kế tiếp)(?!\\p{L})");

    /** A further number that makes no list of periods of one year: “quý I, V”. */
    private static final Pattern BROKEN_LIST =
            Pattern.compile("^(?:(?:và|đến|tới) )?(?:[ivx]{1,4}|\\d{1,2})(?:[/,;]|$)");

    private static final Map<String, Integer> QUARTERS =
            Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4, "1", 1, "2", 2, "3", 3, "4", 4);
    private static final Map<String, Integer> MONTHS =
            Map.of("ba", 3, "3", 3, "03", 3, "sáu", 6, "6", 6, "06", 6, "chín", 9, "9", 9, "09", 9);

    private final int year;
    private final LocalDate issuedOn;
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);

    private DeadlinePhrase(int year, LocalDate issuedOn) {
        this.year = year;
        this.issuedOn = issuedOn;
    }

    /**
     * Reads a phrase.
     *
     * @param raw as written; may be empty
     * @param year the plan's year, for what names none
     * @param issuedOn when the plan was issued, for days counted from there
     * @param days the working days, for days counted in them
     */
    static Deadline read(String raw, int year, LocalDate issuedOn, WorkingDays days) {
        return new DeadlinePhrase(year, issuedOn).read(raw.strip(), days);
    }

    private Deadline read(String raw, WorkingDays days) {
        String text = withoutVerb(plain(raw));
        Cycle every = every(text);
        boolean dayOfEach = DAY_OF_EACH.matcher(text).find();
        if (dayOfEach || RECURRING.matcher(text).find()) {
            if (dayOfEach || saysMoreThanACycle(text)) {
                doubts.add(Doubt.REMARK);
            }
            return deadline(
                    raw,
                    Kind.RECURRING,
                    null,
                    LocalDate.of(year, 12, 31),
                    every == null ? Cycle.UNSTATED : every,
                    null,
                    List.of());
        }
        Matcher offset = DAYS.matcher(text);
        if (offset.matches()) {
            return offset(raw, offset, days);
        }
        if (text.contains("sau khi ")) {
            return deadline(raw, Kind.AFTER_TASK, null, null, every, null, List.of());
        }
        PeriodListPhrase periods = PeriodListPhrase.read(text, year);
        if (periods != null) {
            if (periods.yearAssumed()) {
                doubts.add(Doubt.YEAR_ASSUMED);
            }
            return periods.isRange()
                    ? deadline(raw, Kind.RANGE, periods.first(), periods.last(), null, null, List.of())
                    : deadline(raw, Kind.MULTI_MILESTONE, null, periods.last(), null, null, periods.milestones(raw));
        }
        List<Milestone> milestones = milestones(raw);
        if (milestones.size() > 1) {
            LocalDate last = milestones.stream()
                    .map(Milestone::day)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            return deadline(raw, Kind.MULTI_MILESTONE, null, last, every, null, milestones);
        }
        forgetAttempt();
        Deadline span = span(raw, text);
        if (span != null) {
            return span;
        }
        Point point = point(text);
        if (point == null) {
            doubts.clear();
            return deadline(raw, Kind.UNPARSED, null, null, null, null, List.of());
        }
        if (!point.rest.isEmpty()) {
            return withMore(raw, point);
        }
        return deadline(raw, point.kind, point.first, point.last, null, null, List.of());
    }

    /** Another deadline behind the first is a further milestone if it is later; if it is not, nobody can tell which counts. */
    private Deadline withMore(String raw, Point point) {
        List<Milestone> all = new ArrayList<>();
        all.add(new Milestone(point.last, raw));
        boolean unclear = point.rest.length() > LONGEST_REST
                || OPEN.matcher(point.rest).find()
                || (BROKEN_LIST.matcher(point.rest).find()
                        && new DeadlinePhrase(year, issuedOn).point(point.rest) == null);
        for (String rest = unclear ? "" : point.rest; !rest.isEmpty(); ) {
            Point next = new DeadlinePhrase(year, issuedOn).point(rest);
            boolean sameYear = next != null && next.kind == Kind.YEAR && next.last.getYear() == point.last.getYear();
            if (next != null && !sameYear && !next.last.equals(point.last)) {
                unclear |= next.last.isBefore(point.last);
                all.add(new Milestone(next.last, raw));
            }
            rest = next != null ? next.rest : rest.replaceFirst("^\\S+\\s*[(\\[“\"]*", "");
        }
        if (unclear) {
            doubts.clear();
            return deadline(raw, Kind.UNPARSED, null, null, null, null, List.of());
        }
        doubts.add(Doubt.REMARK);
        if (all.size() == 1) {
            return deadline(raw, point.kind, point.first, point.last, null, null, List.of());
        }
        LocalDate last =
                all.stream().map(Milestone::day).max(LocalDate::compareTo).orElseThrow();
        return deadline(raw, Kind.MULTI_MILESTONE, null, last, null, null, all);
    }

    private String withoutVerb(String text) {
        String plain = WEEKDAY.matcher(
                        AT_AN_HOUR.matcher(DOING.matcher(text).replaceFirst("")).replaceFirst(""))
                .replaceFirst("");
        Matcher intending = INTENDING.matcher(plain);
        if (intending.find()) {
            doubts.add(Doubt.REMARK);
            return plain.substring(intending.end());
        }
        return plain;
    }

    /** A day or another rhythm beside “thường xuyên” is more than we can follow. */
    private boolean saysMoreThanACycle(String text) {
        String rest = EVERY.matcher(RECURRING.matcher(text).replaceFirst("")).replaceAll("");
        return MORE_THAN_A_CYCLE
                .matcher(rest.replaceFirst("(?:trong )?năm " + year + "(?!\\d)", ""))
                .find();
    }

    private Deadline deadline(
            String raw,
            Kind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate day,
            @Nullable Cycle cycle,
            @Nullable Offset offset,
            List<Milestone> milestones) {
        return new Deadline(raw, kind, from, day, cycle, offset, milestones, Set.copyOf(doubts));
    }

    private static String plain(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC)
                .toLowerCase(VIETNAMESE)
                .replaceAll("[\\s\\u00a0]+", " ")
                .replaceAll("\\s*/\\s*", "/")
                .replaceAll("qu[íý]|q[úu][yýi](?!\\p{L})", "quý")
                .replaceAll("(?<!\\p{L})q\\.? ?(?=[1-4i])", "quý ")
                .replaceAll("(?<!\\p{L})t\\.? ?(?=\\d{1,2}/20\\d\\d)", "tháng ")
                .replaceAll("(?:ngày )?(?<!\\d)(\\d{1,2}) tháng (\\d{1,2})(?:,? năm |/)(20\\d\\d)", "$1/$2/$3")
                .replaceAll("ngày (\\d{1,2}) tháng (\\d{1,2})(?!\\d)", "$1/$2")
                .replaceAll("(?<![\\d/.])(\\d{1,2})([/.])(\\d{1,2}),? năm (20\\d\\d)", "$1$2$3$2$4")
                .replaceAll("[.,;:]+$", "")
                .strip();
    }

    private static @Nullable Cycle every(String text) {
        Matcher every = EVERY.matcher(text);
        if (!every.find()) {
            return null;
        }
        return switch (every.group(1)) {
            case "tháng" -> Cycle.MONTH;
            case "quý" -> Cycle.QUARTER;
            case "năm" -> Cycle.YEAR;
            default -> Cycle.HALF_YEAR;
        };
    }

    private Deadline offset(String raw, Matcher found, WorkingDays days) {
        Offset offset = new Offset(
                Integer.parseInt(found.group(1)), found.group(2) != null, found.group(3) == null ? "" : found.group(3));
        LocalDate day = null;
        if (ISSUE_OF_THE_PLAN.matcher(offset.event()).matches()) {
            day = offset.workingDays() ? days.after(issuedOn, offset.days()) : issuedOn.plusDays(offset.days());
        } else {
            doubts.add(Doubt.EVENT_UNKNOWN);
        }
        return deadline(raw, Kind.OFFSET, null, day, null, offset, List.of());
    }

    /** Each sentence with its own date; what has only one is no list of milestones. */
    private List<Milestone> milestones(String raw) {
        List<Milestone> found = new ArrayList<>();
        for (String sentence : MILESTONES.split(raw, -1)) {
            Point point = point(plain(sentence));
            if (point == null) {
                return List.of();
            }
            found.add(new Milestone(point.last, sentence.strip()));
        }
        return found;
    }

    private @Nullable Deadline span(String raw, String text) {
        for (Pattern pattern : RANGES) {
            Matcher range = pattern.matcher(text);
            if (!range.matches()) {
                continue;
            }
            Point end = point(range.group(2));
            if (end != null && end.rest.isEmpty()) {
                int written = end.last.getYear();
                Point begin = new DeadlinePhrase(written, issuedOn).begin(range.group(1));
                // "tháng 6 - 2024" is a month of that year, not all that follows it
                boolean yearOfTheBegin = pattern != FROM_TO
                        && BARE_YEAR.matcher(range.group(2)).matches()
                        && !BARE_YEAR.matcher(range.group(1)).matches();
                if (begin != null && begin.rest.isEmpty() && !begin.first.isAfter(end.last) && !yearOfTheBegin) {
                    return deadline(raw, Kind.RANGE, begin.first, end.last, null, null, List.of());
                }
            }
            forgetAttempt();
        }
        Matcher onwards = ONWARDS.matcher(text);
        if (onwards.matches()) {
            String begin = onwards.group(1) != null ? onwards.group(1) : onwards.group(2);
            Point point = point(begin);
            if (point != null && point.rest.isEmpty()) {
                return deadline(raw, Kind.OPEN_ENDED, point.first, null, null, null, List.of());
            }
            if (ISSUE_OF_THE_PLAN.matcher(begin.replaceFirst("^ngày ", "")).matches()) {
                return deadline(raw, Kind.OPEN_ENDED, issuedOn, null, null, null, List.of());
            }
            forgetAttempt();
        }
        return null;
    }

    /** What was doubted while a form was tried that did not fit; not what stood before all forms. */
    private void forgetAttempt() {
        doubts.retainAll(Set.of(Doubt.REMARK));
    }

    /** From when on; “nay” is the day of issue. */
    private @Nullable Point begin(String text) {
        return text.equals("nay") || ISSUE_OF_THE_PLAN.matcher(text).matches()
                ? Point.of(Kind.DATE, issuedOn)
                : point(text);
    }

    /** A day or a period at the beginning of the text, and what follows it; null if there is none, or no such day. */
    private @Nullable Point point(String text) {
        String rest = text;
        for (Matcher lead = LEAD_IN.matcher(rest); lead.find(); lead = LEAD_IN.matcher(rest)) {
            rest = rest.substring(lead.end());
        }
        boolean before = BEFORE.matcher(rest).find();
        if (before) {
            rest = rest.substring("trước ".length());
        }
        for (Map.Entry<Pattern, Function<Matcher, Point>> form : forms().entrySet()) {
            Matcher found = form.getKey().matcher(rest);
            if (found.find()) {
                try {
                    Point point = form.getValue().apply(found).followedBy(rest.substring(found.end()));
                    return before ? strictlyBefore(point) : point;
                } catch (DateTimeException noSuchDay) {
                    return null;
                }
            }
        }
        return null;
    }

    private Point strictlyBefore(Point point) {
        doubts.add(Doubt.STRICTLY_BEFORE);
        LocalDate day = point.first.minusDays(1);
        return new Point(point.kind, day, day, point.rest);
    }

    private Map<Pattern, Function<Matcher, Point>> forms() {
        // the order matters: "15/6/2024" is no "15/6", and "12/2025" is a month
        Map<Pattern, Function<Matcher, Point>> forms = new LinkedHashMap<>();
        forms.put(
                Form.DAY,
                found -> Point.of(Kind.DATE, LocalDate.of(number(found, 4), number(found, 3), number(found, 1))));
        forms.put(Form.MONTH_OF_YEAR, found -> Point.of(YearMonth.of(number(found, 2), number(found, 1))));
        forms.put(
                Form.DAY_OF_MONTH,
                found -> Point.of(Kind.DATE, LocalDate.of(assumed(), number(found, 2), number(found, 1))));
        forms.put(Form.MONTH, found -> Point.of(YearMonth.of(yearOf(found, 2), number(found, 1))));
        forms.put(Form.QUARTER, found -> {
            int quarter = QUARTERS.getOrDefault(found.group(1), 0);
            return Point.of(Kind.QUARTER, YearMonth.of(yearOf(found, 2), quarter * 3 - 2), 3);
        });
        forms.put(
                Form.PART,
                found -> Point.of(
                        Kind.PART_OF_YEAR, YearMonth.of(yearOf(found, 2), 1), MONTHS.getOrDefault(found.group(1), 0)));
        forms.put(Form.LAST_PART, found -> {
            int months = MONTHS.getOrDefault(found.group(1), 0);
            return Point.of(Kind.PART_OF_YEAR, YearMonth.of(yearOf(found, 2), 13 - months), months);
        });
        forms.put(Form.END_OF_YEAR, found -> Point.of(Kind.YEAR, YearMonth.of(yearOf(found, 1), 1), 12));
        forms.put(Form.THIS_YEAR, found -> Point.of(Kind.YEAR, YearMonth.of(assumed(), 1), 12));
        forms.put(Form.YEAR, found -> Point.of(Kind.YEAR, YearMonth.of(number(found, 1), 1), 12));
        return forms;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private int yearOf(Matcher found, int group) {
        return found.group(group) == null ? assumed() : number(found, group);
    }

    private int assumed() {
        doubts.add(Doubt.YEAR_ASSUMED);
        return year;
    }

    /** How days and periods are written. */
    private static final class Form {
        private static final String YEAR_AFTER = "(?:(?: ?[/.,–-] ?(?:năm )?| ?năm )?(20\\d\\d))?(?![\\p{L}\\d])";
        static final Pattern DAY = Pattern.compile("^(?:ngày )?(\\d{1,2})([/.-])(\\d{1,2})\\2(20\\d\\d)(?!\\d)");
        static final Pattern MONTH_OF_YEAR = Pattern.compile("^(?:tháng )?(\\d{1,2})[/.-](20\\d\\d)(?!\\d)");
        static final Pattern DAY_OF_MONTH = Pattern.compile("^(?:ngày )?(\\d{1,2})[/.](\\d{1,2})(?![\\d/.])");
        static final Pattern MONTH = Pattern.compile("^tháng (\\d{1,2})" + YEAR_AFTER);
        static final Pattern QUARTER = Pattern.compile("^quý 0?(iv|i{1,3}|[1-4])" + YEAR_AFTER);
        static final Pattern PART =
                Pattern.compile("^(ba|sáu|chín|0?[369]) tháng đầu(?: của)? năm(?: (20\\d\\d))?(?!\\d)");
        static final Pattern LAST_PART =
                Pattern.compile("^(ba|sáu|chín|0?[369]) tháng cuối(?: của)? năm(?: (20\\d\\d))?(?!\\d)");
        static final Pattern END_OF_YEAR = Pattern.compile("^(?:cuối|cả|trọn) năm(?: (20\\d\\d))?(?!\\d)");
        static final Pattern THIS_YEAR = Pattern.compile("^năm(?: nay)?$");
        static final Pattern YEAR = Pattern.compile("^(?:năm )?(20\\d\\d)(?![\\d/.])");

        private Form() {}
    }

    private record Point(Kind kind, LocalDate first, LocalDate last, String rest) {
        static Point of(Kind kind, LocalDate day) {
            return new Point(kind, day, day, "");
        }

        static Point of(YearMonth month) {
            return of(Kind.MONTH, month, 1);
        }

        static Point of(Kind kind, YearMonth first, int months) {
            return new Point(kind, first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth(), "");
        }

        Point followedBy(String words) {
            return new Point(kind, first, last, words.replaceFirst("^[\\s,.;:()-]+", ""));
        }
    }
}
