package vn.giaoviec.annex;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.Warning.Severity;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.plan.Deadline;

/** What a row says about its deadline, and what a person has to decide about it. */
final class ReadDeadline {
    private static final Pattern DAYS = Pattern.compile("\\d{1,3}");
    private static final int LONGEST = 200;

    private final int year;
    private final LocalDate issuedOn;
    private final LocalDate notBefore;
    private final WorkingDays days;

    /**
     * @param issuedOn the day of issue, from which days are counted
     * @param notBefore the day before which no deadline of the plan can lie: that of issue if it is known
     */
    ReadDeadline(int year, LocalDate issuedOn, LocalDate notBefore, WorkingDays days) {
        this.year = year;
        this.issuedOn = issuedOn;
        this.notBefore = notBefore;
        this.days = days;
    }

    /** What is to be doubted in the column of deadlines of a table. */
    DayOrMonth dayOrMonth(List<Item> items) {
        return DayOrMonth.in(items, notBefore, LocalDate.of(year, 12, 31));
    }

    /** A deadline of which nothing is understood. */
    static Deadline none(String raw) {
        return new Deadline(raw, Deadline.Kind.UNPARSED, null, null, null, null, List.of(), Set.of());
    }

    Deadline read(Item item, Map<AnnexColumn, String> said, DayOrMonth dayOrMonth) {
        String count = said.getOrDefault(AnnexColumn.DAYS, "");
        String written = said.getOrDefault(AnnexColumn.DEADLINE, "");
        String raw = written.isEmpty() ? count.isEmpty() ? alwaysFrom(said) : count : written;
        if (raw.isEmpty()) {
            item.warn(Severity.ERROR, "annexWarning.deadlineMissing", AnnexColumn.DEADLINE);
            return none("");
        }
        if (raw.length() > LONGEST) {
            item.warn(Severity.ERROR, "annexWarning.tooLong", AnnexColumn.DEADLINE, LONGEST);
            return none(raw);
        }
        DayOrMonth.Doubt doubt = dayOrMonth.doubt(item, raw);
        if (doubt != null) {
            item.warn(Severity.ERROR, doubt.key(), AnnexColumn.DEADLINE, raw, doubt.swapped());
            return none(raw);
        }
        boolean bare = written.isEmpty() && DAYS.matcher(raw).matches();
        Deadline read = Deadline.read(bare ? DeadlineWordPhrase.days(raw) : raw, year, issuedOn, days);
        Deadline deadline = bare
                ? new Deadline(
                        raw,
                        read.kind(),
                        read.from(),
                        read.day(),
                        read.cycle(),
                        read.offset(),
                        read.milestones(),
                        read.doubts())
                : read;
        look(item, deadline);
        return deadline;
    }

    /** What is done again and again has no end to be written. */
    private String alwaysFrom(Map<AnnexColumn, String> said) {
        String start = said.getOrDefault(AnnexColumn.START, "");
        boolean recurs = start.length() <= LONGEST
                && Deadline.read(start, year, issuedOn, days).kind() == Deadline.Kind.RECURRING;
        return recurs ? start : "";
    }

    /** The day, on a working day; null if a person must say. */
    @Nullable LocalDate due(Deadline deadline) {
        return deadline.day() == null ? null : days.onOrBefore(deadline.day());
    }

    private void look(Item item, Deadline deadline) {
        AnnexColumn column = AnnexColumn.DEADLINE;
        if (deadline.kind() == Deadline.Kind.UNPARSED) {
            item.warn(Severity.ERROR, "annexWarning.deadlineUnclear", column, deadline.raw());
        } else if (deadline.day() == null) {
            item.warn(Severity.ERROR, "annexWarning.deadlineWithoutDay", column, deadline.raw());
        } else if (deadline.day().getYear() != year) {
            item.warn(Severity.WARNING, "annexWarning.deadlineOtherYear", column, deadline.raw(), String.valueOf(year));
        }
        if (deadline.doubts().contains(Deadline.Doubt.STRICTLY_BEFORE)) {
            item.warn(Severity.WARNING, "annexWarning.strictlyBefore", column, deadline.raw());
        }
        if (deadline.doubts().contains(Deadline.Doubt.YEAR_ASSUMED)) {
            item.warn(Severity.NOTE, "annexWarning.yearAssumed", column, String.valueOf(year));
        }
        if (deadline.doubts().contains(Deadline.Doubt.REMARK)) {
            item.warn(Severity.WARNING, "annexWarning.deadlineRemark", column, deadline.raw());
        }
        if (deadline.kind() == Deadline.Kind.MULTI_MILESTONE) {
            item.warn(
                    Severity.WARNING,
                    "annexWarning.milestones",
                    column,
                    deadline.milestones().size());
        }
    }
}
