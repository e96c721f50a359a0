package vn.giaoviec.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.giaoviec.shared.Refusal;

/**
 * The tables of a file that a person brought: the sheets of an XLSX, the tables of a DOCX, or a CSV in UTF-8. What it is, is
 * told from its content, never from its name. Nothing in it is computed, followed or fetched.
 *
 * @param kind what sort of file it is
 * @param grids its sheets or tables, in their order, hidden ones too
 * @param around lines outside of the tables: headers and footers of pages, shapes, text below the last table
 */
public record TableFile(Kind kind, List<Grid> grids, List<String> around) {
    private static final int MEGABYTE = 1024 * 1024;

    /** Copies the lists. */
    public TableFile {
        grids = List.copyOf(grids);
        around = List.copyOf(around);
    }

    /**
     * Reads a file.
     *
     * @throws Refusal if it is too large, of another kind, protected by a password, or built to do harm; it names sheet,
     *     row and column where there are any
     */
    public static TableFile read(byte[] content, Limits limits) {
        if (content.length > limits.bytes()) {
            throw new Refusal("refusal.fileTooLarge", Math.max(1, limits.bytes() / MEGABYTE));
        }
        return read(content, limits, true, "refusal.tablesUnreadable");
    }

    /**
     * Reads what was copied from a spreadsheet or a document: cells separated by tabulators, or a table in HTML.
     *
     * @throws Refusal if there is no table in it, or too much
     */
    public static TableFile pasted(String words, Limits limits) {
        if (words.isBlank()) {
            throw new Refusal("refusal.fileIsEmpty");
        }
        Rows rows = new Rows(limits);
        try {
            return Html.isHtml(words) ? Html.read(words, rows) : SeparatedText.read(Kind.PASTED, words, rows);
        } catch (BrokenAt broken) {
            throw new Refusal("refusal.sheetDamaged", broken.sheet(), broken.row());
        } catch (IOException broken) {
            throw new Refusal("refusal.tablesUnreadable");
        }
    }

    /**
     * @param whole whether everything is wanted, or only the first sheet people see
     * @param unreadable the message for what is no such file
     */
    static TableFile read(byte[] content, Limits limits, boolean whole, String unreadable) {
        if (content.length == 0) {
            throw new Refusal("refusal.fileIsEmpty");
        }
        Rows rows = new Rows(limits);
        try {
            return switch (SheetKind.of(content)) {
                case OFFICE -> office(content, rows, whole);
                case TEXT -> SeparatedText.read(Kind.CSV, new String(content, StandardCharsets.UTF_8), rows);
                case PROTECTED -> throw new Refusal("refusal.sheetProtected");
                case OLD -> throw new Refusal("refusal.sheetOld");
                case OTHER -> throw new Refusal(unreadable);
            };
        } catch (BrokenAt broken) {
            throw whole ? new Refusal("refusal.sheetDamaged", broken.sheet(), broken.row()) : new Refusal(unreadable);
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // the libraries have no common word for “this is no such file”
            throw new Refusal(unreadable);
        }
    }

    private static TableFile office(byte[] content, Rows rows, boolean whole) throws IOException {
        try (Parts parts = new Parts(content)) {
            String main = parts.main();
            String root;
            try (Xml xml = parts.xml(main)) {
                while (!xml.isStart() && xml.next()) {
                    // to the first element
                }
                root = xml.name();
            }
            if (root.equals("workbook")) {
                return Workbook.read(parts, main, rows, whole);
            }
            if (root.equals("document") && whole) {
                return Document.read(parts, main, rows);
            }
            throw new IOException("neither a workbook nor a document");
        }
    }

    /** Sorts of files. */
    public enum Kind {
        XLSX,
        DOCX,
        CSV,
        PASTED
    }
}
