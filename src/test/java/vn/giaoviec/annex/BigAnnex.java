package vn.giaoviec.annex;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Large annexes in the manner of published ones; every word of them is made up. */
final class BigAnnex {
    private static final List<String> VERBS = List.of(
            "Xây dựng và ban hành",
            "Rà soát, cập nhật",
            "Tổ chức triển khai",
            "Nâng cấp, mở rộng",
            "Đánh giá, hoàn thiện",
            "Tham mưu ban hành");
    private static final List<String> THINGS = List.of(
            "kế hoạch truyền thông về chuyển đổi số",
            "cơ sở dữ liệu chuyên ngành của đơn vị",
            "quy trình nội bộ giải quyết thủ tục hành chính",
            "hạ tầng mạng nội bộ và thiết bị đầu cuối",
            "danh mục hệ thống thông tin theo cấp độ an toàn",
            "tài liệu bồi dưỡng kỹ năng số cho cán bộ, công chức");
    private static final List<String> LEADS = List.of(
            "Sở Nội vụ",
            "Sở TT&TT",
            "Văn phòng UBND tỉnh",
            "Sở Y tế",
            "Sở GD&ĐT",
            "Sở Tài chính",
            "Các sở, ban, ngành");
    private static final List<Object> DEADLINES = List.of(
            "Quý I/2024",
            "Quý II/2024",
            "Quý III/2024",
            "Quý IV/2024",
            LocalDate.of(2024, 6, 30),
            "Thường xuyên",
            "Trong tháng 10/2024",
            "Trước 10/12/2024");
    private static final List<Object> YEARS = List.of(
            "2024",
            "12/2024",
            "Thường xuyên",
            "6/2024",
            "2025",
            "2024 - 2025",
            "Hằng năm",
            "2024 và những năm tiếp theo",
            "Quý II/2024");

    private BigAnnex() {}

    /** As a city's yearly plan: two-row header, coded groups, 11 columns, 180 rows. */
    static AnnexFile cityPlan(int rows) {
        AnnexFile file = AnnexFile.of("PHỤ LỤC 1", "Danh mục nhiệm vụ chuyển đổi số năm 2024")
                .row(
                        "STT",
                        "Mã nhiệm vụ",
                        "Tên nhóm nhiệm vụ/nhiệm vụ",
                        "Đơn vị chủ trì",
                        "Phòng, đơn vị chủ trì",
                        "Đơn vị phối hợp",
                        "Phương thức hỗ trợ thực hiện",
                        "Thời hạn hoàn thành",
                        "Kết quả cần đạt (Định lượng)",
                        "Sản phẩm đầu ra",
                        "Ghi chú");
        int tasks = 0;
        int group = 0;
        for (int row = 0; row < rows; row++) {
            if (row % 9 == 0) {
                group++;
                file.row("", "KH01_N" + group, "Nhóm nhiệm vụ thứ " + group, "", "", "", "", "", "", "", "");
            } else {
                tasks++;
                file.row(
                        tasks,
                        "KH01_N" + group + "." + row % 9,
                        VERBS.get(row % VERBS.size()) + " " + THINGS.get(row / 2 % THINGS.size()),
                        LEADS.get(row % LEADS.size()),
                        "Phòng Chuyên môn (đ/c Nguyễn Văn An, 0912345678)",
                        "Sở Tư pháp, Sở Tài chính và Công an tỉnh",
                        "Trực tuyến",
                        DEADLINES.get(row % DEADLINES.size()),
                        "100%",
                        "Báo cáo kết quả",
                        "");
            }
        }
        return file;
    }

    /** As a government resolution: Roman groups, several leads in a cell, bare years, the header on each page. */
    static AnnexFile resolution(int rows) {
        AnnexFile file = AnnexFile.of("Phụ lục II", "DANH MỤC NHIỆM VỤ", "(Kèm theo Nghị quyết năm 2024)")
                .row("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Kết quả", "Thời gian hoàn thành");
        int tasks = 0;
        for (int row = 0; row < rows; row++) {
            if (row > 0 && row % 25 == 0) {
                file.newTable()
                        .row(
                                "TT",
                                "Tên nhiệm vụ",
                                "Cơ quan chủ trì",
                                "Cơ quan phối hợp",
                                "Kết quả",
                                "Thời gian hoàn thành");
            }
            if (row % 35 == 0) {
                file.row(
                        List.of("I", "II", "III", "IV", "V", "VI").get(row / 35 % 6),
                        "Nhóm giải pháp về " + THINGS.get(row / 35 % 6),
                        AnnexFile.LEFT,
                        AnnexFile.LEFT,
                        AnnexFile.LEFT,
                        AnnexFile.LEFT);
            } else {
                tasks++;
                file.row(
                        tasks,
                        VERBS.get(row % VERBS.size()) + " " + THINGS.get(row % THINGS.size()),
                        row % 4 == 0
                                ? "Sở Nội vụ; Sở Khoa học và Công nghệ\nSở Tư pháp"
                                : LEADS.get(row % LEADS.size()),
                        "Các sở, ban, ngành; UBND các huyện, thị xã, thành phố",
                        "Văn bản được ban hành",
                        YEARS.get(row % YEARS.size()));
            }
        }
        return file.below("Nơi nhận:", "- Như trên;");
    }

    /** Small ones to be changed at random. */
    static List<byte[]> seeds() throws IOException {
        return List.of(
                cityPlan(12).xlsx(),
                resolution(12).docx(),
                resolution(10).csv(),
                resolution(12).xlsx());
    }
}
