package vn.giaoviec.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.CalendarFileRefused.Problem;
import vn.giaoviec.calendar.DayPhrase.Column;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.sheet.Cell;
import vn.giaoviec.sheet.Limits;
import vn.giaoviec.sheet.Row;
import vn.giaoviec.sheet.Sheet;

/** Reads the days of a year from a spreadsheet: all of them, or none and every mistake. Stores nothing. */
@Service
public class ReadDays {
    private static final Limits LIMITS = new Limits(1024 * 1024, 1_000, 50);
    /** Lists often begin with a title or two. */
    private static final int ROWS_BEFORE_HEADER = 10;

    private final CalendarDayTable table;
    private final CalendarOffice office;

    ReadDays(CalendarDayTable table, CalendarOffice office) {
        this.table = table;
        this.office = office;
    }

    /**
     * @param whole whether the file is the whole year: days that it does not name become plain ones
     * @return the days as the file wants them
     * @throws Refusal if the person may not change the calendar, or the file cannot be read
     * @throws CalendarFileRefused if it can, and is wrong
     */
    @Transactional(readOnly = true)
    public List<CalendarDay> read(InputStream file, int year, boolean whole) throws IOException {
        office.member();
        List<Row> rows = Sheet.read(file, LIMITS);
        Header header = header(rows);
        Reading reading = new Reading(year);
        rows.stream().skip(header.at + 1L).forEach(row -> reading.read(row, header));
        if (!reading.problems.isEmpty()) {
            throw new CalendarFileRefused(reading.problems);
        }
        if (reading.days.isEmpty()) {
            throw new Refusal("refusal.calendarFileEmpty");
        }
        List<CalendarDay> days = new ArrayList<>(reading.days.values());
        if (whole) {
            table.of(year).stream()
                    .map(CalendarDay::day)
                    .filter(day -> !reading.days.containsKey(day))
                    .map(CalendarDay::plain)
                    .forEach(days::add);
        }
        return days;
    }

    private static Header header(List<Row> rows) {
        for (int at = 0; at < Math.min(rows.size(), ROWS_BEFORE_HEADER); at++) {
            Map<Column, Integer> columns = new EnumMap<>(Column.class);
            List<Cell> cells = rows.get(at).cells();
            for (int index = 0; index < cells.size(); index++) {
                Column column = DayPhrase.column(cells.get(index).text());
                if (column != null && columns.putIfAbsent(column, index) != null) {
                    throw new Refusal(
                            "refusal.calendarColumnTwice", cells.get(index).text());
                }
            }
            if (columns.containsKey(Column.DAY) && columns.containsKey(Column.KIND)) {
                return new Header(at, columns);
            }
        }
        throw new Refusal("refusal.calendarFileHeader");
    }

    private record Header(int at, Map<Column, Integer> columns) {
        Cell cell(Row row, Column column) {
            // a column that is not there is empty in every row
            return row.cell(columns.getOrDefault(column, Integer.MAX_VALUE));
        }
    }

    private static final class Reading {
        private final int year;
        private final Map<LocalDate, CalendarDay> days = new HashMap<>();
        private final Map<LocalDate, Integer> rowOf = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Reading(int year) {
            this.year = year;
        }

        void read(Row row, Header header) {
            LocalDate day = day(row.number(), header.cell(row, Column.DAY));
            CalendarDay.Kind kind = asked(
                    row.number(),
                    header.cell(row, Column.KIND),
                    DayPhrase.kind(header.cell(row, Column.KIND).text()),
                    "calendarFile.unknownKind");
            Boolean official = asked(
                    row.number(),
                    header.cell(row, Column.OFFICIAL),
                    DayPhrase.official(header.cell(row, Column.OFFICIAL).text()),
                    "calendarFile.unknownOfficial");
            Cell note = header.cell(row, Column.NOTE);
            if (note.kind() == Cell.Kind.BROKEN) {
                problems.add(Problem.of(row.number(), "calendarFile.broken"));
            }
            if (day == null || kind == null || official == null) {
                return;
            }
            CalendarDay read = new CalendarDay(day, kind, DayPhrase.oneLine(note.text()), official);
            String written = DayRules.written(day);
            DayRules.wrong(read)
                    .ifPresent(wrong -> problems.add(
                            switch (wrong) {
                                case "year" -> Problem.of(row.number(), "calendarFile.wrongYear", written, "" + year);
                                case "alreadyWorked" -> Problem.of(row.number(), "calendarFile.alreadyWorked", written);
                                default -> Problem.of(row.number(), "calendarFile.noteTooLong", DayRules.LONGEST_NOTE);
                            }));
            days.put(day, read);
        }

        /** A day of the year, named once. */
        private @Nullable LocalDate day(int row, Cell cell) {
            if (cell.kind() == Cell.Kind.BROKEN) {
                problems.add(Problem.of(row, "calendarFile.broken"));
                return null;
            }
            LocalDate day = cell.date() != null
                    ? cell.date()
                    : DayPhrase.day(cell.text()).orElse(null);
            if (day == null) {
                problems.add(
                        cell.kind() == Cell.Kind.EMPTY
                                ? Problem.of(row, "calendarFile.noDay")
                                : Problem.of(row, "calendarFile.notADay", shortened(cell.text())));
                return null;
            }
            if (day.getYear() != year) {
                problems.add(Problem.of(row, "calendarFile.wrongYear", DayRules.written(day), String.valueOf(year)));
                return null;
            }
            Integer first = rowOf.putIfAbsent(day, row);
            if (first != null) {
                problems.add(Problem.of(row, "calendarFile.twice", DayRules.written(day), first));
                return null;
            }
            return day;
        }

        private <T> @Nullable T asked(int row, Cell cell, Optional<T> understood, String problem) {
            if (cell.kind() == Cell.Kind.BROKEN) {
                problems.add(Problem.of(row, "calendarFile.broken"));
                return null;
            }
            if (understood.isEmpty()) {
                problems.add(Problem.of(row, problem, shortened(cell.text())));
            }
            return understood.orElse(null);
        }

        /** Enough to find the cell by. */
        private static String shortened(String text) {
            return text.length() <= 60 ? text : text.substring(0, 60) + "…";
        }
    }
}
