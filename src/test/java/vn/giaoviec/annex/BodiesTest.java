package vn.giaoviec.annex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaoviec.plan.PlanOutline;

/** Lead units as published plans write them. Three expected states: certain ({@code X}), first of the suggestions ({@code ?X}), none ({@code -}). */
class BodiesTest {
    private static final Bodies IN_2024 =
            new Bodies(CommonUnits.with(PlanOutline.shipped().units()), LocalDate.of(2024, 2, 23));
    private static final Bodies IN_2026 =
            new Bodies(CommonUnits.with(PlanOutline.shipped().units()), LocalDate.of(2026, 1, 15));

    /** A phrase, what stands for each of its bodies; more than 120 of them. */
    static final String PHRASES = """
            Sở Thông tin và Truyền thông|STTTT
            Sở TT&TT|STTTT
            Sở TT & TT|STTTT
            Sở TTTT|STTTT
            STTTT|STTTT
            sở thông tin và truyền thông|STTTT
            SỞ THÔNG TIN VÀ TRUYỀN THÔNG|STTTT
            So Thong tin va Truyen thong|STTTT
            Sở Thông tin, Truyền thông|STTTT
            Sở Thông tin - Truyền thông|STTTT
            Sở KHCN|SKHCN
            Sở KH&CN|SKHCN
            Sở Khoa học & Công nghệ|SKHCN
            Sở Khoa học, Công nghệ|SKHCN
            Sở Khoa học và CN|SKHCN
            Sở KH và CN|SKHCN
            Sở Khoa học và Công nghệ|SKHCN
            Sở KHĐT|SKHDT
            Sở KH&ĐT|SKHDT
            Sở Kế hoạch và Đầu tư|SKHDT
            Sở Kế hoạch & Đầu tư tỉnh|SKHDT
            Sở LĐTBXH|SLDTBXH
            Sở LĐ-TB&XH|SLDTBXH
            Sở LĐTB&XH|SLDTBXH
            Sở Lao động - Thương binh và Xã hội|SLDTBXH
            Sở Lao động, Thương binh và Xã hội|SLDTBXH
            Sở Lao động – Thương binh và Xã hội|SLDTBXH
            Sở Lao động TB&XH|SLDTBXH
            Sở NN&PTNT|SNN
            Sở NNPTNT|SNN
            Sở Nông nghiệp và PTNT|SNN
            Sở Nông nghiệp & PTNT|SNN
            Sở Nông nghiệp và Phát triển nông thôn|SNN
            Sở GD&ĐT|SGDDT
            Sở GDĐT|SGDDT
            Sở Giáo dục và Đào tạo|SGDDT
            Sở Giáo dục - Đào tạo|SGDDT
            Sở TN&MT|STNMT
            Sở TNMT|STNMT
            Sở Tài nguyên và Môi trường|STNMT
            Sở GTVT|SGTVT
            Sở Giao thông vận tải|SGTVT
            Sở Giao thông Vận tải|SGTVT
            Sở VH&TT|SVHTT
            Sở VHTT|SVHTT
            Sở Văn hóa và Thể thao|SVHTT
            Sở Văn hoá và Thể thao|SVHTT
            Sở XD|SXD
            Sở Xây dựng|SXD
            Sở YT|SYT
            Sở Y tế|SYT
            Sở Nội vụ|SNV
            Sở NV|SNV
            Sở Tư pháp|STP
            Sở Tài chính|STC
            Sở Tài chính tỉnh Bình Định|STC
            Sở TC|STC
            Sở Công Thương|SCT
            Sở Công thương|SCT
            Sở CT|SCT
            Sở Du lịch|SDL
            Sở Ngoại vụ|SNGV
            Sở NgV|SNGV
            Văn phòng UBND tỉnh|VPUBND
            VP UBND tỉnh|VPUBND
            VP. UBND tỉnh|VPUBND
            VPUBND tỉnh|VPUBND
            Văn phòng Ủy ban nhân dân tỉnh|VPUBND
            Văn phòng Uỷ ban nhân dân tỉnh|VPUBND
            Thanh tra tỉnh|TTT
            Ban Dân tộc|BDT
            Ban Dân tộc tỉnh|BDT
            BQL Khu kinh tế|BQLKKT
            BQL KKT|BQLKKT
            Ban Quản lý Khu kinh tế tỉnh|BQLKKT
            BQLKKT|BQLKKT
            Ban quản lý KKT tỉnh|BQLKKT
            UBND TP Quy Nhơn|QUYNHON
            UBND TP. Quy Nhơn|QUYNHON
            UBND thành phố Quy Nhơn|QUYNHON
            Ủy ban nhân dân thành phố Quy Nhơn|QUYNHON
            UBND TX An Nhơn|ANNHON
            UBND thị xã An Nhơn|ANNHON
            UBND huyện Phù Cát|PHUCAT
            Huyện Phù Cát|PHUCAT
            UBND huyện Tây Sơn|TAYSON
            UBND Huyện Vĩnh Thạnh|VINHTHANH
            Công an tỉnh|CAT
            CA tỉnh|CAT
            Bộ CHQS tỉnh|BCHQST
            BCH Quân sự tỉnh|BCHQST
            Bộ Chỉ huy quân sự tỉnh|BCHQST
            Cục Thuế tỉnh|CUCTHUE
            Cục Thống kê|CUCTK
            NHNN tỉnh|NHNN
            NHNN chi nhánh tỉnh|NHNN
            Ngân hàng Nhà nước Chi nhánh tỉnh Bình Định|NHNN
            BHXH tỉnh|BHXH
            Bảo hiểm xã hội tỉnh|BHXH
            Bưu điện tỉnh|BUUDIEN
            Tỉnh đoàn|TINHDOAN
            Tỉnh Đoàn Bình Định|TINHDOAN
            Trường ĐH Quy Nhơn|DHQN
            Trường Đại học Quy Nhơn|DHQN
            Đại học Quy Nhơn|DHQN
            Đài PT-TH|DPTTH
            Đài PTTH tỉnh|DPTTH
            Đài Phát thanh và Truyền hình tỉnh|DPTTH
            Trung tâm PVHCC tỉnh|TTPVHCC
            Trung tâm Phục vụ hành chính công|TTPVHCC
            TT PVHCC|TTPVHCC
            Trung tâm IOC|IOC
            Trung tâm CNTT&TT|TTCNTTTT
            Trung tâm CNTT và Truyền thông|TTCNTTTT
            Giám đốc Sở Tài chính|STC
            Giám đốc Sở TT&TT|STTTT
            Đồng chí Giám đốc Sở Nội vụ|SNV
            Chánh Văn phòng UBND tỉnh|VPUBND
            Chánh Thanh tra tỉnh|TTT
            Chủ tịch UBND thành phố Quy Nhơn|QUYNHON
            Chủ tịch UBND huyện An Lão|ANLAO
            Trưởng Ban Dân tộc|BDT
            Trưởng Ban Quản lý Khu kinh tế|BQLKKT
            Cục trưởng Cục Thuế tỉnh|CUCTHUE
            Thủ trưởng Sở Y tế|SYT
            Sở Y tế (cơ quan thường trực)|SYT
            Sở TT&TT (Trung tâm CNTT&TT, Phòng Chuyển đổi số)|STTTT
            - Sở Nội vụ|SNV
            Sở Nội vụ.|SNV
            Sở Nội vụ, Sở Tài chính|SNV STC
            Sở Nội vụ; Sở Tài chính|SNV STC
            Sở Nội vụ và Sở Tài chính|SNV STC
            Sở Nội vụ/Sở Tài chính|SNV STC
            Các sở: Nội vụ, Tài chính, Khoa học và Công nghệ|SNV STC SKHCN
            Sở Nội vụ, Tài chính, Tư pháp|SNV STC STP
            Các Sở Thông tin và Truyền thông, Kế hoạch và Đầu tư|STTTT SKHDT
            Sở Lao động - Thương binh và Xã hội, Sở Khoa học và Công nghệ và Công an tỉnh|SLDTBXH SKHCN CAT
            Văn phòng UBND tỉnh, các sở, ban, ngành|VPUBND SO-BAN-NGANH
            UBND các huyện: Phù Cát, Tuy Phước|PHUCAT TUYPHUOC
            Các sở, ban, ngành|SO-BAN-NGANH
            Sở, ban, ngành|SO-BAN-NGANH
            Các Sở, ban, ngành thuộc tỉnh|SO-BAN-NGANH
            UBND các huyện, thị xã, thành phố|UBND-HUYEN
            UBND cấp huyện|UBND-HUYEN
            Ủy ban nhân dân các huyện, thị xã, thành phố|UBND-HUYEN
            Các sở, ban, ngành; UBND các huyện, thị xã, thành phố|SO-BAN-NGANH UBND-HUYEN
            Các sở, ban, ngành, UBND các huyện, thị xã, thành phố|SO-BAN-NGANH UBND-HUYEN
            Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thị xã, thành phố|SO-BAN-NGANH UBND-HUYEN
            Các Sở, ban, ngành; UBND các xã, phường|SO-BAN-NGANH ?UBND-XA
            Giám đốc, Thủ trưởng các Sở, ban, ngành; Chủ tịch UBND xã, phường|SO-BAN-NGANH ?UBND-XA
            Các cơ quan, đơn vị liên quan|?LIEN-QUAN
            Các cơ quan, đơn vị giải quyết TTHC|?LIEN-QUAN
            Các sở, ngành liên quan|?SO-BAN-NGANH
            Các sở, ban, ngành (trừ Sở Y tế)|?
            Sở Thông tin Truyền thong tỉnh BĐ|?STTTT
            UBND huyện An Nhơn|?ANNHON
            Phòng Chuyển đổi số, Sở Thông tin và Truyền thông|? STTTT
            Chi cục Trồng trọt và Bảo vệ thực vật thuộc Sở Nông nghiệp và Phát triển nông thôn|?SNN
            Trung tâm Xúc tiến đầu tư|?
            Sở Xây dựng/các công ty quản lý lĩnh vực liên quan|SXD -
            Tập đoàn Viettel|-
            Công ty Cổ phần FPT|-
            Bộ Công an|-
            Các doanh nghiệp viễn thông|-
            Tỉnh ủy|-
            Hội Nông dân tỉnh|-
            """;

