package vn.giaoviec.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * When the province's offices are open. Each province sets its hours itself (Phú Yên: 07:30–12:00 and 13:30–17:00 since
 * 2021), so they are a setting. Periods of days count working days, those of hours and minutes count office time.
 */
@Component
public class OfficeHours {
    private final List<Span> spans;
    private final WorkingDays workingDays;

    OfficeHours(CalendarSettings settings, WorkingDays workingDays) {
        this.spans = read(settings.officeHours());
        this.workingDays = workingDays;
    }

    /** When a working day begins. */
    public LocalTime opening() {
        return spans.get(0).from;
    }

    /**
     * What lies a period after a moment: days are working days; months and years are the calendar's, and end on a working
     * day; of a duration only office hours count.
     */
    @SuppressWarnings("JavaPeriodGetDays") // days and months are counted apart, on purpose
    public LocalDateTime after(LocalDateTime from, Period period, Duration time) {
        WorkingDays days = workingDays.known();
        LocalDate day = days.after(from.toLocalDate(), period.getDays());
        if (period.toTotalMonths() > 0) {
            day = days.onOrAfter(day.plusMonths(period.toTotalMonths()));
        }
        LocalDateTime moment = day.atTime(from.toLocalTime());
        return time.isZero() ? moment : open(moment, time, days);
    }

    private LocalDateTime open(LocalDateTime from, Duration time, WorkingDays days) {
        Duration left = time;
        LocalDate day = from.toLocalDate();
        LocalTime since = from.toLocalTime();
        while (true) {
            if (days.isWorked(day)) {
                for (Span span : spans) {
                    LocalTime begin = since.isAfter(span.from) ? since : span.from;
                    if (begin.isBefore(span.to)) {
                        Duration open = Duration.between(begin, span.to);
                        if (left.compareTo(open) <= 0) {
                            return day.atTime(begin).plus(left);
                        }
                        left = left.minus(open);
                    }
                }
            }
            day = day.plusDays(1);
            since = LocalTime.MIN;
        }
    }

    private static List<Span> read(String text) {
        try {
            List<Span> spans = new ArrayList<>();
            for (String part : text.strip().split("\\s+", -1)) {
                List<LocalTime> ends =
                        Stream.of(part.split("-", -1)).map(LocalTime::parse).toList();
                Span span = new Span(ends.get(0), ends.get(1));
                LocalTime before = spans.isEmpty() ? LocalTime.MIN : spans.get(spans.size() - 1).to;
                if (ends.size() != 2 || !span.from.isBefore(span.to) || span.from.isBefore(before)) {
                    throw new IllegalArgumentException(part);
                }
                spans.add(span);
            }
            return spans;
        } catch (DateTimeParseException | IndexOutOfBoundsException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "giaoviec.calendar.office-hours must be like 07:30-12:00 13:30-17:00, but is: " + text, wrong);
        }
    }

    private record Span(LocalTime from, LocalTime to) {}
}
