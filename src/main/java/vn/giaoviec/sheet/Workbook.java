package vn.giaoviec.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.giaoviec.shared.Refusal;

/** XLSX: a zip of XML, which is counted before it is opened, since little that is packed may be much unpacked. */
final class Workbook {
    private static final int LARGEST_UNPACKED = 16 * 1024 * 1024;
    private static final int MOST_PARTS = 500;

    private Workbook() {}

    static void read(byte[] content, Sheet.Taker taker) throws IOException {
        count(content);
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(content));
                XSSFWorkbook workbook = new XSSFWorkbook(parts)) {
            XSSFSheet sheet = workbook.getSheetAt(workbook.getFirstVisibleTab());
            for (int number = sheet.getFirstRowNum(); number >= 0 && number <= sheet.getLastRowNum(); number++) {
                XSSFRow row = sheet.getRow(number);
                if (row != null) {
                    taker.take(number + 1, cells(row));
                }
            }
        } catch (Refusal refused) {
            throw refused;
        } catch (InvalidFormatException | IOException | RuntimeException broken) {
            // the library has no common word for “this is no workbook”
            throw new Refusal("refusal.sheetUnreadable");
        }
    }

    private static void count(byte[] content) throws IOException {
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[8192];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts++;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > LARGEST_UNPACKED || parts > MOST_PARTS) {
                        throw new Refusal("refusal.sheetBomb");
                    }
                }
            }
        } catch (IOException broken) {
            throw new Refusal("refusal.sheetUnreadable");
        }
    }

    private static List<Cell> cells(XSSFRow row) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < row.getLastCellNum(); column++) {
            XSSFCell cell = row.getCell(column);
            cells.add(cell == null ? Cell.EMPTY : cell(cell));
        }
        return cells;
    }

    private static Cell cell(XSSFCell cell) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        if (formula && !cell.getCTCell().isSetV()) {
            return Cell.BROKEN;
        }
        return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case STRING ->
                Cell.text(SeparatedText.clean(cell.getRichStringCellValue().getString()));
            case NUMERIC -> number(cell);
            case BOOLEAN -> Cell.text(cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR -> Cell.BROKEN;
            default -> Cell.EMPTY;
        };
    }

    private static Cell number(XSSFCell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime time = cell.getLocalDateTimeCellValue();
            return time == null ? Cell.BROKEN : Cell.date(time.toLocalDate());
        }
        return Cell.number(BigDecimal.valueOf(cell.getNumericCellValue()));
    }
}
