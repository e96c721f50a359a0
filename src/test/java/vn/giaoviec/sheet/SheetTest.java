package vn.giaoviec.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.giaoviec.shared.Refusal;

/** Files as offices save them are read; what is broken, too large or meant to do harm is refused in words. */
class SheetTest {
    private static final Limits LIMITS = new Limits(200_000, 100, 10);

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void textIsReadWhateverSeparatesIt(String separator) throws IOException {
        String words = "\uFEFFNgày|Ghi chú\r\n\r\n\"2024-05-01\"|\" nghỉ | \"\"lễ\"\"\nlớn \"\r\n||\r\n";
        List<Row> rows = read(words.replace("|", separator).getBytes(StandardCharsets.UTF_8));
        assertThat(rows).extracting(Row::number).containsExactly(1, 3);
        assertThat(rows.get(0).cell(0).text()).isEqualTo("Ngày");
        assertThat(rows.get(1).cell(0).text()).isEqualTo("2024-05-01");
        assertThat(rows.get(1).cell(1).text()).isEqualTo("nghỉ " + separator + " \"lễ\"\nlớn");
        assertThat(rows.get(1).cell(7).kind()).isEqualTo(Cell.Kind.EMPTY);
    }

    @Test
    void lettersInTwoPiecesAreReadAsOne() throws IOException {
        assertThat(read("Nga\u0300y;x".getBytes(StandardCharsets.UTF_8))
                        .get(0)
                        .cell(0)
                        .text())
                .isEqualTo("Ngày");
    }

    @Test
    void aWorkbookGivesDatesNumbersWordsAndWhatFormulasCameTo() throws IOException {
        List<Row> rows = read(workbook(book -> {
            XSSFRow row = book.createSheet().createRow(4);
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.getCreationHelper().createDataFormat().getFormat("dd/mm/yyyy"));
            row.createCell(0).setCellValue(LocalDate.of(2024, 4, 30));
            row.getCell(0).setCellStyle(day);
            row.createCell(1).setCellValue(" Ngày\u00a0Chiến thắng ");
            row.createCell(2).setCellValue(12.50);
            row.createCell(3).setCellFormula("A5+1");
            row.getCell(3).setCellStyle(day);
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(3));
            row.createCell(4).setCellFormula("1/0");
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(4));
            row.createCell(5).setCellFormula("A5+2");
            row.createCell(6).setCellValue(true);
        }));
        assertThat(rows).extracting(Row::number).containsExactly(5);
        Row row = rows.get(0);
        assertThat(row.cell(0).date()).isEqualTo("2024-04-30");
        assertThat(row.cell(1).text()).isEqualTo("Ngày Chiến thắng");
        assertThat(row.cell(2).number()).isEqualByComparingTo("12.5");
        assertThat(row.cell(3).date()).isEqualTo("2024-05-01");
        assertThat(row.cell(4).kind()).as("an error").isEqualTo(Cell.Kind.BROKEN);
        assertThat(row.cell(5).kind()).as("never computed").isEqualTo(Cell.Kind.BROKEN);
        assertThat(row.cell(6).text()).isEqualTo("TRUE");
    }

    @Test
    void whatIsNoSpreadsheetIsRefused() throws IOException {
        refused("refusal.fileIsEmpty", new byte[0]);
        refused("refusal.sheetUnreadable", "Ngày;Loại".getBytes(Charset.forName("UTF-16LE")));
        refused("refusal.sheetUnreadable", "Ngày".getBytes(StandardCharsets.ISO_8859_1));
        refused("refusal.sheetUnreadable", "\"nghỉ".getBytes(StandardCharsets.UTF_8));
        refused("refusal.sheetUnreadable", "\u0089PNG\r\n\u0000".getBytes(StandardCharsets.ISO_8859_1));
        refused("refusal.sheetUnreadable", "%PDF-1.7\nx".getBytes(StandardCharsets.UTF_8));
        refused("refusal.sheetUnreadable", zip("word/document.xml", 100));
        byte[] whole =
                workbook(book -> book.createSheet().createRow(0).createCell(0).setCellValue("Ngày"));
        refused("refusal.sheetUnreadable", java.util.Arrays.copyOf(whole, whole.length / 2));
        try (HSSFWorkbook old = new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            old.createSheet();
            old.write(bytes);
            refused("refusal.sheetOld", bytes.toByteArray());
        }
    }

    @Test
    void aPasswordIsToldAsSuch() throws IOException, GeneralSecurityException {
        byte[] open =
                workbook(book -> book.createSheet().createRow(0).createCell(0).setCellValue("Ngày"));
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("mật khẩu");
            try (OutputStream hidden = encryptor.getDataStream(files)) {
                hidden.write(open);
            }
            files.writeFilesystem(bytes);
            refused("refusal.sheetProtected", bytes.toByteArray());
        }
    }

    @Test
    void littleThatUnpacksToMuchIsNotOpened() throws IOException {
        byte[] bomb = zip("xl/worksheets/sheet1.xml", 100 * 1024 * 1024);
        assertThat(bomb.length).isLessThan(LIMITS.bytes());
        refused("refusal.sheetBomb", bomb);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream parts = new ZipOutputStream(many)) {
            for (int part = 0; part < 600; part++) {
                parts.putNextEntry(new ZipEntry("part" + part));
                parts.write('x');
            }
        }
        refused("refusal.sheetBomb", many.toByteArray());
    }

    @Test
    void anEntityIsNotFetched() throws IOException {
        byte[] plain =
                workbook(book -> book.createSheet().createRow(0).createCell(0).setCellValue("x"));
        ByteArrayOutputStream forged = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(plain));
                ZipOutputStream out = new ZipOutputStream(forged)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(part.getName()));
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.write((part.getName().endsWith("sharedStrings.xml")
                                ? text.replaceFirst(
                                                "<sst",
                                                "<!DOCTYPE sst [<!ENTITY file SYSTEM \"file:///etc/hostname\">]><sst")
                                        .replace(">x<", ">&file;<")
                                : text)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        refused("refusal.sheetUnreadable", forged.toByteArray());
    }

    @Test
    void whatIsTooLargeIsRefused() throws IOException {
        refused("refusal.fileTooLarge", "x".repeat(LIMITS.bytes() + 1).getBytes(StandardCharsets.UTF_8));
        refused("refusal.sheetTooLong", "x\n".repeat(101).getBytes(StandardCharsets.UTF_8));
        assertThat(read("x\n".repeat(100).getBytes(StandardCharsets.UTF_8))).hasSize(100);
        refused("refusal.sheetTooWide", "1,2,3,4,5,6,7,8,9,10,11".getBytes(StandardCharsets.UTF_8));
        refused("refusal.sheetTooLong", workbook(book -> {
            var sheet = book.createSheet();
            for (int row = 0; row < 101; row++) {
                sheet.createRow(row).createCell(0).setCellValue(row);
            }
        }));
    }

    private static void refused(String key, byte[] content) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(Refusal.class).hasMessage(key);
    }

    private static List<Row> read(byte[] content) throws IOException {
        return Sheet.read(new ByteArrayInputStream(content), LIMITS);
    }

    private static byte[] zip(String part, int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(new byte[size]);
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook(java.util.function.Consumer<XSSFWorkbook> content) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            content.accept(book);
            book.write(bytes);
            return bytes.toByteArray();
        }
    }
}
