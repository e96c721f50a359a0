package vn.giaoviec.plan;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        String text = withoutLeadIn(plain(raw));
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
                    : several(raw, null, periods.milestones(raw));
        }
        List<Milestone> milestones = milestones(raw);
        if (milestones.size() > 1) {
            return several(raw, every, milestones);
        }
        Deadline span = span(raw, text);
        if (span != null) {
            return span;
        }
        DayPhrase point = DayPhrase.read(text, year);
        if (point == null) {
            return unparsed(raw);
        }
        doubts.addAll(point.doubts());
        if (!point.rest().isEmpty()) {
            return withMore(raw, point);
        }
        return deadline(raw, point.kind(), point.first(), point.last(), null, null, List.of());
    }

    /** Another deadline behind the first is a further milestone if it is later; if it is not, nobody can tell which counts. */
    private Deadline withMore(String raw, DayPhrase point) {
        List<Milestone> all = new ArrayList<>();
        all.add(new Milestone(point.last(), raw));
        boolean unclear = point.rest().length() > LONGEST_REST
                || OPEN.matcher(point.rest()).find()
                || (BROKEN_LIST.matcher(point.rest()).find() && DayPhrase.read(point.rest(), year) == null);
        for (String rest = unclear ? "" : point.rest(); !rest.isEmpty(); ) {
            DayPhrase next = DayPhrase.read(rest, year);
            boolean sameYear = next != null
                    && next.kind() == Kind.YEAR
                    && next.last().getYear() == point.last().getYear();
            if (next != null && !sameYear && !next.last().equals(point.last())) {
                unclear |= next.last().isBefore(point.last());
                all.add(new Milestone(next.last(), raw));
            }
            rest = next != null ? next.rest() : rest.replaceFirst("^\\S+\\s*[(\\[“\"]*", "");
        }
        if (unclear) {
            return unparsed(raw);
        }
        doubts.add(Doubt.REMARK);
        if (all.size() == 1) {
            return deadline(raw, point.kind(), point.first(), point.last(), null, null, List.of());
        }
        return several(raw, null, all);
    }

    private Deadline several(String raw, @Nullable Cycle every, List<Milestone> milestones) {
        LocalDate last = milestones.stream()
                .map(Milestone::day)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return deadline(raw, Kind.MULTI_MILESTONE, null, last, every, null, milestones);
    }

    private Deadline unparsed(String raw) {
        doubts.clear();
        return deadline(raw, Kind.UNPARSED, null, null, null, null, List.of());
    }

    /** Without the verb, the hour or the day of the week that a deadline may begin with. */
    private String withoutLeadIn(String text) {
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
        Set<Doubt> assumed = EnumSet.noneOf(Doubt.class);
        for (String sentence : MILESTONES.split(raw, -1)) {
            DayPhrase point = DayPhrase.read(plain(sentence), year);
            if (point == null) {
                return List.of();
            }
            found.add(new Milestone(point.last(), sentence.strip()));
            assumed.addAll(point.doubts());
        }
        if (found.size() > 1) {
            doubts.addAll(assumed);
        }
        return found;
    }

    private @Nullable Deadline span(String raw, String text) {
        for (Pattern pattern : RANGES) {
            Matcher range = pattern.matcher(text);
            if (!range.matches()) {
                continue;
            }
            DayPhrase end = DayPhrase.read(range.group(2), year);
            if (end != null && end.rest().isEmpty()) {
                int written = end.last().getYear();
                DayPhrase begin = begin(range.group(1), written);
                // "tháng 6 - 2024" is a month of that year, not all that follows it
                boolean yearOfTheBegin = pattern != FROM_TO
                        && BARE_YEAR.matcher(range.group(2)).matches()
                        && !BARE_YEAR.matcher(range.group(1)).matches();
                if (begin != null && begin.rest().isEmpty() && !begin.first().isAfter(end.last()) && !yearOfTheBegin) {
                    doubts.addAll(end.doubts());
                    return deadline(raw, Kind.RANGE, begin.first(), end.last(), null, null, List.of());
                }
            }
        }
        Matcher onwards = ONWARDS.matcher(text);
        if (onwards.matches()) {
            String begin = onwards.group(1) != null ? onwards.group(1) : onwards.group(2);
            DayPhrase point = DayPhrase.read(begin, year);
            if (point != null && point.rest().isEmpty()) {
                doubts.addAll(point.doubts());
                return deadline(raw, Kind.OPEN_ENDED, point.first(), null, null, null, List.of());
            }
            if (ISSUE_OF_THE_PLAN.matcher(begin.replaceFirst("^ngày ", "")).matches()) {
                return deadline(raw, Kind.OPEN_ENDED, issuedOn, null, null, null, List.of());
            }
        }
        return null;
    }

    /** From when on; “nay” is the day of issue. */
    private @Nullable DayPhrase begin(String text, int ofYear) {
        return text.equals("nay") || ISSUE_OF_THE_PLAN.matcher(text).matches()
                ? DayPhrase.of(issuedOn)
                : DayPhrase.read(text, ofYear);
    }
}
