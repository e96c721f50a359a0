package vn.giaoviec.dossier.paper;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Sheets of A4 that are written from top to bottom; a font that knows Vietnamese is embedded. Lengths are in points. */
final class Paper implements Closeable {
    private static final float MARGIN = 50;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float BOTTOM = MARGIN + 20;
    private static final float SIZE = 9;
    private static final float LEADING = 1.4f;
    private static final float GAP = 6;

    /** Rows of up to so many lines are not broken between pages. */
    private static final int TOGETHER = 8;

    private static final String FONTS = "/fonts/dejavu-2.37/";

    private final PDDocument document = new PDDocument();
    private final TextRun plain;
    private final TextRun bold;
    private PDPageContentStream page;
    private float y;

    Paper(String title) throws IOException {
        plain = new TextRun(font("DejaVuSans.ttf"));
        bold = new TextRun(font("DejaVuSans-Bold.ttf"));
        document.getDocumentInformation().setTitle(title);
        page = turn();
    }

    private PDType0Font font(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Paper.class.getResourceAsStream(FONTS + file))) {
            return PDType0Font.load(document, in);
        }
    }

    private PDPageContentStream turn() throws IOException {
        PDPage fresh = new PDPage(PDRectangle.A4);
        document.addPage(fresh);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, fresh);
    }

    private void room(float height) throws IOException {
        if (y - height < BOTTOM) {
            page.close();
            page = turn();
        }
    }

    void title(String text) throws IOException {
        lines(bold, text, 14);
        y -= GAP;
    }

    void heading(String text) throws IOException {
        room(60); // not alone at the foot of a page
        y -= 2 * GAP;
        lines(bold, text, 11);
        y -= GAP / 2;
    }

    void paragraph(String text) throws IOException {
        lines(plain, text, SIZE);
        y -= GAP / 2;
    }

    private void lines(TextRun run, String text, float size) throws IOException {
        for (String line : run.wrap(text, size, WIDTH)) {
            room(size * LEADING);
            y -= size * LEADING;
            run.show(page, line, size, MARGIN, y);
        }
    }

    /** What it is, and beside it what is said of it. */
    void pair(String label, String content) throws IOException {
        row(List.of(label, content), List.of(0.28f, 0.72f), List.of(bold, plain));
    }

    /** Rows under a head; the parts of the width that each column takes add up to 1. */
    void table(List<String> head, List<Float> widths, List<List<String>> rows) throws IOException {
        row(head, widths, head.stream().map(any -> bold).toList());
        rule();
        for (List<String> row : rows) {
            row(row, widths, row.stream().map(any -> plain).toList());
        }
    }

    private void rule() throws IOException {
        page.setLineWidth(0.5f);
        page.moveTo(MARGIN, y - 2);
        page.lineTo(MARGIN + WIDTH, y - 2);
        page.stroke();
        y -= GAP / 2;
    }

    private void row(List<String> cells, List<Float> widths, List<TextRun> runs) throws IOException {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(runs.get(i).wrap(cells.get(i), SIZE, WIDTH * widths.get(i) - GAP));
            height = Math.max(height, wrapped.get(i).size());
        }
        room(Math.min(height, TOGETHER) * SIZE * LEADING);
        for (int line = 0; line < height; line++) {
            room(SIZE * LEADING); // a row that is higher than a page goes on with the next
            y -= SIZE * LEADING;
            float x = MARGIN;
            for (int i = 0; i < cells.size(); i++) {
                if (line < wrapped.get(i).size()) {
                    runs.get(i).show(page, wrapped.get(i).get(line), SIZE, x, y);
                }
                x += WIDTH * widths.get(i);
            }
        }
        y -= GAP / 2;
    }

    /** Ends it, with a line at the foot of each page. */
    byte[] finish(String foot) throws IOException {
        page.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream footer =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
                plain.show(footer, foot + "  ·  " + (i + 1) + "/" + pages, SIZE - 2, MARGIN, MARGIN);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
