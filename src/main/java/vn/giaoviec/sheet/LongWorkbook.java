package vn.giaoviec.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook of text cells that may be longer than memory, and than a sheet: it goes on in a next one. Rows wait on disk,
 * compressed, until it is written.
 */
public final class LongWorkbook implements AutoCloseable {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();
    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final List<String> heading;
    private SXSSFSheet sheet;
    private int next;

    /**
     * @param heading the first row of each sheet
     */
    public LongWorkbook(List<String> heading) {
        workbook.setCompressTempFiles(true);
        this.heading = List.copyOf(heading);
        sheet = workbook.createSheet();
        write(this.heading);
    }

    /** Adds a row; what is longer than a cell may be is cut. */
    public void row(List<String> cells) {
        if (next > LAST_ROW) {
            sheet = workbook.createSheet();
            next = 0;
            write(heading);
        }
        write(cells);
    }

    private void write(List<String> cells) {
        SXSSFRow row = sheet.createRow(next++);
        for (int i = 0; i < cells.size(); i++) {
            String content = cells.get(i);
            row.createCell(i).setCellValue(content.length() <= LONGEST ? content : content.substring(0, LONGEST));
        }
    }

    /** Writes all of it. */
    public void writeTo(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
