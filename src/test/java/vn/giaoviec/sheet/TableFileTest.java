package vn.giaoviec.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.giaoviec.shared.Refusal;

/** All of a file: its sheets and tables, what is merged or hidden, what a person sees in a cell. */
class TableFileTest {
    private static final Limits LIMITS = new Limits(1_000_000, 1_000, 20);

    @Test
    void everySheetIsReadWithWhatPeopleSee() throws IOException {
        TableFile file;
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("Một");
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue(13);
            row.getCell(0).setCellStyle(format(book, "0.0"));
            row.createCell(1).setCellValue(LocalDate.of(2024, 12, 1));
            row.getCell(1).setCellStyle(format(book, "mm/yyyy"));
            row.createCell(2).setCellValue(0.9);
            row.getCell(2).setCellStyle(format(book, "0%"));
            row.createCell(3).setCellValue("dài");
            sheet.createRow(2).setZeroHeight(true);
            sheet.getRow(2).createCell(0).setCellValue("ẩn");
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 3, 4));
            sheet.getHeader().setCenter("Đầu trang");
            book.createSheet("Hai").createRow(0).createCell(0).setCellValue("x");
            book.setSheetHidden(1, true);
            book.write(bytes);
            file = TableFile.read(bytes.toByteArray(), LIMITS);
        }
        assertThat(file.grids()).extracting(Grid::label).containsExactly("Một", "Hai");
        assertThat(file.grids()).extracting(Grid::hidden).containsExactly(false, true);
        assertThat(file.around()).containsExactly("Đầu trang");
        Grid grid = file.grids().get(0);
        Row first = grid.rows().get(0);
        Row second = grid.rows().get(1);
        assertThat(first.number()).isEqualTo(2);
        assertThat(first.cells().subList(0, 3)).extracting(Cell::shown).containsExactly("13.0", "12/2024", "90%");
        assertThat(second.hidden()).isTrue();
        assertThat(grid.seen(second, 3).text()).isEqualTo("dài");
        assertThat(grid.area(3, 3)).contains(new Area(2, 3, 3, 4));
    }

    @Test
    void aDocumentGivesItsTablesAlsoWithinTablesAndTheNumbersOfItsLists() throws IOException {
        TableFile file = TableFile.read(
                zip(Map.of(
                        "_rels/.rels",
                        relations("x", "officeDocument", "word/document.xml"),
                        "word/_rels/document.xml.rels",
                        relations("n", "numbering", "numbering.xml"),
                        "word/numbering.xml",
                        """
                                <w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>
                                <w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
                                <w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>""",
                        "word/document.xml",
                        """
                                <w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Trên bảng</w:t></w:r></w:p>
                                <w:tbl><w:tr>
                                <w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr></w:p></w:tc>
                                <w:tc><w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r><w:del><w:r><w:delText>ba</w:delText></w:r></w:del></w:p>
                                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>trong</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr>
                                <w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>
                                <w:r><w:t>rộng</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>khuất</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
                                <w:p><w:r><w:t>Dưới bảng</w:t></w:r></w:p></w:body></w:document>""")),
                LIMITS);
        assertThat(file.grids()).hasSize(2);
        Grid outer = file.grids().get(0);
        assertThat(outer.above()).containsExactly("Trên bảng");
        assertThat(file.around()).containsExactly("Dưới bảng");
        assertThat(outer.rows().get(0).cells()).extracting(Cell::text).containsExactly("3.", "một\nhai\ntrong");
        assertThat(outer.rows().get(1).cell(0).text()).isEqualTo("4. rộng");
        assertThat(outer.area(2, 1)).isPresent();
        assertThat(file.grids().get(1).inside()).isEqualTo(new Grid.Inside(1, 1));
    }

    @Test
    void aTitleWithCommasDoesNotHideTheSemicolons() {
        TableFile file = TableFile.read(
                "Kế hoạch, phụ lục, bảng\r\nSTT;Việc\r\n1;\"a;b,c\"\r\n".getBytes(StandardCharsets.UTF_8), LIMITS);
        assertThat(file.grids().get(0).rows().get(2).cell(1).text()).isEqualTo("a;b,c");
    }

    @Test
    void whatOverlapsIsRefusedWithItsPlace() throws IOException {
        byte[] file = zip(Map.of(
                "_rels/.rels",
                relations("x", "officeDocument", "xl/workbook.xml"),
                "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"A\" id=\"s\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                relations("s", "worksheet", "s.xml"),
                "xl/s.xml",
                "<worksheet><row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"B4\"><v>1</v></c></row>"
                        + "<mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"B4:B9\"/></worksheet>"));
        assertThatThrownBy(() -> TableFile.read(file, LIMITS)).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.key()).isEqualTo("refusal.mergesOverlap");
            assertThat(refused.args()).isEqualTo(List.of("A", 4, "B"));
        });
    }

    private static CellStyle format(XSSFWorkbook book, String code) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(code));
        return style;
    }

    private static String relations(String id, String type, String target) {
        return "<Relationships><Relationship Id=\"%s\" Type=\"x/%s\" Target=\"%s\"/></Relationships>"
                .formatted(id, type, target);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
