package vn.giaoviec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.sheet.Csv;

/** A printed report read back: its parts, its tables, its totals. */
@ReportedYear
class PrintReportTest {
    @Autowired
    ReportedProvince reported;

    @Autowired
    PrintReport printReport;

    @Autowired
    ComposeReport composeReport;

    private Report first;
    private Report second;

    @BeforeAll
    void begins() {
        reported.lives();
        first = reported.first();
        second = reported.second();
    }

    @Test
    void theDocumentHasTheFormOfDecree30() throws IOException {
        try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(docx(second)))) {
            XWPFTable head = paper.getTables().get(0);
            assertThat(head.getRow(0).getCell(0).getText())
                    .contains("ỦY BAN NHÂN DÂN", "TỈNH BÌNH ĐỊNH", "Số: 02/BC-UBND");
            assertThat(head.getRow(0).getCell(1).getText())
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
                    .contains("Bình Định, ngày 19 tháng 3 năm 2025");
            List<String> words = paper.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .filter(line -> !line.isBlank())
                    .toList();
            assertThat(words).startsWith("BÁO CÁO", "Kết quả thực hiện Kế hoạch thử, kỳ báo cáo quý I/2025");
            assertThat(words.stream().filter(line -> line.matches("[IV]+\\. .*|PHỤ LỤC")))
                    .containsExactly(
                            "I. TÌNH HÌNH CHUNG",
                            "II. KẾT QUẢ THEO NHÓM GIẢI PHÁP, TRỤ CỘT VÀ ĐƠN VỊ",
                            "III. KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
                            "IV. NHIỆM VỤ QUÁ HẠN VÀ NGUYÊN NHÂN",
                            "V. THAY ĐỔI SO VỚI BÁO CÁO TRƯỚC",
                            "PHỤ LỤC");
            XWPFTable whole = paper.getTables().get(1);
            assertThat(whole.getRow(0).isRepeatHeader()).isTrue();
            assertThat(line(whole, 0))
                    .containsExactly(
                            "Nội dung",
                            "Tổng số",
                            "Hoàn thành đúng hạn",
                            "Hoàn thành quá hạn",
                            "Chưa hoàn thành, trong hạn",
                            "Chưa hoàn thành, quá hạn",
                            "Tạm dừng",
                            "Tỷ lệ hoàn thành");
            assertThat(line(whole, 1)).containsExactly("Toàn tỉnh", "4", "0", "1", "1", "2", "0", "25,0%");
            XWPFTable annex = paper.getTables().get(paper.getTables().size() - 1);
            assertThat(annex.getNumberOfRows()).isEqualTo(6);
            assertThat(paper.getTables().get(paper.getTables().size() - 2).getText())
                    .contains("Nơi nhận:", "CHỦ TỊCH");
            assertThat(paper.getFooterList()).singleElement().satisfies(foot -> assertThat(foot.getText())
                    .contains("02/BC/2025", second.sha256(), "Kiểm chứng"));
            assertThat(paper.getDocument().getBody().getSectPr().getPgSz().getOrient())
                    .hasToString("landscape");
        }
    }

    @Test
    void theWorkbookHasASheetForEachTableAndNumbersAreNumbers() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx(second)))) {
            assertThat(Stream.iterate(0, at -> at + 1)
                            .limit(workbook.getNumberOfSheets())
                            .map(workbook::getSheetName))
                    .containsExactly(
                            "Kết quả chung toàn tỉnh",
                            "Theo nhóm giải pháp",
                            "Theo trụ cột",
                            "Theo đơn vị chủ trì",
                            "Kết quả từng chỉ tiêu",
                            "Nhiệm vụ quá hạn, nguyên nhân",
                            "Thay đổi số liệu tổng hợp",
                            "Thay đổi của từng hồ sơ",
                            "Thay đổi số liệu chỉ tiêu",
                            "Danh mục hồ sơ nhiệm vụ",
                            "Báo cáo");
            XSSFSheet units = workbook.getSheet("Theo đơn vị chủ trì");
            double total = 0;
            for (int row = 2; row <= units.getLastRowNum(); row++) {
                total += units.getRow(row).getCell(1).getNumericCellValue();
            }
            XSSFSheet whole = workbook.getSheetAt(0);
            assertThat(total)
                    .isEqualTo(whole.getRow(2).getCell(1).getNumericCellValue())
                    .isEqualTo(4);
            assertThat(whole.getRow(2).getCell(7).getNumericCellValue()).isEqualTo(0.25);
            assertThat(whole.getRow(2).getCell(7).getCellStyle().getDataFormatString())
                    .isEqualTo("0.0%");
            assertThat(whole.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
            assertThat(whole.getRepeatingRows().formatAsString()).isEqualTo("2:2");
        }
    }

    @Test
    void whatLooksLikeAFormulaStaysText() throws IOException {
        String formula = "=HYPERLINK(\"http://x.example\";\"bấm\")";
        String altered = second.snapshot().replace("thiếu kinh phí", formula.replace("\"", "\\\""));
        Report evil = new Report(
                second.year(),
                second.number(),
                second.planYear(),
                second.period(),
                altered,
                CanonicalJson.sha256(altered),
                second.by(),
                second.byName(),
                second.at());
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx(evil)))) {
            var cells = Stream.of(workbook.getSheet("Nhiệm vụ quá hạn, nguyên nhân"))
                    .flatMap(sheet -> Stream.iterate(2, at -> at + 1)
                            .limit(sheet.getLastRowNum() - 1L)
                            .map(sheet::getRow))
                    .map(row -> row.getCell(7))
                    .filter(cell -> cell.toString().startsWith("="))
                    .toList();
            assertThat(cells).singleElement().satisfies(cell -> {
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(formula);
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            });
        }
        ReportContent content = composeReport.of(evil, first, Locale.forLanguageTag("vi"));
        String csv = Csv.tables(content.sections().get(3).tables());
        assertThat(csv).contains("\"'=HYPERLINK(\"\"http").doesNotContain(";\"=");
        try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(docx(evil)))) {
            assertThat(paper.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining()))
                    .contains(formula);
            assertThat(paper.getDocument().xmlText()).doesNotContain("w:instrText", "HYPERLINK(&quot;");
        }
    }

    @Test
    void theSameReportIsTheSameBytes() throws IOException {
        assertThat(docx(second)).isEqualTo(docx(second));
        assertThat(xlsx(second)).isEqualTo(xlsx(second));
    }

    @Test
    void whatWasAlteredIsNotPrinted() {
        Report forged = new Report(
                second.year(),
                second.number(),
                second.planYear(),
                second.period(),
                second.snapshot().replace("OPEN_LATE", "OPEN_IN_TIME"),
                second.sha256(),
                second.by(),
                second.byName(),
                second.at());
        assertThatThrownBy(() -> printReport.print(forged, first, PrintReport.Format.DOCX))
                .isInstanceOf(Refusal.Conflict.class);
    }

    private byte[] docx(Report report) {
        return printReport.print(report, first, PrintReport.Format.DOCX);
    }

    private byte[] xlsx(Report report) {
        return printReport.print(report, first, PrintReport.Format.XLSX);
    }

    private static List<String> line(XWPFTable table, int row) {
        return table.getRow(row).getTableCells().stream()
                .map(XWPFTableCell::getText)
                .toList();
    }
}
