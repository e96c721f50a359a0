package vn.giaoviec.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import vn.giaoviec.calendar.CalendarDay.Kind;
import vn.giaoviec.calendar.CalendarFileRefused.Problem;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** A year of days from a file: understood as people write it, or refused whole with every row and reason. */
@EngineTest
class ReadDaysTest {
    private static final String HEADER = "Ngày;Loại;Ghi chú;Chính thức\n";

    @Autowired
    ReadDays readDays;

    @Autowired
    CalendarYears years;

    @Autowired
    MessageSource messages;

    @Autowired
    Province province;

    @Test
    void aListIsReadAsPeopleWriteIt() {
        assertThat(read(
                        2024,
                        "LỊCH NGHỈ NĂM 2024;;;\n" + HEADER
                                + "01/01/2024;nghỉ;Tết Dương lịch;có\n"
                                + "4/5/2024;Làm bù;Làm bù cho ngày 29/4;\n"
                                + "2024-09-02;OFF;Quốc khánh;dự kiến\n"))
                .containsExactlyInAnyOrder(
                        new CalendarDay(LocalDate.of(2024, 1, 1), Kind.OFF, "Tết Dương lịch", true),
                        new CalendarDay(LocalDate.of(2024, 5, 4), Kind.WORK, "Làm bù cho ngày 29/4", true),
                        new CalendarDay(LocalDate.of(2024, 9, 2), Kind.OFF, "Quốc khánh", false));
        assertThat(read(2024, "Type,Date,Official\nwork,2024-05-04,no\n"))
                .containsExactly(new CalendarDay(LocalDate.of(2024, 5, 4), Kind.WORK, "", false));
    }

    @Test
    void aWorkbookWithRealDatesIsReadToo() throws IOException {
        byte[] file = workbook(sheet -> {
            CellStyle style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat((short) 14);
            XSSFRow row = sheet.createRow(1);
            row.createCell(0).setCellValue(LocalDate.of(2024, 4, 30));
            row.getCell(0).setCellStyle(style);
            row.createCell(1).setCellValue("nghỉ");
        });
        assertThat(province.<List<CalendarDay>>as("office1", () -> read(2024, file, false)))
                .containsExactly(new CalendarDay(LocalDate.of(2024, 4, 30), Kind.OFF, "", true));
    }

