package vn.giaoviec.sheet;

import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** A paragraph of an official document, and how it looks. */
final class PaperText {
    static final String FONT = "Times New Roman";

    private static final int POINT = 20;
    /** What XML has no room for. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\\uFFFE\\uFFFF&&[^\\n]]");

    private final XWPFParagraph paragraph;
    private final XWPFRun run;

    private PaperText(XWPFParagraph paragraph, XWPFRun run) {
        this.paragraph = paragraph;
        this.run = run;
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBefore(0);
    }

    static PaperText paragraph(XWPFDocument document, String words, double size) {
        XWPFParagraph paragraph = document.createParagraph();
        return new PaperText(paragraph, run(paragraph, words, size));
    }

    /** A centred line in a cell; the first takes the paragraph the cell is born with. */
    static PaperText line(XWPFTableCell cell, String words, double size) {
        XWPFParagraph paragraph = next(cell);
        return new PaperText(paragraph, run(paragraph, words, size)).centred();
    }

    private static XWPFParagraph next(XWPFTableCell cell) {
        XWPFParagraph first = cell.getParagraphArray(0);
        return first != null
                        && first.getRuns().isEmpty()
                        && cell.getParagraphs().size() == 1
                ? first
                : cell.addParagraph();
    }

    static XWPFRun run(XWPFParagraph paragraph, String words, double size) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(size);
        String[] lines = NO_TEXT.matcher(words).replaceAll("").split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            if (at > 0) {
                run.addBreak();
            }
            run.setText(lines[at], at);
        }
        return run;
    }

    /** A short line below, in the middle of so much room. */
    static void rule(XWPFTableCell cell, int room, int length) {
        rule(cell.addParagraph(), room, length);
    }

    static void rule(XWPFParagraph paragraph, int room, int length) {
        run(paragraph, "", 4);
        paragraph.setSpacingAfter(4 * POINT);
        paragraph.setSpacingBefore(4 * POINT);
        paragraph.setBorderTop(Borders.SINGLE);
        paragraph.setIndentationLeft((room - length) / 2);
        paragraph.setIndentationRight((room - length) / 2);
    }

    PaperText bold() {
        run.setBold(true);
        return this;
    }

    PaperText italic() {
        run.setItalic(true);
        return this;
    }

    PaperText centred() {
        return aligned(ParagraphAlignment.CENTER);
    }

    PaperText aligned(ParagraphAlignment how) {
        paragraph.setAlignment(how);
        return this;
    }

    PaperText indented(int first) {
        paragraph.setIndentationFirstLine(first);
        return this;
    }

    /** So many points above it. */
    PaperText before(int points) {
        paragraph.setSpacingBefore(points * POINT);
        return this;
    }

    /** Never alone at the end of a page. */
    PaperText withNext() {
        paragraph.setKeepNext(true);
        return this;
    }
}
