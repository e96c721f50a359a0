package vn.giaoviec.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.giaoviec.shared.Refusal;

/** The texts that the cells of a workbook share. */
final class WorkbookWords {
    private static final int MOST = 500_000;
    private static final int MOST_CHARACTERS = 16_000_000;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts = new ArrayList<>();

    static WorkbookWords none() {
        return new WorkbookWords();
    }

    static WorkbookWords read(Xml xml) throws IOException {
        WorkbookWords words = new WorkbookWords();
        StringBuilder text = new StringBuilder();
        long characters = 0;
        boolean inside = false;
        while (xml.next()) {
            if (xml.starts("si")) {
                text.setLength(0);
            } else if (xml.starts("rPh")) {
                xml.skip(); // how it is pronounced
            } else if (xml.name().equals("t")) {
                inside = xml.isStart();
            } else if (xml.ends("si")) {
                String clean = clean(text);
                characters += clean.length();
                words.texts.add(clean);
            } else if (inside) {
                xml.charactersTo(text);
            }
            if (words.texts.size() > MOST || characters + text.length() > MOST_CHARACTERS) {
                throw new Refusal("refusal.sheetBomb");
            }
        }
        return words;
    }

    String get(String index) throws IOException {
        try {
            return texts.get(Integer.parseInt(index));
        } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
            throw new IOException(wrong);
        }
    }

    /** As people see it; a workbook writes some signs as {@code _x000D_}. */
    static String clean(CharSequence text) {
        String plain = text.toString();
        return SeparatedText.clean(
                plain.contains("_x")
                        ? ESCAPED.matcher(plain)
                                .replaceAll(sign -> java.util.regex.Matcher.quoteReplacement(
                                        String.valueOf((char) Integer.parseInt(sign.group(1), 16))))
                        : plain);
    }
}