    @Test
    void phrasesOfPublishedPlansMeanTheirUnits() {
        List<String> wrong = new ArrayList<>();
        List<String> certainlyWrong = new ArrayList<>();
        int bodies = 0;
        for (String line : PHRASES.lines().toList()) {
            String phrase = line.substring(0, line.indexOf('|'));
            List<String> wanted = List.of(line.substring(line.indexOf('|') + 1).split(" ", -1));
            List<Named> named = IN_2024.read(phrase).leading();
            bodies += wanted.size();
            if (named.size() != wanted.size()) {
                wrong.add(line + " -> " + told(named));
                named.stream()
                        .filter(Named::certain)
                        .filter(one -> !wanted.contains(one.unit()))
                        .forEach(one -> certainlyWrong.add(line + " -> " + one.unit()));
                continue;
            }
            for (int at = 0; at < wanted.size(); at++) {
                String unit = wanted.get(at);
                Named one = named.get(at);
                String first = one.suggestions().isEmpty()
                        ? ""
                        : one.suggestions().get(0).unit();
                boolean right = unit.equals("-")
                        ? one.kind() == Named.Kind.OUTSIDE
                        : unit.startsWith("?")
                                ? !one.certain() && (unit.length() == 1 || first.equals(unit.substring(1)))
                                : one.certain() && unit.equals(one.unit());
                if (!right) {
                    wrong.add(line + " -> " + told(named));
                }
                if (one.certain() && !unit.equals(one.unit())) {
                    certainlyWrong.add(line + " -> " + one.unit());
                }
            }
        }
        assertThat(PHRASES.lines().count()).isGreaterThanOrEqualTo(120);
        assertThat(certainlyWrong).as("nothing is certain and wrong").isEmpty();
        assertThat(wrong).as("of %s bodies", bodies).hasSizeLessThanOrEqualTo(bodies / 20);
    }

