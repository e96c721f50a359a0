package vn.giaoviec.sheet;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Tables of an official document; widths are in twentieths of a point. */
final class PaperTable {
    private static final int BESIDE = 60;

    private PaperTable() {}

    /** One row without lines, to set things side by side. */
    static XWPFTable plain(XWPFDocument document, List<Integer> widths) {
        XWPFTable table = document.createTable(1, widths.size());
        table.removeBorders();
        shape(table, widths);
        return table;
    }

    /** A table with lines, as wide as there is room. */
    static void of(XWPFDocument document, PrintedTable content, int room, double size) {
        int letters =
                content.columns().stream().mapToInt(PrintedTable.Column::width).sum();
        List<Integer> widths = content.columns().stream()
                .map(column -> room * column.width() / letters)
                .toList();
        XWPFTable table = document.createTable(
                content.rows().size() + 1, content.columns().size());
        shape(table, widths);
        table.setCellMargins(20, BESIDE, 20, BESIDE);
        XWPFTableRow header = table.getRow(0);
        header.setRepeatHeader(true);
        header.setCantSplitRow(true);
        for (int column = 0; column < widths.size(); column++) {
            XWPFTableCell cell = header.getCell(column);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            PaperText.line(cell, content.columns().get(column).heading(), size).bold();
        }
        for (int row = 0; row < content.rows().size(); row++) {
            XWPFTableRow line = table.getRow(row + 1);
            line.setCantSplitRow(true);
            List<PrintedTable.Item> items = content.rows().get(row);
            for (int column = 0; column < items.size(); column++) {
                PrintedTable.Item item = items.get(column);
                PaperText.line(line.getCell(column), item.text(), size)
                        .aligned(item.number() == null ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT);
            }
        }
    }

    private static void shape(XWPFTable table, List<Integer> widths) {
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidth(widths.stream().mapToInt(Integer::intValue).sum());
        CTTblGrid grid = table.getCTTbl().getTblGrid();
        CTTblGrid columns = grid == null ? table.getCTTbl().addNewTblGrid() : grid;
        widths.forEach(width -> columns.addNewGridCol().setW(BigInteger.valueOf(width)));
        for (XWPFTableRow row : table.getRows()) {
            for (int column = 0; column < widths.size(); column++) {
                row.getCell(column).setWidth(String.valueOf(widths.get(column)));
            }
        }
    }
}
