package vn.giaoviec.annex;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaoviec.annex.AnnexFile.ABOVE;
import static vn.giaoviec.annex.AnnexFile.LEFT;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What belongs together in a table: headlines and their tasks, rows cut by a page, cells that are shared, and what is no task. */
class OutlineTest {
    @Test
    void aTableGoesOnInTheNextAndARowAcrossThePage() throws IOException {
        AnnexFile file = AnnexFile.usual()
                .row("1", "Xây dựng kế hoạch truyền thông", "Sở Nội vụ", "", "Quý I/2024", "Kế hoạch")
                .newTable()
                .row("", "và tổ chức thực hiện trên địa bàn", "", "Sở Tài chính", "", "")
                .row("2", "Việc hai", "Sở Y tế", "", "Quý II/2024", "Báo cáo");
        Annex annex = AnnexTest.read(file.docx());
        assertThat(annex.tables()).hasSize(1);
        assertThat(annex.rows())
                .extracting(AnnexRow::title)
                .containsExactly("Xây dựng kế hoạch truyền thông và tổ chức thực hiện trên địa bàn", "Việc hai");
        assertThat(annex.rows().get(0).coordinators()).extracting(Named::unit).containsExactly("STC");
        assertThat(AnnexTest.keys(annex.rows().get(0))).contains("annexWarning.continued");
    }

