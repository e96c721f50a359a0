package vn.giaoviec.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook of a few sheets for people to read and print. Cells are texts, but for the figures of tables: what looks like a
 * formula stays a text, for the spreadsheet program too.
 */
public final class TextWorkbook {
    private static final Pattern LIKE_A_FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final int LONGEST_NAME = 27;
    private static final float LINE = 15;
    private static final float HIGHEST = 409;
    private static final int WIDTH_OF_A_LETTER = 256;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle plain = style(false, false);
    private final CellStyle bold = style(true, false);
    private final CellStyle guarded = style(false, true);
    private final CellStyle inTable = lined(style(false, false));
    private final CellStyle inTableGuarded = lined(style(false, true));
    private final CellStyle heading = lined(style(true, false));
    private final CellStyle percent = lined(style(false, false));
    private final CellStyle title = style(true, false);

    public TextWorkbook() {
        percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
        heading.setAlignment(HorizontalAlignment.CENTER);
        title.setWrapText(false);
    }

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

    /** Adds a table on a sheet of its own; its header stays in sight, and is printed on each page. */
    public void table(PrintedTable table) {
        List<Integer> widths =
                table.columns().stream().map(PrintedTable.Column::width).toList();
        Page page = page(unused(WorkbookUtil.createSafeSheetName(table.title())), widths);
        page.write(List.of(table.title()), title);
        page.headings(table.columns());
        table.rows().forEach(row -> page.items(row, widths));
        page.sheet.createFreezePane(0, 2);
        page.sheet.setRepeatingRows(new CellRangeAddress(1, 1, -1, -1));
        page.sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        page.sheet.getPrintSetup().setLandscape(true);
        page.sheet.setFitToPage(true);
        page.sheet.getPrintSetup().setFitHeight((short) 0);
    }

    /** Names of sheets are short, and no two are alike. */
    private String unused(String name) {
        String free = name;
        for (int at = 2; workbook.getSheet(free) != null; at++) {
            free = name.substring(0, Math.min(name.length(), LONGEST_NAME)) + " " + at;
        }
        return free;
    }

    /** The same as XLSX, always the same bytes for the same content. */
    public byte[] bytes(Instant made) {
        workbook.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(made)));
        return StillZip.of(bytes());
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

    private static CellStyle lined(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
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

        private void headings(List<PrintedTable.Column> columns) {
            XSSFRow row = sheet.createRow(next++);
            int lines = 1;
            for (int column = 0; column < columns.size(); column++) {
                PrintedTable.Column one = columns.get(column);
                XSSFCell cell = row.createCell(column);
                cell.setCellValue(one.heading());
                cell.setCellStyle(heading);
                lines = Math.max(lines, lines(one.heading(), one.width() - 2));
            }
            row.setHeightInPoints(height(lines));
        }

        private void items(List<PrintedTable.Item> items, List<Integer> widths) {
            XSSFRow row = sheet.createRow(next++);
            int lines = 1;
            for (int column = 0; column < items.size(); column++) {
                PrintedTable.Item item = items.get(column);
                XSSFCell cell = row.createCell(column);
                Double number = item.number();
                if (number == null) {
                    String text = cut(item.text());
                    cell.setCellValue(text);
                    cell.setCellStyle(LIKE_A_FORMULA.matcher(text).matches() ? inTableGuarded : inTable);
                    lines = Math.max(lines, lines(text, widths.get(column)));
                } else {
                    cell.setCellValue(number);
                    cell.setCellStyle(item.percent() ? percent : inTable);
                }
            }
            row.setHeightInPoints(height(lines));
        }

        /** How many lines a text takes; not every program finds out by itself. */
        private static int lines(String text, int width) {
            return text.lines()
                    .mapToInt(line -> 1 + line.length() / Math.max(1, width))
                    .sum();
        }

        private static float height(int lines) {
            return Math.min(HIGHEST, 1 + lines * LINE);
        }

        private void write(List<String> cells, CellStyle look) {
            XSSFRow row = sheet.createRow(next++);
            for (int column = 0; column < cells.size(); column++) {
                String text = cut(cells.get(column));
                if (!text.isEmpty()) {
                    XSSFCell cell = row.createCell(column);
                    cell.setCellValue(text);
                    cell.setCellStyle(LIKE_A_FORMULA.matcher(text).matches() ? guarded : look);
                }
            }
        }

        private static String cut(String text) {
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        }
    }
}
