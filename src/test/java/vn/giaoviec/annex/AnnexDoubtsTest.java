package vn.giaoviec.annex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.giaoviec.annex.AnnexTest.day;
import static vn.giaoviec.annex.AnnexTest.keys;
import static vn.giaoviec.annex.AnnexTest.read;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.giaoviec.plan.Deadline;

/** What a file hides, cuts or leaves in doubt is told, and left to a person. */
class AnnexDoubtsTest {
    @Test
    void whatExcelMadeOfCodesAndDatesIsTold() throws IOException {
        AnnexFile file = AnnexFile.usual()
                .row(13.0, "Việc một", "Sở Nội vụ", "", LocalDate.of(2024, 6, 15), "Báo cáo")
                .row(13.0, "Việc hai", "Sở Nội vụ", "", "30/8/2024", "Báo cáo")
                .row(14, "Việc ba", "Sở Nội vụ", "", 2024, "Báo cáo");
        List<AnnexRow> tasks = read(file.xlsx()).tasks();
        assertThat(tasks).extracting(AnnexRow::code).containsExactly("13.0", "13.0", "14");
        assertThat(tasks.get(0).deadline().raw()).isEqualTo("15/06/2024");
        assertThat(tasks.get(0).dueOn()).as("a Saturday").isEqualTo("2024-06-14");
        assertThat(keys(tasks.get(0))).contains("annexWarning.codeIsNumber");
        assertThat(keys(tasks.get(1))).contains("annexWarning.codeTwice");
        assertThat(tasks.get(2).deadline().kind()).isEqualTo(Deadline.Kind.YEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2024", "30/2", "15/11/24", "32/01/2024", "", "Theo tiến độ"})
    void aDeadlineThatIsNoDayIsLeftToAPerson(String deadline) throws IOException {
        AnnexFile file = AnnexFile.usual().row("1", "Việc", "Sở Nội vụ", "", deadline, "Báo cáo");
        AnnexRow row = read(file.xlsx()).tasks().get(0);
        assertThat(row.dueOn()).isNull();
        assertThat(row.deadline().kind()).isEqualTo(Deadline.Kind.UNPARSED);
        assertThat(row.warnings()).anySatisfy(warning -> {
            assertThat(warning.severity()).isEqualTo(Warning.Severity.ERROR);
            assertThat(warning.column()).isEqualTo(AnnexColumn.DEADLINE);
        });
    }

    @Test
    void aColumnThatWritesTheMonthFirstIsNotTrusted() throws IOException {
        AnnexFile file = AnnexFile.usual()
                .row("1", "Việc một", "Sở Nội vụ", "", "12/31/2024", "Báo cáo")
                .row("2", "Việc hai", "Sở Nội vụ", "", "05/06/2024", "Báo cáo")
                .row("3", "Việc ba", "Sở Nội vụ", "", "30/6/2024", "Báo cáo");
        List<AnnexRow> tasks = read(file.docx()).tasks();
        assertThat(tasks).extracting(AnnexRow::dueOn).containsExactly(null, null, day("2024-06-28"));
        assertThat(keys(tasks.get(1))).contains("annexWarning.dayOrMonth");
        assertThat(read(AnnexFile.usual()
                                .row("1", "Việc", "Sở Nội vụ", "", "05/06/2024", "Báo cáo")
                                .docx())
                        .tasks()
                        .get(0)
                        .dueOn())
                .isEqualTo("2024-06-05");
    }

    @Test
    void whatNobodySeesInTheFileIsTold() throws IOException {
        byte[] file = AnnexFile.usual()
                .row("1", "Việc một", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .hiddenRow("2", "Việc hai", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .xlsx(book -> {
                    book.createSheet("Cũ").createRow(0).createCell(0).setCellValue("x");
                    book.setSheetHidden(1, true);
                    book.getSheetAt(0).setColumnHidden(3, true);
                    book.getSheetAt(0).setColumnHidden(5, true);
                    book.getSheetAt(0).setColumnHidden(7, true);
                });
        Annex annex = read(file);
        assertThat(annex.rows())
                .extracting(row -> keys(row).contains("annexWarning.hiddenRow"))
                .containsExactly(false, true);
        assertThat(annex.rows().get(0).deliverable()).as("read all the same").isEqualTo("Báo cáo");
        assertThat(annex.warnings())
                .extracting(Warning::key, Warning::args)
                .containsExactly(
                        tuple("annexWarning.hiddenSheet", List.of("Cũ", 1)),
                        tuple("annexWarning.hiddenRows", List.of("PL1", 1L)),
                        tuple("annexWarning.hiddenColumns", List.of("PL1", "D (Cơ quan phối hợp), F (Sản phẩm)")));
    }

    @Test
    void aDateCellWhoseDayMayBeTheMonthIsLeftToAPersonAndNoOther() throws IOException {
        assertThat(warned(true, day("2024-03-05"), day("2024-04-10"), day("2024-06-20")))
                .as("nothing speaks against them")
                .containsExactly("", "", "");
        assertThat(warned(true, day("2024-03-05"), "15/06/2024", "Quý III/2024", day("2024-06-06"), day("2024-11-30")))
                .as("one who writes words, and dates beyond the twelfth")
                .containsExactly("", "", "", "", "");
        assertThat(warned(true, day("2024-03-05"), "15/06/2024", "20-8-2024", day("2024-06-06")))
                .as("the sheet left as words what is no month")
                .containsExactly("swappedBeside", "", "", "");
        assertThat(warned(true, day("2024-03-05"), "trước 15/06/2024", "15.06.2024"))
                .as("no sheet would have made a date of these")
                .containsExactly("", "", "");
        assertThat(warned(true, day("2024-03-05"), "06/15/2024", day("2024-06-06")))
                .as("the column surely has the month first")
                .containsExactly("swappedBeside", "deadlineUnclear", "");
        assertThat(warned(false, day("2024-03-05"), day("2024-06-20"), day("2024-06-06")))
                .as("the screen shows 03/05 for the fifth of March")
                .containsExactly("swappedShown", "", "");
        assertThat(warned(true, day("2024-01-05"), day("2024-02-01"), day("2025-03-05"), day("2023-02-05")))
                .as("before the issue on 23/02 the first, which is after it as 01/05; so is 01/02 as 02/01 not")
                .containsExactly("swappedOutside", "", "", "");
    }

    /** What is warned of each deadline, of what is found here; nothing that is warned has a day, all else has. */
    private static List<String> warned(boolean dayFirst, Object... deadlines) throws IOException {
        AnnexFile file = AnnexFile.usual();
        for (int at = 0; at < deadlines.length; at++) {
            file.row(String.valueOf(at + 1), "Việc " + at, "Sở Nội vụ", "", deadlines[at], "Báo cáo");
        }
        byte[] book = file.xlsx(one -> {
            if (!dayFirst) {
                one.getSheetAt(0)
                        .getRow(1)
                        .getCell(4)
                        .getCellStyle()
                        .setDataFormat(one.createDataFormat().getFormat("mm/dd/yyyy"));
            }
        });
        return read(book).tasks().stream()
                .map(row -> {
                    String key = row.warnings().stream()
                            .filter(warning -> warning.column() == AnnexColumn.DEADLINE
                                    && warning.severity() == Warning.Severity.ERROR)
                            .map(warning -> warning.key().replace("annexWarning.", ""))
                            .findFirst()
                            .orElse("");
                    assertThat(row.dueOn() == null).as(row.deadline().raw()).isEqualTo(!key.isEmpty());
                    return key;
                })
                .toList();
    }

    @Test
    void aDateThatShowsDayAndMonthIsADay() throws IOException {
        for (String format : List.of("dd/mm", "d-m", "dd/mm/yy", "d/m/yyyy", "mm/yyyy", "mmm-yy")) {
            byte[] book = AnnexFile.usual()
                    .row("1", "Việc", "Sở Nội vụ", "", day("2024-05-03"), "Báo cáo")
                    .xlsx(one -> one.getSheetAt(0)
                            .getRow(1)
                            .getCell(4)
                            .getCellStyle()
                            .setDataFormat(one.createDataFormat().getFormat(format)));
            assertThat(read(book).tasks().get(0).dueOn())
                    .as(format)
                    .isEqualTo(format.startsWith("d") ? "2024-05-03" : "2024-05-31");
        }
    }

    @Test
    void aTableWithinACellIsKeptAsFarAsItFitsAndTheRestIsTold() throws IOException {
        byte[] file = AnnexFile.usual()
                .row("1", "Việc một", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .row("2", "Việc hai", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .docx(document -> {
                    var rows = document.getTables().get(0).getRows();
                    inner(rows.get(1).getCell(5), 20);
                    inner(rows.get(2).getCell(5), 200);
                });
        List<AnnexRow> tasks = read(file).tasks();
        assertThat(tasks).hasSize(2);
        assertThat(keys(tasks.get(0))).doesNotContain("annexWarning.innerTableCut");
        assertThat(tasks.get(0).deliverable()).contains("sản phẩm số 1 ", "sản phẩm số 20");
        assertThat(keys(tasks.get(1))).contains("annexWarning.innerTableCut");
        assertThat(tasks.get(1).deliverable())
                .startsWith("Báo cáo")
                .contains("sản phẩm số 1 ", "sản phẩm số 60")
                .doesNotContain("sản phẩm số 200")
                .endsWith("…");
    }

    private static void inner(XWPFTableCell cell, int rows) {
        var table = cell.getCTTc().addNewTbl();
        for (int at = 1; at <= rows; at++) {
            table.addNewTr().addNewTc().addNewP().addNewR().addNewT().setStringValue("sản phẩm số " + at);
        }
    }
}
