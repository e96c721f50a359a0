package vn.giaoviec.workflow.engine;

import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import vn.giaoviec.calendar.BusinessClock;

@SuppressWarnings({"JavaUtilDate", "NullAway"})
class TemporaryCycle extends CycleBusinessCalendar {
    private static List<Date> times(String text) {
        return Stream.of(text.split(" ", -1))
                .map(t -> Date.from(
                        LocalDateTime.parse(t).atZone(BusinessClock.ZONE).toInstant()))
                .toList();
    }

    @Override
    public Date resolveDuedate(String text) {
        return times(text).get(0);
    }

    @Override
    public Date resolveDuedate(String text, Date start) {
        return times(text).get(0);
    }

    @Override
    public Date resolveDuedate(String text, Date start, long offset) {
        return times(text).stream()
                .filter(t -> t.after(ClockUtil.getCurrentTime()))
                .findFirst()
                .orElse(null);
    }
}
