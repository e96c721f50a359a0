package vn.giaoviec.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook of a few sheets for people to read and print. All cells are texts: what looks like a formula stays a text, for the
 * spreadsheet program too.
 */
public final class TextWorkbook {
    private static final Pattern LIKE_A_FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final int WIDTH_OF_A_LETTER = 256;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle plain = style(false, false);
    private final CellStyle bold = style(true, false);
    private final CellStyle guarded = style(false, true);

    /**
     * Adds a sheet.
     *
     * @param widths how wide its columns are, in letters
     */
    public Page page(String name, List<Integer> widths) {
        XSSFSheet sheet = workbook.createSheet(name);
        for (int column = 0; column < widths.size(); column++) {
            sheet.setColumnWidth(column, widths.get(column) * WIDTH_OF_A_LETTER);
        }
        return new Page(sheet);
    }

    /** All of it, as XLSX. */
    public byte[] bytes() {
        try (workbook;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private CellStyle style(boolean heavy, boolean asText) {
        CellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setQuotePrefixed(asText);
        if (heavy) {
            Font font = workbook.createFont();
            font.setBold(true);
            style.setFont(font);
        }
        return style;
    }

    /** One sheet, written from top to bottom. */
    public final class Page {
        private final XSSFSheet sheet;
        private int next;

        private Page(XSSFSheet sheet) {
            this.sheet = sheet;
        }

        /** Adds a row. */
        public void row(List<String> cells) {
            write(cells, plain);
        }

        /** Adds a row that stands out: a title, a header or a headline. */
        public void heading(List<String> cells) {
            write(cells, bold);
        }

        private void write(List<String> cells, CellStyle look) {
            XSSFRow row = sheet.createRow(next++);
            for (int column = 0; column < cells.size(); column++) {
                String text = cells.get(column);
                if (!text.isEmpty()) {
                    XSSFCell cell = row.createCell(column);
                    cell.setCellValue(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
                    cell.setCellStyle(LIKE_A_FORMULA.matcher(text).matches() ? guarded : look);
                }
            }
        }
    }
}
