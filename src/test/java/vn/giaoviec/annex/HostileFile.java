package vn.giaoviec.annex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.giaoviec.shared.Refusal;

/** Files built to take memory or time. As a program it reads those it is given and says how each ended. */
final class HostileFile {
    private static final String OFFICE =
            "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='%s'/></Relationships>";

    private HostileFile() {}

    /** Each with the refusal it must meet. */
    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("sheetTooLong", workbook(rows(1_000_000, "<c><v>1</v></c>"), ""));
        files.put("sheetBomb", workbook("x".repeat(100_000_000), ""));
        files.put(
                "cellTooLong",
                workbook("<row><c t='inlineStr'><is><t>" + "x".repeat(20_000_000) + "</t></is></c></row>", ""));
        files.put("tooManyMerges", workbook(rows(10, "<c><v>1</v></c>"), "<mergeCell ref='A1:B2'/>".repeat(300_000)));
        files.put(
                "mergesOverlap",
                workbook(rows(15_000, "<c><v>1</v></c>"), "<mergeCell ref='A1:XFD1048576'/>".repeat(15_000)));
        files.put("sheetTooWide", workbook("<row r='3'><c r='XFD3'><v>1</v></c></row>", ""));
        files.put(
                "tooMuchText",
                workbook(rows(19_000, "<c t='inlineStr'><is><t>" + "x".repeat(1_000) + "</t></is></c>"), ""));
        files.put("sheetDamaged-deep", document("<w:tbl><w:tr><w:tc>".repeat(100_000)));
        files.put("sheetDamaged", workbook("<row r='7'><c><v>1</v>", ""));
        files.put(
                "sheetDamaged-entities",
                zip(
                        Map.of(
                                "_rels/.rels", OFFICE.formatted("xl/workbook.xml"),
                                "xl/workbook.xml", "<workbook><sheets><sheet name='A' id='s'/></sheets></workbook>",
                                "xl/_rels/workbook.xml.rels",
                                        "<Relationships><Relationship Id='s' Type='x/worksheet' Target='s.xml'/></Relationships>",
                                "xl/s.xml",
                                        "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><worksheet>&b;</worksheet>")));
        return files;
    }

    private static String rows(int count, String cells) {
        return ("<row>" + cells + "</row>").repeat(count);
    }

    private static byte[] workbook(String rows, String merges) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", OFFICE.formatted("xl/workbook.xml"));
        parts.put("xl/workbook.xml", "<workbook><sheets><sheet name='A' id='s'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='s' Type='x/worksheet' Target='s.xml'/></Relationships>");
        parts.put(
                "xl/s.xml",
                "<worksheet><sheetData>" + rows + "</sheetData><mergeCells>" + merges + "</mergeCells></worksheet>");
        return zip(parts);
    }

    private static byte[] document(String body) throws IOException {
        return zip(Map.of(
                "_rels/.rels",
                OFFICE.formatted("word/document.xml"),
                "word/document.xml",
                "<w:document xmlns:w='w'><w:body>" + body));
    }

    static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    public static void main(String[] files) throws IOException {
        for (String file : files) {
            String end;
            try {
                end = "understood "
                        + AnnexTest.read(Files.readAllBytes(Path.of(file)))
                                .rows()
                                .size();
            } catch (Refusal refused) {
                end = refused.key() + " " + refused.args();
            }
            System.out.println(Path.of(file).getFileName() + " " + end);
        }
    }
}
