package vn.giaoviec.calendar;

import java.util.List;
import org.springframework.stereotype.Service;

/** Asks what the working calendar says. */
@Service
public class CalendarYears {
    private final CalendarDayTable table;

    CalendarYears(CalendarDayTable table) {
        this.table = table;
    }

    /** The days of a year that differ from the plain week, in order. */
    public List<CalendarDay> of(int year) {
        return table.of(year);
    }
}
