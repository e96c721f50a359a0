package vn.giaoviec.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * A document as decree 30/2020/NĐ-CP lays it out: A4, Times New Roman, the issuing body left and the nation right, numbers of
 * pages from the second one on, an annex across. Written from top to bottom.
 */
public final class OfficialDocument {
    /** Twentieths of a point. */
    private static final int MILLIMETRE = 57;

    private static final int SHORT_SIDE = 210 * MILLIMETRE;
    private static final int LONG_SIDE = 297 * MILLIMETRE;
    private static final int BINDING = 30 * MILLIMETRE;
    private static final int MARGIN = 20 * MILLIMETRE;
    private static final int UPRIGHT = SHORT_SIDE - BINDING - MARGIN;
    private static final int ACROSS = LONG_SIDE - 2 * MARGIN;
    private static final double TEXT = 14;
    private static final double SMALL = 11;

    private final XWPFDocument document = new XWPFDocument();
    private int width = UPRIGHT;

    public OfficialDocument() {
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(PaperText.FONT);
        fonts.setHAnsi(PaperText.FONT);
        fonts.setCs(PaperText.FONT);
        fonts.setEastAsia(PaperText.FONT);
        document.createStyles().setDefaultFonts(fonts);
    }

    /**
     * Who says it, and in whose name.
     *
     * @param body the issuing body, a line each
     * @param number the line with the document's number
     * @param nation the nation's name, and its motto
     * @param placeAndDay where and when
     */
    public void head(List<String> body, String number, List<String> nation, String placeAndDay) {
        int narrow = UPRIGHT * 2 / 5;
        XWPFTable table = PaperTable.plain(document, List.of(narrow, UPRIGHT - narrow));
        XWPFTableCell left = table.getRow(0).getCell(0);
        body.forEach(line -> PaperText.line(left, line, 12).bold());
        PaperText.rule(left, narrow, 25 * MILLIMETRE);
        PaperText.line(left, number, 13);
        XWPFTableCell right = table.getRow(0).getCell(1);
        nation.forEach(line -> PaperText.line(right, line, 12).bold());
        PaperText.rule(right, UPRIGHT - narrow, 46 * MILLIMETRE);
        PaperText.line(right, placeAndDay, 13).italic();
    }

    /** What it is, and of what. */
    public void title(String kind, String subject) {
        PaperText.paragraph(document, kind, TEXT).centred().bold().before(18);
        PaperText.paragraph(document, subject, TEXT).centred().bold();
        PaperText.rule(document.createParagraph(), width, 45 * MILLIMETRE);
    }

    /** A heading of a part. */
    public void heading(String words) {
        PaperText.paragraph(document, words, TEXT).bold().before(12).withNext();
    }

    /** A paragraph of text. */
    public void paragraph(String words) {
        PaperText.paragraph(document, words, TEXT)
                .aligned(ParagraphAlignment.BOTH)
                .indented(10 * MILLIMETRE)
                .before(6);
    }

    /** A table; its header is repeated on each page. */
    public void table(PrintedTable table) {
        PaperText.paragraph(document, table.title(), 13)
                .centred()
                .bold()
                .before(8)
                .withNext();
        PaperTable.of(document, table, width, SMALL);
    }

    /**
     * The end: who receives it, and room for who signs.
     *
     * @param heading the words above the recipients
     * @param recipients a line each
     * @param signer who signs, a line each; the name is left to be written
     */
    public void ending(String heading, List<String> recipients, List<String> signer) {
        PaperText.paragraph(document, "", TEXT);
        XWPFTable table = PaperTable.plain(document, List.of(UPRIGHT / 2, UPRIGHT - UPRIGHT / 2));
        table.getRow(0).setCantSplitRow(true);
        XWPFTableCell left = table.getRow(0).getCell(0);
        PaperText.line(left, heading, 12)
                .aligned(ParagraphAlignment.LEFT)
                .bold()
                .italic();
        for (int at = 0; at < recipients.size(); at++) {
            String end = at < recipients.size() - 1 ? ";" : ".";
            PaperText.line(left, "- " + recipients.get(at) + end, SMALL).aligned(ParagraphAlignment.LEFT);
        }
        XWPFTableCell right = table.getRow(0).getCell(1);
        signer.forEach(line -> PaperText.line(right, line, TEXT).bold());
        for (int blank = 0; blank < 5; blank++) {
            PaperText.line(right, "", TEXT);
        }
    }

    /** What follows lies across, on pages of its own, with a line at the foot of each. */
    public void annex(String foot) {
        CTSectPr upright = document.createParagraph().getCTP().addNewPPr().addNewSectPr();
        page(upright, SHORT_SIDE, LONG_SIDE, BINDING);
        // the first page has no number
        upright.addNewTitlePg();
        XWPFHeaderFooterPolicy numbered = new XWPFHeaderFooterPolicy(document, upright);
        number(numbered.createHeader(STHdrFtr.DEFAULT).createParagraph());
        CTSectPr across = document.getDocument().getBody().addNewSectPr();
        page(across, LONG_SIDE, SHORT_SIDE, MARGIN);
        across.getPgSz().setOrient(STPageOrientation.LANDSCAPE);
        XWPFHeaderFooterPolicy both = new XWPFHeaderFooterPolicy(document, across);
        number(both.createHeader(STHdrFtr.DEFAULT).createParagraph());
        PaperText.run(both.createFooter(STHdrFtr.DEFAULT).createParagraph(), foot, 10);
        width = ACROSS;
    }

    /** All of it as DOCX, always the same bytes for the same content. */
    public byte[] bytes(Instant made) {
        try (document;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(made)));
            document.write(bytes);
            return StillZip.of(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void number(XWPFParagraph paragraph) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private static void page(CTSectPr section, int wide, int high, int left) {
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(wide));
        size.setH(BigInteger.valueOf(high));
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(left));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setHeader(BigInteger.valueOf(10 * MILLIMETRE));
        margins.setFooter(BigInteger.valueOf(8 * MILLIMETRE));
    }
}
