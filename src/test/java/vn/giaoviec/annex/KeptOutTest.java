package vn.giaoviec.annex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may not come in: state secrets, and the names and numbers of persons. */
class KeptOutTest {
    @ParameterizedTest
    @ValueSource(strings = {"MẬT", "TỐI MẬT", "Tuyệt mật", "Độ mật: Mật", "(MẬT)", "M Ậ T", "TÀI LIỆU MẬT"})
    void aFileThatIsMarkedIsRefusedWhole(String mark) throws IOException {
        for (byte[] file : List.of(
                AnnexFile.of(mark, "PHỤ LỤC")
                        .row(AnnexFile.HEADER)
                        .row("1", "Việc", "Sở Nội vụ")
                        .xlsx(),
                AnnexFile.of("PHỤ LỤC", mark)
                        .row(AnnexFile.HEADER)
                        .row("1", "Việc", "Sở Nội vụ")
                        .docx(),
                AnnexFile.usual()
                        .row("1", "Việc", "Sở Nội vụ")
                        .xlsx(book -> book.getSheetAt(0).getHeader().setRight(mark)),
                AnnexFile.usual().row("1", "Việc", "Sở Nội vụ").docx(document -> document.createHeader(
                                org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                        .createParagraph()
                        .createRun()
                        .setText(mark)))) {
            assertThatThrownBy(() -> AnnexTest.read(file)).isInstanceOf(SecretAnnex.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tăng cường bảo mật hệ thống thông tin",
                "Bảo vệ bí mật nhà nước trên môi trường mạng",
                "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
                "Đổi mật khẩu định kỳ",
                "Công bố mật độ dân số",
                "Trang bị thiết bị mật mã",
                "KẾ HOẠCH BẢO MẬT THÔNG TIN",
                "Gửi nhận văn bản mật"
            })
    void wordsOfSecrecyAreNoMark(String words) throws IOException {
        byte[] file = AnnexFile.of(words)
                .row(AnnexFile.HEADER)
                .row("1", words, "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .xlsx();
        assertThat(AnnexTest.read(file).tasks()).extracting(AnnexRow::title).containsExactly(words);
    }

    @Test
    void aMarkedRowLeavesItsPlaceOnly() throws IOException {
        AnnexFile file = AnnexFile.of()
                .row("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Độ mật")
                .row("1", "Việc công khai", "Sở Nội vụ", "Quý I/2024", "Không")
                .row("2", "Việc kín", "Công an tỉnh", "Quý I/2024", "Mật")
                .row("3", "Việc kín khác (TỐI MẬT)", "Công an tỉnh", "Quý I/2024", "")
                .row("4", "Việc nữa", "Sở Nội vụ", "Quý I/2024", "");
        for (byte[] bytes : List.of(file.xlsx(), file.docx(), file.csv())) {
            Annex annex = AnnexTest.read(bytes);
            assertThat(annex.rows())
                    .extracting(AnnexRow::kind)
                    .containsExactly(AnnexRow.Kind.TASK, AnnexRow.Kind.STUB, AnnexRow.Kind.STUB, AnnexRow.Kind.TASK);
            assertThat(annex.toString()).doesNotContain("kín").doesNotContain("Công an");
        }
    }

    @Test
    void partsOfAMarkedRowAreStubsToo() throws IOException {
        byte[] file = AnnexFile.usual()
                .row("I", "Nhóm kín (MẬT)", "", "", "", "")
                .row("1", "Việc một", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .row("1.1", "Việc nhỏ", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .docx();
        assertThat(AnnexTest.read(file).rows()).extracting(AnnexRow::kind).containsOnly(AnnexRow.Kind.STUB);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phòng CNTT (đ/c Nguyễn Văn A, 0912.345.678)|Phòng CNTT (đ/c […], […])",
                "Ông Trần Văn Bình, ĐT: 0912 345 678|Ông […], ĐT: […]",
                "Bà Lê Thị Hoa|Bà […]",
                "đồng chí Phạm Minh|đồng chí […]",
                "Họ tên: Võ Thị Sáu Mươi|Họ tên: […]",
                "Nguyễn Văn An - 0905123456|[…] - […]",
                "Liên hệ: a.b-c@binhdinh.gov.vn|Liên hệ: […]",
                "(0256) 3822.294|[…]",
                "+84 912 345 678|[…]",
                "02563822294|[…]",
                "Đồng chí Giám đốc Sở Nội vụ|Đồng chí Giám đốc Sở Nội vụ",
                "Ông Chủ tịch UBND tỉnh|Ông Chủ tịch UBND tỉnh",
                "Tỉnh Bà Rịa - Vũng Tàu|Tỉnh Bà Rịa - Vũng Tàu",
                "127 Hai Bà Trưng|127 Hai Bà Trưng",
                "từ 01.02.2024 đến 30.06.2024|từ 01.02.2024 đến 30.06.2024",
                "Quyết định số 06/2020/QĐ-TTg|Quyết định số 06/2020/QĐ-TTg",
                "2.002724.000.00.00.H08|2.002724.000.00.00.H08",
                "10.000.000.000 đồng|10.000.000.000 đồng"
            })
    void personsAreTakenOut(String written, String kept) {
        assertThat(PersonPhrase.without(written)).isEqualTo(kept);
    }

    @Test
    void noTextOfARowNamesAPerson() throws IOException {
        AnnexFile file = AnnexFile.of("Đầu mối: Nguyễn Thị Đầu, 0987654321")
                .row("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Người phụ trách", "Thời hạn", "Ghi chú", "Cột khác")
                .row(
                        "1",
                        "Việc một (đ/c Trần Văn Hai phụ trách)",
                        "Sở Nội vụ (ông Lê Ba)",
                        "Phạm Văn Tư\n0912345678",
                        "Quý I/2024",
                        "tu@binhdinh.gov.vn",
                        "0987.654.321");
        for (byte[] bytes : List.of(file.xlsx(), file.docx(), file.csv())) {
            Annex annex = AnnexTest.read(bytes);
            assertThat(annex.toString().replace(annex.sha256(), ""))
                    .doesNotContain("Đầu,", "Trần", "Lê Ba", "Phạm", "0912", "0987", "@");
            assertThat(annex.tasks().get(0).leads()).extracting(Named::unit).containsExactly("SNV");
            assertThat(AnnexTest.keys(annex.tasks().get(0))).contains("annexWarning.personalData");
        }
    }
}
