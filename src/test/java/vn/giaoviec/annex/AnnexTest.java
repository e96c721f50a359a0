package vn.giaoviec.annex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.giaoviec.annex.AnnexFile.ABOVE;
import static vn.giaoviec.annex.AnnexFile.LEFT;

import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.plan.Deadline;
import vn.giaoviec.plan.PlanOutline;
import vn.giaoviec.shared.Refusal;

/** Each trap of real annexes alone: in a workbook and in a document. */
class AnnexTest {
    private static final PlanOutline SHIPPED = PlanOutline.shipped();
    static final AnnexSetting IN_2024 = new AnnexSetting(
            2024,
            LocalDate.of(2024, 2, 23),
            LocalDate.of(2024, 2, 23),
            WorkingDays.shipped(),
            CommonUnits.with(SHIPPED.units()),
            SHIPPED.targets(),
            SHIPPED.groups());

    @Test
    void aPlainRowIsUnderstoodCellByCell() throws IOException {
        AnnexFile file = AnnexFile.of("PHỤ LỤC", "Nhiệm vụ năm 2024")
                .row(AnnexFile.HEADER)
                .row(
                        "1",
                        "Truyền thông về chuyển đổi số",
                        "Sở TT&TT",
                        "Sở Nội vụ; Công an tỉnh",
                        "Quý I/2024",
                        "Kế hoạch")
                .below("Nơi nhận:", "- Như trên;");
        for (Annex annex : List.of(read(file.xlsx()), read(file.docx()), read(file.csv()))) {
            assertThat(annex.tables()).singleElement().satisfies(table -> {
                assertThat(table.kind()).isEqualTo(AnnexTable.Kind.TASKS);
                assertThat(table.columns())
                        .containsOnlyKeys(
                                AnnexColumn.NUMBER,
                                AnnexColumn.TITLE,
                                AnnexColumn.LEAD,
                                AnnexColumn.COORDINATING,
                                AnnexColumn.DEADLINE,
                                AnnexColumn.DELIVERABLE);
            });
            assertThat(annex.rows()).singleElement().satisfies(row -> {
                assertThat(row.kind()).isEqualTo(AnnexRow.Kind.TASK);
                assertThat(row.code()).isEqualTo("1");
                assertThat(row.title()).isEqualTo("Truyền thông về chuyển đổi số");
                assertThat(row.leads()).extracting(Named::unit).containsExactly("STTTT");
                assertThat(row.coordinators()).extracting(Named::unit).containsExactly("SNV", "CAT");
                assertThat(row.deadline().kind()).isEqualTo(Deadline.Kind.QUARTER);
                assertThat(row.dueOn()).as("31/3 is a Sunday").isEqualTo("2024-03-29");
                assertThat(row.deliverable()).isEqualTo("Kế hoạch");
                assertThat(row.suggestedGroup()).isNotNull();
                assertThat(row.warnings()).isEmpty();
            });
        }
        assertThat(read(file.xlsx()).rows().get(0).row()).isEqualTo(4);
        assertThat(read(file.docx()).rows().get(0).row()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TT|Tên nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian hoàn thành|Kết quả",
                "Stt|Tên nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp|Thời hạn|Sản phẩm",
                "TT|Công việc|Đơn vị thực hiện|Đơn vị phối hợp|Thời hạn hoàn thành|Kết quả/sản phẩm",
                "STT|NỘI DUNG NHIỆM VỤ|ĐƠN VỊ CHỦ TRÌ|ĐƠN VỊ PHỐI HỢP|THỜI GIAN THỰC HIỆN|SẢN PHẨM ĐẦU RA",
                "So TT|Noi dung|Co quan chu tri|Co quan phoi hop|Thoi han|San pham",
                "TT|Nhiệm vụ, giải pháp|Chủ trì|Phối hợp|Tiến độ|Sản phẩm dự kiến",
                "TT|Tên nhóm nhiệm vụ/nhiệm vụ|Đơn vị|Đơn vị phối hợp|Hạn hoàn thành|Sản phẩm (kết quả)",
                "STT|Nhiệm vụ năm 2024|Cơ quan, đơn vị chủ trì|Cơ quan, đơn vị phối hợp|Thời hạn hoàn thành năm 2024|Kết quả, sản phẩm"
            })
    void headersAreKnownByTheirWords(String number, String title, String lead, String with, String by, String product)
            throws IOException {
        for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            AnnexFile file = AnnexFile.of()
                    .row(
                            number,
                            Normalizer.normalize(title.replaceFirst(" ", "\n"), form),
                            Normalizer.normalize(lead.replace(' ', '\u00a0'), form),
                            Normalizer.normalize(with, form),
                            by,
                            product)
                    .row("1", "Việc", "Sở Nội vụ", "Sở Tài chính", "Quý II/2024", "Báo cáo");
            for (Annex annex : List.of(read(file.xlsx()), read(file.docx()))) {
                AnnexRow row = annex.rows().get(0);
                assertThat(row.leads()).extracting(Named::unit).containsExactly("SNV");
                assertThat(row.coordinators()).extracting(Named::unit).containsExactly("STC");
                assertThat(row.dueOn()).isEqualTo("2024-06-28");
                assertThat(row.deliverable()).isEqualTo("Báo cáo");
            }
        }
    }

    @Test
    void aHeaderMayHaveTwoRowsAndCountItsColumns() throws IOException {
        AnnexFile file = AnnexFile.of("KẾ HOẠCH 100 NGÀY")
                .row("Stt", LEFT, "Tên nhiệm vụ", "Thực hiện", LEFT, "Sản phẩm", "Thời hạn")
                .row("TT", "Chi tiết", ABOVE, "Chủ trì", "Phối hợp", ABOVE, ABOVE)
                .row("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)")
                .row("1", "1.1", "Việc một", "Sở Nội vụ", "Sở Tài chính", "Báo cáo", "30/8/2024")
                .row("1", "1.2", "Việc hai", "Sở Y tế", "", "Báo cáo", "30/9/2024");
        for (Annex annex : List.of(read(file.xlsx()), read(file.docx()))) {
            assertThat(annex.tasks()).extracting(AnnexRow::code).containsExactly("1.1", "1.2");
            assertThat(annex.tasks())
                    .extracting(row -> row.leads().get(0).unit())
                    .containsExactly("SNV", "SYT");
            assertThat(annex.tasks()).extracting(AnnexRow::dueOn).containsExactly(day("2024-08-30"), day("2024-09-30"));
        }
    }

    @Test
    void whereTheBeginningHasAColumnTheEndIsTheDeadline() throws IOException {
        AnnexFile file = AnnexFile.of()
                .row("STT", "Nhiệm vụ", "Phân công thực hiện", LEFT, "Thời gian thực hiện", LEFT, "Kết quả")
                .row(ABOVE, ABOVE, "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", ABOVE)
                .row("1", "Việc một", "Sở Nội vụ", "Sở Y tế", "Quý I/2024", "Quý III/2024", "Báo cáo")
                .row("2", "Việc hai", "Sở Nội vụ", "Sở Y tế", "Thường xuyên", LEFT, "Báo cáo")
                .row("3", "Việc ba", "Sở Nội vụ", "Sở Y tế", "Quý II/2024", "", "Báo cáo");
        for (Annex annex : List.of(read(file.xlsx()), read(file.docx()))) {
            assertThat(annex.tasks())
                    .extracting(row -> row.deadline().kind(), AnnexRow::dueOn)
                    .containsExactly(
                            tuple(Deadline.Kind.QUARTER, day("2024-09-30")),
                            tuple(Deadline.Kind.RECURRING, day("2024-12-31")),
                            tuple(Deadline.Kind.UNPARSED, null));
            assertThat(keys(annex.tasks().get(2))).contains("annexWarning.deadlineMissing");
        }
    }

    @Test
    void quartersMayBeColumnsWithMarks() throws IOException {
        AnnexFile file = AnnexFile.of()
                .row("STT", "Nhiệm vụ", "Chủ trì", "Thời gian thực hiện năm 2024", LEFT, LEFT, LEFT, "Sản phẩm")
                .row(ABOVE, ABOVE, ABOVE, "Quý I", "Quý II", "Quý III", "Quý IV", ABOVE)
                .row("1", "Việc một", "Sở Nội vụ", "x", "", "", "", "Báo cáo")
                .row("2", "Việc hai", "Sở Nội vụ", "", "X", "x", "", "Báo cáo")
                .row("3", "Việc ba", "Sở Nội vụ", "", "", "15/8/2024", "", "Báo cáo")
                .row("4", "Việc bốn", "Sở Nội vụ", "", "x", LEFT, "", "Báo cáo")
                .row("5", "Việc năm", "Sở Nội vụ", "", "", "", "", "Báo cáo");
        for (Annex annex : List.of(read(file.xlsx()), read(file.docx()))) {
            assertThat(annex.tasks())
                    .extracting(row -> row.deadline().raw(), AnnexRow::dueOn)
                    .containsExactly(
                            tuple("Quý I/2024", day("2024-03-29")),
                            tuple("Quý II, Quý III/2024", day("2024-09-30")),
                            tuple("15/8/2024", day("2024-08-15")),
                            tuple("Quý II, Quý III/2024", day("2024-09-30")),
                            tuple("", null));
        }
    }

    @Test
    void aListWithoutNumbersBelongsToTheTaskAbove() throws IOException {
        AnnexFile file = AnnexFile.usual()
                .row("1", "Chuyển đổi IPv6", "Sở Nội vụ", "Sở Y tế", "Quý I/2024", "Báo cáo")
                .row("", "- Cổng thông tin", "", "", "30/6/2024", "")
                .row("2", "Xây dựng trung tâm dữ liệu, gồm", "Sở Y tế", "", "nt", "Báo cáo")
                .row("", "- Máy chủ", "", "", "", "")
                .row("3", "Việc ba", "Sở Y tế", "", "nt", "Báo cáo");
        List<AnnexRow> tasks = read(file.docx()).tasks();
        assertThat(tasks)
                .extracting(AnnexRow::title, AnnexRow::dueOn)
                .containsExactly(
                        tuple("Chuyển đổi IPv6", day("2024-03-29")),
                        tuple("Cổng thông tin", day("2024-06-28")),
                        tuple("Xây dựng trung tâm dữ liệu, gồm - Máy chủ", day("2024-06-28")),
                        tuple("Việc ba", day("2024-06-28")));
        assertThat(tasks.get(1).parent()).isEqualTo("1");
        assertThat(tasks.get(1).leads()).extracting(Named::unit).containsExactly("SNV");
    }

    @Test
    void whoLeadsMayBeSaidByAHeadline() throws IOException {
        AnnexFile file = AnnexFile.of()
                .row("STT", "Nội dung nhiệm vụ", "Thời hạn", "Sản phẩm")
                .row("I", "Sở Thông tin và Truyền thông", "", "")
                .row("1", "Tham mưu kế hoạch", "Quý I/2024", "Kế hoạch")
                .row("II", "Các nhiệm vụ khác", "", "")
                .row("2", "Báo cáo", "Quý I/2024", "Báo cáo");
        List<AnnexRow> tasks = read(file.docx()).tasks();
        assertThat(tasks.get(0).leads()).extracting(Named::unit).containsExactly("STTTT");
        assertThat(keys(tasks.get(0))).contains("annexWarning.inherited");
        assertThat(tasks.get(1).leads()).isEmpty();
        assertThat(keys(tasks.get(1))).contains("annexWarning.leadMissing");
    }

    @Test
    void whoeverIsOutsideIsNoDepartmentOfALikeName() throws IOException {
        AnnexFile file = AnnexFile.usual()
                .row(
                        "1",
                        "Việc",
                        "Bộ Khoa học và Công nghệ; UBND các tỉnh, thành phố trực thuộc Trung ương; "
                                + "Tập đoàn Công nghiệp - Viễn thông Quân đội",
                        "Văn phòng HĐND và UBND",
                        "Quý I/2024",
                        "Báo cáo");
        AnnexRow row = read(file.docx()).tasks().get(0);
        assertThat(row.leads()).hasSize(3).allMatch(Named::outside).allMatch(one -> one.suggestions()
                .isEmpty());
        assertThat(row.coordinators()).hasSize(1);
    }

    @Test
    void aHeaderRepeatedOnTheNextPageIsNoTask() throws IOException {
        AnnexFile file = AnnexFile.usual()
                .row("1", "Việc một", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .row(AnnexFile.HEADER)
                .row("2", "Việc hai", "Sở Y tế", "", "Quý I/2024", "Báo cáo");
        for (Annex annex : List.of(read(file.xlsx()), read(file.docx()), read(file.csv()))) {
            assertThat(annex.tables()).hasSize(1);
            assertThat(annex.rows()).extracting(AnnexRow::title).containsExactly("Việc một", "Việc hai");
        }
    }

    @Test
    void onlyTheTaskIsRequired() throws IOException {
        Annex annex = read(AnnexFile.of("Danh sách")
                .row("TT", "Nhiệm vụ")
                .row("1", "Việc một")
                .xlsx());
        assertThat(annex.tasks()).hasSize(1);
        assertThat(annex.warnings())
                .filteredOn(warning -> warning.key().equals("annexWarning.columnMissing"))
                .hasSize(4);
        assertThatThrownBy(() ->
                        read(AnnexFile.of().row("Họ tên", "Lớp").row("a", "b").xlsx()))
                .isInstanceOf(Refusal.class)
                .hasMessage("refusal.annexWithoutTable");
    }

    @Test
    void daysAreCountedFromAnEventThatAPersonMustDate() throws IOException {
        AnnexFile file = AnnexFile.of()
                .row("TT", "Công việc", "Đơn vị thực hiện", "Đơn vị phối hợp", "Số ngày dự kiến")
                .row("1", "Việc", "Sở Y tế", "", 10);
        AnnexRow row = read(file.xlsx()).tasks().get(0);
        assertThat(row.deadline().raw()).isEqualTo("10");
        assertThat(row.deadline().kind()).isEqualTo(Deadline.Kind.OFFSET);
        assertThat(keys(row)).contains("annexWarning.deadlineWithoutDay");
    }

    @Test
    void theTitleSaysYearAndDayOfIssue() throws IOException {
        byte[] file = AnnexFile.of(
                        "PHỤ LỤC", "Nhiệm vụ chuyển đổi số năm 2024", "(Kèm theo Kế hoạch ngày 23 tháng 02 năm 2024)")
                .row(AnnexFile.HEADER)
                .row("1", "Việc", "Sở TT&TT", "", "Quý I", "Báo cáo")
                .docx();
        Annex annex = ReadAnnex.read("a.docx", file, in(null, null));
        assertThat(annex.planYear()).isEqualTo(2024);
        assertThat(annex.issuedOn()).isEqualTo("2024-02-23");
        assertThat(annex.tasks().get(0).leads().get(0).certain()).isTrue();
        byte[] silent = AnnexFile.usual()
                .row("1", "Việc", "Sở TT&TT", "", "Quý I/2025", "Báo cáo")
                .csv();
        assertThat(ReadAnnex.read("a.csv", silent, in(null, null)).planYear()).isEqualTo(2025);
    }

    @Test
    void whatIsPastedIsRead() {
        String tabs = "STT\tNhiệm vụ\tChủ trì\n1\tViệc một\tSở Nội vụ\n2\t\"Việc\nhai\"\tSở Y tế";
        assertThat(ReadAnnex.pasted(tabs, IN_2024).tasks())
                .extracting(AnnexRow::title)
                .containsExactly("Việc một", "Việc\nhai");
        String html = """
                <html><body><table><tr><th>STT</th><th>Nhiệm&nbsp;vụ</th><th>Chủ trì</th></tr>
                <tr><td>1</td><td>Việc <b>một</b></td><td rowspan=2>Sở Nội vụ</td></tr>
                <tr><td>2</td><td>Việc hai</td></tr></table></body></html>""";
        assertThat(ReadAnnex.pasted(html, IN_2024).tasks())
                .allSatisfy(
                        row -> assertThat(row.leads()).extracting(Named::unit).containsExactly("SNV"));
    }

    static AnnexSetting in(@Nullable Integer year, @Nullable LocalDate issuedOn) {
        return new AnnexSetting(
                year,
                issuedOn,
                LocalDate.of(2026, 11, 28),
                IN_2024.days(),
                IN_2024.units(),
                IN_2024.targets(),
                IN_2024.groups());
    }

    static Annex read(byte[] file) {
        return ReadAnnex.read("phu-luc", file, IN_2024);
    }

    static List<String> keys(AnnexRow row) {
        return row.warnings().stream().map(Warning::key).toList();
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
