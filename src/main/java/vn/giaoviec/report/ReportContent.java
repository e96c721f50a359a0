package vn.giaoviec.report;

import java.util.List;
import vn.giaoviec.sheet.PrintedTable;

/**
 * A report in words and tables, the same on a page, on paper and in a spreadsheet.
 *
 * @param subject what it reports, the line below its title
 * @param sections its parts
 * @param annex every case it rests on
 * @param foot its number, its hash and how to check it
 */
public record ReportContent(String subject, List<Section> sections, PrintedTable annex, String foot) {
    /**
     * A part of it.
     *
     * @param heading its heading, with its number
     * @param paragraphs what it says
     * @param tables what it shows
     */
    public record Section(String heading, List<String> paragraphs, List<PrintedTable> tables) {}
}
