package vn.giaoviec.workflow.engine;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.OfficeHours;

/**
 * The engine's calendars, counting as an office does: a period of days is working days, one of hours office hours, a bare
 * date lasts until its last second, and everything is the province's time whatever zone the machine is in.
 */
@Component
@NullUnmarked // the engine asks with null for "from now", and takes null for "never again"
class WorkCalendars {
    private static final Pattern PERIOD = Pattern.compile("(P(?:\\d+[YMWD])*)(T.+)?");
    private static final Pattern REPEATED = Pattern.compile("R(\\d*)/(?:([^P/][^/]*)/)?(P[^/]+)");

    private final OfficeHours officeHours;

    WorkCalendars(OfficeHours officeHours) {
        this.officeHours = officeHours;
    }

    void replaceIn(MapBusinessCalendarManager manager) {
        manager.addBusinessCalendar(DurationBusinessCalendar.NAME, new DaysAndHours());
        manager.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DaysAndHours());
        manager.addBusinessCalendar(CycleBusinessCalendar.NAME, new Repeated());
    }

    private static LocalDateTime now() {
        return local(ClockUtil.getCurrentTime());
    }

    private static LocalDateTime local(Date at) {
        return LocalDateTime.ofInstant(at.toInstant(), BusinessClock.ZONE);
    }

    private static Date date(LocalDateTime at) {
        return Date.from(at.atZone(BusinessClock.ZONE).toInstant());
    }

    private LocalDateTime after(LocalDateTime from, String period) {
        Matcher parts = PERIOD.matcher(period);
        if (!parts.matches()) {
            throw new DateTimeException("no period: " + period);
        }
        Period days = "P".equals(parts.group(1)) ? Period.ZERO : Period.parse(parts.group(1));
        Duration time = parts.group(2) == null ? Duration.ZERO : Duration.parse("P" + parts.group(2));
        return officeHours.after(from, days, time);
    }

    /** A moment as text; a bare date is a whole day, and what names no zone is the province's time. */
    private static LocalDateTime moment(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atTime(23, 59, 59);
        }
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException perhapsWithOffset) {
            return OffsetDateTime.parse(text)
                    .atZoneSameInstant(BusinessClock.ZONE)
                    .toLocalDateTime();
        }
    }

    private static ProcessEngineException unreadable(String text, RuntimeException why) {
        return new ProcessEngineException("not a time of the working calendar: " + text, why);
    }

    private final class DaysAndHours implements BusinessCalendar {
        @Override
        public Date resolveDuedate(String text, Task task) {
            return resolveDuedate(text);
        }

        @Override
        public Date resolveDuedate(String text) {
            return resolveDuedate(text, (Date) null);
        }

        @Override
        public Date resolveDuedate(String text, Date start) {
            try {
                return date(text.startsWith("P") ? after(start == null ? now() : local(start), text) : moment(text));
            } catch (DateTimeException wrong) {
                throw unreadable(text, wrong);
            }
        }
    }

    /**
     * {@code R3/P1D} and {@code R/2024-03-01T07:30:00/P5D} as the standard has them; cron as the engine has it; and times one
     * after the other, {@code 2024-05-03T07:00 2024-05-06T07:00}: a new timer stands at the first, even if that is past, and
     * a fired one goes on to the next that is to come.
     */
    private final class Repeated extends CycleBusinessCalendar {
        @Override
        public Date resolveDuedate(String text, Task task) {
            return resolveDuedate(text);
        }

        @Override
        public Date resolveDuedate(String text) {
            return resolveDuedate(text, (Date) null);
        }

        @Override
        public Date resolveDuedate(String text, Date start) {
            return isListed(text) ? date(times(text).get(0)) : next(text, start).orElse(null);
        }

        @Override
        public Date resolveDuedate(String text, Date start, long offset) {
            return next(text, start).orElse(null);
        }

        private Optional<Date> next(String text, Date start) {
            LocalDateTime now = now();
            if (isListed(text)) {
                return times(text).stream()
                        .filter(time -> time.isAfter(now))
                        .findFirst()
                        .map(WorkCalendars::date);
            }
            Matcher repeated = REPEATED.matcher(text);
            if (!repeated.matches()) {
                return Optional.of(super.resolveDuedate(text, start, 0));
            }
            try {
                return nextOf(repeated, start == null ? now : local(start), now).map(WorkCalendars::date);
            } catch (DateTimeException wrong) {
                throw unreadable(text, wrong);
            }
        }

        private Optional<LocalDateTime> nextOf(Matcher repeated, LocalDateTime start, LocalDateTime now) {
            int left = repeated.group(1).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(repeated.group(1));
            LocalDateTime time = repeated.group(2) == null ? start : moment(repeated.group(2));
            while (!time.isAfter(now) && left-- > 0) {
                time = after(time, repeated.group(3));
            }
            return time.isAfter(now) ? Optional.of(time) : Optional.empty();
        }

        private static boolean isListed(String text) {
            return text.length() >= 16 && text.charAt(4) == '-' && text.charAt(10) == 'T';
        }

        private static List<LocalDateTime> times(String text) {
            try {
                return Stream.of(text.split(" ", -1)).map(LocalDateTime::parse).toList();
            } catch (DateTimeException wrong) {
                throw unreadable(text, wrong);
            }
        }
    }
}
