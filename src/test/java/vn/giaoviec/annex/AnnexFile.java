package vn.giaoviec.annex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/**
 * Writes an annex as offices do. A cell is a text, a {@link LocalDate}, a number, or one of the signs below; a table is written
 * once and saved as XLSX, DOCX or CSV.
 */
final class AnnexFile {
    /** The cell goes on from the one above, or from the one to the left. */
    static final Object ABOVE = new Object();

    static final Object LEFT = new Object();

    /** The header of tests that need no other. */
    static final Object[] HEADER = {
        "STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"
    };

    private final List<String> titles = new ArrayList<>();
    private final List<List<Object>> rows = new ArrayList<>();
    private final List<String> below = new ArrayList<>();
    private final List<Integer> breaks = new ArrayList<>();
    private final List<Integer> hidden = new ArrayList<>();

    static AnnexFile of(String... titles) {
        AnnexFile file = new AnnexFile();
        file.titles.addAll(Arrays.asList(titles));
        return file;
    }

    /** With the usual header. */
    static AnnexFile usual() {
        return of().row(HEADER);
    }

    AnnexFile row(Object... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** The next row stands in a further table of the document. */
    AnnexFile newTable() {
        breaks.add(rows.size());
        return this;
    }

    /** A row that who opens the workbook does not see. */
    AnnexFile hiddenRow(Object... cells) {
        hidden.add(rows.size());
        return row(cells);
    }

    AnnexFile below(String... lines) {
        below.addAll(Arrays.asList(lines));
        return this;
    }

    /** The number of a row in the workbook. */
    int row(int index) {
        return titles.size() + index + 1;
    }

    byte[] xlsx() throws IOException {
        return xlsx(book -> {});
    }

    byte[] xlsx(java.util.function.Consumer<XSSFWorkbook> more) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("PL1");
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            CellStyle code = book.createCellStyle();
            code.setDataFormat(book.createDataFormat().getFormat("0.0"));
            for (String title : titles) {
                sheet.createRow(sheet.getPhysicalNumberOfRows()).createCell(0).setCellValue(title);
            }
            for (int at = 0; at < rows.size(); at++) {
                XSSFRow row = sheet.createRow(titles.size() + at);
                row.setZeroHeight(hidden.contains(at));
                for (int column = 0; column < rows.get(at).size(); column++) {
                    write(row.createCell(column), rows.get(at).get(column), day, code);
                }
            }
            merge(sheet);
            for (String line : below) {
                sheet.createRow(sheet.getLastRowNum() + 1).createCell(1).setCellValue(line);
            }
            more.accept(book);
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void write(XSSFCell cell, Object content, CellStyle day, CellStyle code) {
        if (content instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (content instanceof Double number) {
            cell.setCellValue(number);
            cell.setCellStyle(code);
        } else if (content instanceof Integer number) {
            cell.setCellValue(number);
        } else if (content != ABOVE && content != LEFT && !"".equals(content)) {
            cell.setCellValue(content.toString());
        }
    }

    private void merge(XSSFSheet sheet) {
        for (int at = 0; at < rows.size(); at++) {
            List<Object> row = rows.get(at);
            for (int column = 0; column < row.size(); column++) {
                if (row.get(column) == ABOVE || row.get(column) == LEFT) {
                    continue;
                }
                int right = column;
                while (right + 1 < row.size() && row.get(right + 1) == LEFT) {
                    right++;
                }
                int down = at;
                while (down + 1 < rows.size()
                        && column < rows.get(down + 1).size()
                        && rows.get(down + 1).get(column) == ABOVE) {
                    down++;
                }
                if (right > column || down > at) {
                    sheet.addMergedRegion(
                            new CellRangeAddress(titles.size() + at, titles.size() + down, column, right));
                }
            }
        }
    }

    byte[] docx() throws IOException {
        return docx(document -> {});
    }

    byte[] docx(java.util.function.Consumer<XWPFDocument> more) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            titles.forEach(title -> document.createParagraph().createRun().setText(title));
            XWPFTable table = null;
            for (int at = 0; at < rows.size(); at++) {
                if (table == null || breaks.contains(at)) {
                    if (table != null) {
                        document.createParagraph();
                    }
                    table = document.createTable();
                    table.removeRow(0);
                }
                write(table, at);
            }
            below.forEach(line -> document.createParagraph().createRun().setText(line));
            more.accept(document);
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void write(XWPFTable table, int at) {
        var row = table.createRow();
        while (!row.getTableCells().isEmpty()) {
            row.removeCell(0);
        }
        List<Object> cells = rows.get(at);
        for (int column = 0; column < cells.size(); ) {
            XWPFTableCell cell = row.createCell();
            int span = 1;
            while (column + span < cells.size() && cells.get(column + span) == LEFT) {
                span++;
            }
            CTTcPr look = cell.getCTTc().addNewTcPr();
            if (span > 1) {
                look.addNewGridSpan().setVal(BigInteger.valueOf(span));
            }
            if (cells.get(column) == ABOVE) {
                look.addNewVMerge().setVal(STMerge.CONTINUE);
            } else if (at + 1 < rows.size()
                    && column < rows.get(at + 1).size()
                    && rows.get(at + 1).get(column) == ABOVE) {
                look.addNewVMerge().setVal(STMerge.RESTART);
            }
            text(cell, cells.get(column));
            column += span;
        }
    }

    private static void text(XWPFTableCell cell, Object content) {
        String text = content == ABOVE ? "" : written(content);
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            var paragraph = first ? cell.getParagraphs().get(0) : cell.addParagraph();
            paragraph.createRun().setText(line);
            first = false;
        }
    }

    private static String written(Object content) {
        return content instanceof LocalDate day ? "%1$td/%1$tm/%1$tY".formatted(day) : content.toString();
    }

    byte[] csv() {
        StringBuilder text = new StringBuilder("\uFEFF");
        titles.forEach(title -> text.append(quoted(title)).append("\r\n"));
        for (List<Object> row : rows) {
            text.append(row.stream()
                            .map(cell -> cell == ABOVE || cell == LEFT ? "" : quoted(written(cell)))
                            .collect(java.util.stream.Collectors.joining(";")))
                    .append("\r\n");
        }
        below.forEach(line -> text.append(quoted(line)).append("\r\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