    @Test
    void theWholeYearNamesWhatItDropsAndAPartDropsNothing() {
        byte[] file = (HEADER + "30/04/2025;nghỉ;Ngày Chiến thắng;có\n").getBytes(StandardCharsets.UTF_8);
        List<CalendarDay> whole = province.as("office1", () -> read(2025, file, true));
        assertThat(whole).hasSize(years.of(2025).size());
        assertThat(whole).filteredOn(day -> day.kind() != Kind.PLAIN).hasSize(1);
        assertThat(province.<List<CalendarDay>>as("office1", () -> read(2025, file, false)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ba mươi tháng tư;nghỉ;;|calendarFile.notADay",
                "31/02/2024;nghỉ;;|calendarFile.notADay",
                "30/4;nghỉ;;|calendarFile.notADay",
                "45412;nghỉ;;|calendarFile.notADay",
                ";nghỉ;Không có ngày;|calendarFile.noDay",
                "30/04/2025;nghỉ;;|calendarFile.wrongYear",
                "30/04/2024;chơi;;|calendarFile.unknownKind",
                "30/04/2024;;;|calendarFile.unknownKind",
                "30/04/2024;nghỉ;;có lẽ|calendarFile.unknownOfficial",
                "02/05/2024;làm bù;;|calendarFile.alreadyWorked",
            })
    void aWrongRowIsNamedWithItsReason(String row, String key) {
        problems(2024, HEADER + "01/05/2024;nghỉ;;\n" + row + "\n")
                .extracting(Problem::row, Problem::key)
                .containsExactly(tuple(3, key));
    }

    @Test
    void aDayThatStandsTwiceNamesBothRows() {
        problems(2024, HEADER + "01/05/2024;nghỉ;;\n\n2024-05-01;làm bù;;\n")
                .containsExactly(new Problem(4, "calendarFile.twice", List.of("01/05/2024", 2)));
    }

    @Test
    void aNoteThatIsTooLongAndEveryOtherMistakeAreToldAtOnce() {
        problems(2024, HEADER + "01/05/2024;nghỉ;" + "x".repeat(201) + ";\nx;y;;z\n")
                .extracting(Problem::row, Problem::key)
                .containsExactly(
                        tuple(2, "calendarFile.noteTooLong"),
                        tuple(3, "calendarFile.notADay"),
                        tuple(3, "calendarFile.unknownKind"),
                        tuple(3, "calendarFile.unknownOfficial"));
    }

    @Test
    void aFormulaThatFailedIsNamed() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.createRow(1).createCell(0).setCellFormula("DATE(2024,4,30)");
            sheet.getRow(1).createCell(1).setCellValue("nghỉ");
        });
        assertThatThrownBy(() -> province.as("office1", () -> read(2024, file, false)))
                .asInstanceOf(type(CalendarFileRefused.class))
                .satisfies(refused -> assertThat(refused.problems())
                        .containsExactly(new Problem(2, "calendarFile.broken", List.of())));
    }

    @Test
    void aDayOffOnASundayIsNoMistake() {
        assertThat(read(2024, HEADER + "05/05/2024;nghỉ;;\n")).hasSize(1);
    }

    @Test
    void aFileWithoutDaysHeaderOrRightIsRefused() {
        refused("refusal.calendarFileEmpty", HEADER);
        refused("refusal.calendarFileHeader", "30/04/2024;nghỉ\n");
        refused("refusal.calendarFileHeader", "Kính gửi các đơn vị\nLịch nghỉ lễ như sau\n");
        refused("refusal.calendarColumnTwice", "Ngày;Loại;Date\n");
        refused("refusal.sheetTooLong", HEADER + "01/05/2024;nghỉ;;\n".repeat(1_000));
        refused("refusal.fileTooLarge", HEADER + "x".repeat(1024 * 1024));
        assertThatThrownBy(() ->
                        province.as("head.stttt", () -> read(2024, HEADER.getBytes(StandardCharsets.UTF_8), false)))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void reasonsAreToldInBothLanguages() {
        Problem twice = new Problem(4, "calendarFile.twice", List.of("01/05/2024", 2));
        assertThat(messages.getMessage(twice.key(), twice.args().toArray(), Locale.forLanguageTag("vi")))
                .isEqualTo("Ngày 01/05/2024 đã có ở dòng 2. Hãy giữ lại một dòng.");
        assertThat(messages.getMessage(twice.key(), twice.args().toArray(), Locale.ENGLISH))
                .isEqualTo("01/05/2024 stands in row 2 already. Keep one of them.");
    }

    private void refused(String key, String text) {
        assertThatThrownBy(() -> read(2024, text)).isInstanceOf(Refusal.class).hasMessage(key);
    }

    private ListAssert<Problem> problems(int year, String text) {
        try {
            read(year, text);
        } catch (CalendarFileRefused refused) {
            return assertThat(refused.problems());
        }
        throw new AssertionError("not refused");
    }

    private List<CalendarDay> read(int year, String text) {
        return province.as("office1", () -> read(year, text.getBytes(StandardCharsets.UTF_8), false));
    }

    private List<CalendarDay> read(int year, byte[] file, boolean whole) {
        try {
            return readDays.read(new ByteArrayInputStream(file), year, whole);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] workbook(java.util.function.Consumer<XSSFSheet> content) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet();
            XSSFRow header = sheet.createRow(0);
            header.createCell(0).setCellValue("Ngày");
            header.createCell(1).setCellValue("Loại");
            content.accept(sheet);
            book.write(bytes);
            return bytes.toByteArray();
        }
    }
}
