package vn.giaoviec.annex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.giaoviec.plan.Deadline;

/** All traps together, in annexes as large as published ones. */
class BigAnnexTest {
    @Test
    void aCityPlanOf180Rows() throws IOException {
        Annex annex = AnnexTest.read(BigAnnex.cityPlan(180).xlsx());
        assertThat(annex.rows()).hasSize(180);
        assertThat(annex.rows())
                .filteredOn(row -> row.kind() == AnnexRow.Kind.GROUP)
                .hasSize(20);
        List<AnnexRow> tasks = annex.tasks();
        assertThat(tasks).hasSize(160).allSatisfy(row -> {
            assertThat(row.parent())
                    .isEqualTo(row.code().substring(0, row.code().indexOf('.')));
            assertThat(row.leads()).singleElement().matches(Named::certain);
            assertThat(row.coordinators()).extracting(Named::unit).containsExactly("STP", "STC", "CAT");
            assertThat(row.dueOn()).isNotNull();
            assertThat(row.deliverable()).isEqualTo("Báo cáo kết quả");
            assertThat(row.cells().get(AnnexColumn.ROOM)).isEqualTo("Phòng Chuyên môn (đ/c […], […])");
            assertThat(row.warnings()).noneMatch(warning -> warning.severity() == Warning.Severity.ERROR);
        });
        assertThat(tasks).extracting(AnnexRow::code).doesNotHaveDuplicates();
    }

    @Test
    void aResolutionOf140Rows() throws IOException {
        Annex annex = AnnexTest.read(BigAnnex.resolution(140).docx());
        assertThat(annex.tables()).hasSize(1);
        List<AnnexRow> tasks = annex.tasks();
        assertThat(tasks).hasSize(136);
        assertThat(tasks)
                .extracting(AnnexRow::code)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 136).mapToObj(String::valueOf).toList());
        assertThat(tasks)
                .filteredOn(row -> row.leads().size() == 3)
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.leads()).extracting(Named::unit).containsExactly("SNV", "SKHCN", "STP"));
        assertThat(tasks).allSatisfy(row -> {
            assertThat(row.leads()).allMatch(Named::certain);
            assertThat(row.dueOn() == null).isEqualTo(row.deadline().kind() == Deadline.Kind.OPEN_ENDED);
        });
        assertThat(AnnexTest.read(BigAnnex.resolution(140).xlsx()).tasks()).hasSameSizeAs(tasks);
        assertThat(AnnexTest.read(BigAnnex.resolution(140).csv()).tasks()).hasSameSizeAs(tasks);
    }

    @Test
    void targetsAreReadWithTheirFigures() throws IOException {
        byte[] file = AnnexFile.of("Phụ lục I")
                .row("TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì theo dõi, đánh giá")
                .row("I", "Chính quyền số", "", "", "")
                .row("1", "Hồ sơ công việc xử lý trên môi trường mạng, cấp tỉnh", "%", "≥ 90%", "Văn phòng UBND tỉnh")
                .row("2", "Doanh nghiệp sử dụng hợp đồng điện tử", "%", "Trên 60%", "Sở Công Thương")
                .row("3", "Thôn, làng được phủ cáp quang băng rộng", "%", "Phấn đấu 100%", "Sở TT&TT")
                .row("4", "Tỷ lệ khác", "%", "40 - 50", "Sở TT&TT")
                .row("5", "Dân số trưởng thành có chữ ký số", "%", "từ 40% trở lên", "Sở TT&TT")
                .row("6", "Số doanh nghiệp công nghệ số", "doanh nghiệp", "1.234", "Sở TT&TT")
                .docx();
        List<AnnexTarget> targets = AnnexTest.read(file).targets();
        assertThat(targets).hasSize(6);
        assertThat(targets)
                .extracting(target -> target.wanted() == null
                        ? "?"
                        : target.wanted().operator()
                                + target.wanted().from()
                                + (target.wanted().strive() ? "*" : ""))
                .containsExactly(">=90", ">60", "=100*", ">=40", ">=40", "?");
        assertThat(targets.get(0).leads()).extracting(Named::unit).containsExactly("VPUBND");
        assertThat(targets.get(0).measure()).isEqualTo("%");
        assertThat(targets.get(0).indicators().get(0).code()).isEqualTo("CQ2a");
        assertThat(Objects.requireNonNull(targets.get(3).wanted()).to()).isEqualByComparingTo("50");
    }

    @Test
    void milestonesOfATargetStandByTheirYears() throws IOException {
        byte[] file = AnnexFile.of()
                .row("STT", "Chỉ tiêu", "Mức phấn đấu", AnnexFile.LEFT, "Đơn vị theo dõi", "Nguồn số liệu/minh chứng")
                .row(AnnexFile.ABOVE, AnnexFile.ABOVE, "Năm 2024", "Năm 2025", AnnexFile.ABOVE, AnnexFile.ABOVE)
                .row("1", "Hộ gia đình có internet", "80%", "90%", "Sở TT&TT", "Báo cáo")
                .xlsx();
        AnnexTarget target = AnnexTest.read(file).targets().get(0);
        assertThat(target.milestones()).containsValues("80%", "90%");
        assertThat(Objects.requireNonNull(target.wanted()).from()).isEqualByComparingTo("80");
        assertThat(target.source()).isEqualTo("Báo cáo");
    }
}
