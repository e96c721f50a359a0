package vn.giaoviec.annex;

/** Bodies as published plans write them. */
final class BodyPhrases {
    /** A phrase, what stands for each of its bodies; more than 120 of them. */
    static final String ALL = """
            Sở Thông tin và Truyền thông|STTTT
            Sở TT&TT|STTTT
            Sở TT & TT|STTTT
            Sở TTTT|STTTT
            Đ/c Giám đốc Sở TTTT|STTTT
            Các sở, ban, ngành thuộc UBND tỉnh|SO-BAN-NGANH
            UBND các huyện, TX, TP|UBND-HUYEN
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

    private BodyPhrases() {}
}
