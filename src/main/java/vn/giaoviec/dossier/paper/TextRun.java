package vn.giaoviec.dossier.paper;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Words in one font, broken into lines. */
final class TextRun {
    private static final String UNKNOWN = "?";

    private final PDType0Font font;
    private final Map<Integer, Boolean> known = new HashMap<>();

    TextRun(PDType0Font font) {
        this.font = font;
    }

    /** The lines of a text; what is wider than a line is broken within. */
    List<String> wrap(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : printable(text).split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                String rest = word;
                if (line.length() > 0 && width(line + " " + rest, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                for (int fits = fitting(rest, size, width); fits < rest.length(); fits = fitting(rest, size, width)) {
                    lines.add(rest.substring(0, fits));
                    rest = rest.substring(fits);
                }
                line.append(line.length() > 0 ? " " : "").append(rest);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** How many characters of a word stand in an empty line. */
    private int fitting(String word, float size, float width) throws IOException {
        if (width(word, size) <= width) {
            return word.length();
        }
        int fits = 1;
        while (fits < word.length() && width(word.substring(0, fits + 1), size) <= width) {
            fits++;
        }
        return Character.isHighSurrogate(word.charAt(fits - 1)) && fits < word.length() ? fits + 1 : fits;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    void show(PDPageContentStream page, String text, float size, float x, float y) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(printable(text));
        page.endText();
    }

    /** With one character for a letter and its marks, and a question mark for what the font does not have. */
    private String printable(String text) {
        StringBuilder printable = new StringBuilder();
        Normalizer.normalize(text.replace("\r\n", "\n").replace('\t', ' '), Normalizer.Form.NFC)
                .codePoints()
                .forEach(point -> {
                    if (point == '\n' || isKnown(point)) {
                        printable.appendCodePoint(point);
                    } else {
                        printable.append(UNKNOWN);
                    }
                });
        return printable.toString();
    }

    private boolean isKnown(int point) {
        return known.computeIfAbsent(point, any -> {
            try {
                return !Character.isISOControl(point) && font.encode(Character.toString(point)).length > 0;
            } catch (IllegalArgumentException | IOException unknown) {
                return false;
            }
        });
    }
}
