package vn.giaoviec.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import vn.giaoviec.sheet.TextWorkbook;

/** An annex as an office would write it, and the plan it belongs to. */
public final class AnAnnex {
    public static final List<String> HEADER =
            List.of("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Sản phẩm");

    private final List<List<String>> rows = new ArrayList<>();

    private final List<List<String>> targets = new ArrayList<>();

    private AnAnnex() {
        rows.add(HEADER);
    }

    public static AnAnnex usual() {
        return new AnAnnex();
    }

    /** Rows whose lead is known, whose co-ordinator is a company, and whose words point to a solution group. */
    public static AnAnnex of(int tasks) {
        AnAnnex annex = usual();
        annex.row("I", "Tuyên truyền, nâng cao nhận thức số", "", "", "", "");
        for (int number = 1; number <= tasks; number++) {
            annex.row(
                    "" + number,
                    "Tuyên truyền trên đài truyền thanh, đợt " + number,
                    "Sở Y tế",
                    "Tập đoàn Viettel",
                    "Quý II",
                    "Báo cáo đợt " + number);
        }
        return annex;
    }

    public AnAnnex row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** A row of a second sheet, which lists targets. */
    public AnAnnex target(String... cells) {
        targets.add(List.of(cells));
        return this;
    }

    public byte[] xlsx() {
        TextWorkbook workbook = new TextWorkbook();
        TextWorkbook.Page page = workbook.page("PL1", List.of(8, 60, 30, 30, 15, 40));
        rows.forEach(page::row);
        if (!targets.isEmpty()) {
            TextWorkbook.Page second = workbook.page("PL2", List.of(12, 60, 14, 20));
            second.row(List.of("Mã chỉ tiêu", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu năm"));
            targets.forEach(second::row);
        }
        return workbook.bytes();
    }

    public byte[] docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XWPFTable table = document.createTable(rows.size(), HEADER.size());
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    table.getRow(row).getCell(column).setText(rows.get(row).get(column));
                }
            }
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** As it comes out of the clipboard. */
    public String pasted() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.join("\t", row)).append('\n'));
        return text.toString();
    }

    /** What a person says of a plan of that year. */
    public static Heading heading(int year) {
        return new Heading(
                year,
                year + "/KH-UBND",
                "Kế hoạch chuyển đổi số năm " + year,
                "UBND tỉnh",
                LocalDate.of(year, 1, 15),
                "",
                null);
    }
}