    private static String told(List<Named> named) {
        return named.stream()
                .map(one -> one.kind() + " '" + one.text() + "' " + one.unit() + " "
                        + one.suggestions().stream().map(Suggestion::unit).toList())
                .collect(Collectors.joining(" / "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sở Khoa học và Công nghệ chủ trì cùng các Sở, ngành liên quan|SKHCN|SO-BAN-NGANH",
                "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính|SNV|STC",
                "Sở Nội vụ phối hợp với Sở Tài chính|SNV|STC",
                "Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính|SNV|STC"
            })
    void whoStandsBehindWithOnlyHelps(String cell, String leads, String helps) {
        Bodies.Read read = IN_2024.read(cell);
        assertThat(read.leading()).extracting(Named::unit).containsExactly(leads);
        assertThat(read.helping()).singleElement().satisfies(one -> assertThat(one.suggestions())
                .first()
                .extracting(Suggestion::unit)
                .isEqualTo(helps));
    }

    @Test
    void personsInOfficeAreTold() {
        assertThat(IN_2024.read("Giám đốc Sở Tài chính").inOffice()).containsExactly("Giám đốc Sở Tài chính");
        assertThat(IN_2024.read("Sở Tài chính").inOffice()).isEmpty();
    }

    @Test
    void whoTookOverIsSuggestedAndNeverChosen() {
        Map<String, String> heirs = Map.of(
                "Sở Thông tin và Truyền thông", "SKHCN",
                "Sở KH&ĐT", "STC",
                "Sở LĐ-TB&XH", "SNV",
                "Sở Nông nghiệp và PTNT", "SNNMT",
                "Sở GTVT", "SXD",
                "Ban Dân tộc", "SDTTG");
        heirs.forEach((phrase, heir) -> {
            Named named = IN_2026.read(phrase).leading().get(0);
            assertThat(named.certain()).as(phrase).isFalse();
            assertThat(named.unit()).as(phrase).isNull();
            assertThat(named.suggestions().get(0).unit()).as(phrase).isEqualTo(heir);
            assertThat(named.suggestions().get(0).reason()).isEqualTo(Suggestion.Reason.SUCCESSOR);
        });
        assertThat(IN_2026.read("Sở Nông nghiệp và Môi trường").leading().get(0).unit())
                .isEqualTo("SNNMT");
        assertThat(IN_2024.read("Sở Nông nghiệp và Môi trường").leading().get(0).certain())
                .isFalse();
    }

    @Test
    void membersOfAGroupAreThoseOfTheDay() {
        assertThat(IN_2024.read("các sở, ban, ngành").leading().get(0).members())
                .hasSize(20);
        assertThat(IN_2026.read("các sở, ban, ngành").leading().get(0).members())
                .contains("SNNMT", "SDTTG")
                .doesNotContain("STTTT", "SKHDT");
        assertThat(IN_2024.read("UBND cấp huyện").leading().get(0).members()).hasSize(11);
        assertThat(IN_2026.read("UBND cấp huyện").leading().get(0).certain())
                .as("there are no districts any more")
                .isFalse();
    }

    @Test
    void aLongCellIsLeftToAPerson() {
        assertThat(IN_2024.read("Sở Nội vụ, ".repeat(300)).leading())
                .singleElement()
                .satisfies(named -> assertThat(named.certain()).isFalse());
    }
}