    @Test
    void headlinesAreNoTasksAndHandDownWhatTheyShare() throws IOException {
        AnnexFile file = AnnexFile.usual()
                .row("I", "Truyền thông", LEFT, LEFT, LEFT, LEFT)
                .row("1", "Việc một", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .row("2", "Việc hai", ABOVE, "", "Quý II/2024", "Báo cáo")
                .row("II", "Nhóm của Sở Y tế", "Sở Y tế", "", "Quý III/2024", "")
                .row("3", "Việc ba", "", "", "", "Báo cáo")
                .row("4", "Việc bốn", "Sở Du lịch", "", "", "Báo cáo");
        for (Annex annex : List.of(AnnexTest.read(file.xlsx()), AnnexTest.read(file.docx()))) {
            assertThat(annex.rows())
                    .extracting(AnnexRow::kind)
                    .containsExactly(
                            AnnexRow.Kind.GROUP,
                            AnnexRow.Kind.TASK,
                            AnnexRow.Kind.TASK,
                            AnnexRow.Kind.GROUP,
                            AnnexRow.Kind.TASK,
                            AnnexRow.Kind.TASK);
            assertThat(annex.tasks())
                    .extracting(row -> row.leads().get(0).unit())
                    .containsExactly("SNV", "SNV", "SYT", "SDL");
            assertThat(annex.tasks())
                    .extracting(AnnexRow::dueOn)
                    .containsExactly(
                            AnnexTest.day("2024-03-29"),
                            AnnexTest.day("2024-06-28"),
                            AnnexTest.day("2024-09-30"),
                            AnnexTest.day("2024-09-30"));
            assertThat(annex.tasks()).extracting(AnnexRow::parent).containsExactly("I", "I", "II", "II");
            assertThat(AnnexTest.keys(annex.tasks().get(1))).isEmpty();
            assertThat(AnnexTest.keys(annex.tasks().get(2))).contains("annexWarning.inherited");
        }
    }

    @Test
    void bareNumbersCodesAndLettersMakeAnOutline() throws IOException {
        AnnexFile bare = AnnexFile.usual()
                .row("1", "Nhóm A", "", "", "", "")
                .row("1", "Việc một", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .row("2", "Việc hai", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .row("2", "Nhóm B", "", "", "", "")
                .row("3", "Việc ba", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo");
        assertThat(AnnexTest.read(bare.xlsx()).tasks())
                .extracting(AnnexRow::title)
                .containsExactly("Việc một", "Việc hai", "Việc ba");
        AnnexFile coded = AnnexFile.of()
                .row("Mã nhiệm vụ", "Tên nhiệm vụ", "Đơn vị chủ trì", "Thời hạn")
                .row("KH20_TT_N01", "Nhóm", "", "")
                .row("KH20_TT_N01.1", "Nhóm con", "", "")
                .row("KH20_TT_N01.1.1", "Việc một", "Sở Nội vụ", "Quý I/2024")
                .row("KH20_TT_N01.3.1", "Việc hai", "Sở Nội vụ", "Quý I/2024")
                .row("12b", "Việc ba", "Sở Nội vụ", "Quý I/2024")
                .row("13.1", "Việc bốn", "Sở Nội vụ", "Quý I/2024");
        assertThat(AnnexTest.read(coded.docx()).tasks())
                .extracting(AnnexRow::code)
                .containsExactly("KH20_TT_N01.1.1", "KH20_TT_N01.3.1", "12b", "13.1");
        assertThat(AnnexTest.keys(AnnexTest.read(coded.xlsx()).tasks().get(1))).contains("annexWarning.parentMissing");
        AnnexFile letters = AnnexFile.usual()
                .row("5", "Xây dựng nền tảng", "Sở TT&TT", "", "Quý IV/2024", "")
                .row("a)", "Khảo sát", "", "", "Quý I/2024", "Báo cáo")
                .row("b)", "Thiết kế", "", "", "Quý II/2024", "Báo cáo")
                .row("c)", "Xây dựng", "", "", "", "Báo cáo")
                .row("d)", "Thử", "", "", "", "Báo cáo")
                .row("đ)", "Vận hành", "", "", "", "Báo cáo")
                .row("e)", "Tổng kết", "", "", "", "Báo cáo");
        List<AnnexRow> tasks = AnnexTest.read(letters.docx()).tasks();
        assertThat(tasks).extracting(AnnexRow::code).containsExactly("a)", "b)", "c)", "d)", "đ)", "e)");
        assertThat(tasks).allSatisfy(row -> {
            assertThat(row.parent()).isEqualTo("5");
            assertThat(row.leads()).extracting(Named::unit).containsExactly("STTTT");
        });
        assertThat(tasks.get(0).dueOn()).isEqualTo("2024-03-29");
        assertThat(tasks.get(2).dueOn()).isEqualTo("2024-12-31");
    }

    @Test
    void notesTotalsAndSignaturesAreNoTasks() throws IOException {
        AnnexFile file = AnnexFile.usual()
                .row("1", "Việc một", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .row("", "Tổng cộng: 1 nhiệm vụ", "", "", "", "")
                .row("(*) Thời hạn tính từ ngày ban hành", LEFT, LEFT, LEFT, LEFT, LEFT)
                .row("Ghi chú: các đơn vị báo cáo hằng quý", LEFT, LEFT, LEFT, LEFT, LEFT)
                .row("Nơi nhận:", LEFT, LEFT, "TM. ỦY BAN NHÂN DÂN", LEFT, LEFT)
                .row("- Như trên", LEFT, LEFT, "KT. CHỦ TỊCH", LEFT, LEFT);
        for (Annex annex :
                List.of(AnnexTest.read(file.xlsx()), AnnexTest.read(file.docx()), AnnexTest.read(file.csv()))) {
            assertThat(annex.rows()).extracting(AnnexRow::title).containsExactly("Việc một");
        }
    }

    @Test
    void oneCellIsOneTaskAndAsAboveIsTheRowAbove() throws IOException {
        AnnexFile file = AnnexFile.usual()
                .row("1", "1. Lập kế hoạch\n2. Tổ chức thực hiện", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .row("2", "Việc hai", "\"", "", "nt", "Báo cáo");
        for (Annex annex : List.of(AnnexTest.read(file.xlsx()), AnnexTest.read(file.docx()))) {
            assertThat(annex.tasks()).hasSize(2);
            assertThat(AnnexTest.keys(annex.tasks().get(0))).contains("annexWarning.severalInOne");
            assertThat(annex.tasks().get(1).leads()).extracting(Named::unit).containsExactly("SNV");
            assertThat(annex.tasks().get(1).dueOn()).isEqualTo("2024-03-29");
        }
    }

    @Test
    void oneTaskMayNameItsLeadsInSeveralRows() throws IOException {
        AnnexFile file = AnnexFile.usual()
                .row("1", "Việc chung", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .row(ABOVE, ABOVE, "Sở Tài chính", "", ABOVE, ABOVE);
        for (Annex annex : List.of(AnnexTest.read(file.xlsx()), AnnexTest.read(file.docx()))) {
            assertThat(annex.tasks()).singleElement().satisfies(row -> assertThat(row.leads())
                    .extracting(Named::unit)
                    .containsExactly("SNV", "STC"));
        }
    }
}
