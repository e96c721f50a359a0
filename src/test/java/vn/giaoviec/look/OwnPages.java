package vn.giaoviec.look;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.giaoviec.shared.CaseKey;

/** All our pages, by the state of the province and by who looks. */
final class OwnPages {
    private static final String NOBODY = "";
    private static final String HEAD = "head.stttt";
    private static final String DISTRICT = "head.quynhon";
    private static final String PART = "/indicators/XH3/units/QUYNHON";
    private static final String OFFICER = "officer1.stttt";
    private static final String OFFICE = "office1";
    private static final String LEADER = "leader1";
    private static final String INSPECTOR = "inspector1";
    private static final String ADMINISTRATOR = "admin1";
    private static final String REFUSED = ".notice--error";
    private static final String READINGS = "form[action$='/readings']";

    private static final String ANNEX =
            "<table><tr><td>TT</td><td>Nhiệm vụ</td><td>Đơn vị chủ trì</td><td>Thời hạn</td></tr>"
                    + "<tr><td>1</td><td>Tuyên truyền</td><td>Sở Lạ lùng</td><td>Khi có hướng dẫn</td></tr>"
                    + "<tr><td>2</td><td>Việc khác</td><td>Sở Y tế</td><td>Quý II</td></tr></table>"
                    + "<table><tr><td>TT</td><td>Chỉ tiêu</td><td>Đơn vị tính</td><td>Mục tiêu năm</td></tr>"
                    + "<tr><td>1</td><td>Chỉ tiêu lạ</td><td>%</td><td>90</td></tr></table>";

    private OwnPages() {}

    static List<OwnPage> withoutPlan() {
        return List.of(
                OwnPage.of("empty-sign-in", NOBODY, "/sign-in", "#person"),
                OwnPage.of("empty-home", OFFICE, "/", ".notice"),
                OwnPage.of("empty-plan", OFFICE, "/plan", REFUSED),
                OwnPage.of("empty-calendar", OFFICE, "/calendar?year=2030", "main > .notice"),
                OwnPage.of("empty-case-files", OFFICE, "/case-files", ".notice"),
                OwnPage.of("empty-reports", OFFICE, "/reports", ".notice"),
                OwnPage.of("empty-erasures", OFFICE, "/erasures", ".notice"),
                OwnPage.of("empty-notices", LEADER, "/notices", ".notice"),
                OwnPage.of("empty-delegations", LEADER, "/delegations", "form[action='/delegations']"),
                OwnPage.of("empty-completed", LEADER, "/completed", ".notice"),
                OwnPage.of("empty-verification", INSPECTOR, "/audit/verification", ".hint"),
                OwnPage.of("empty-people", ADMINISTRATOR, "/people", "table"));
    }

    static List<OwnPage> notIssued() {
        return List.of(
                OwnPage.of("unissued-plan", OFFICE, "/plan", "form[action$='/issue']"),
                OwnPage.of("unissued-overview", OFFICE, "/overview", "h1"),
                OwnPage.of("unissued-unit", OFFICE, "/units/STTTT", "h1"),
                OwnPage.of("unissued-group", OFFICE, "/groups/4", "h1"),
                OwnPage.of("unissued-home", OFFICE, "/", ".notice"),
                OwnPage.of("unissued-standing", OFFICE, "/standing", "table"),
                OwnPage.of("unissued-assignment", OFFICE, "/assignments/2024/G4-01", "dl"),
                OwnPage.of("unissued-home-of-head", HEAD, "/", ".notice"),
                OwnPage.of("unissued-indicators", HEAD, "/indicators", "table"),
                OwnPage.of("unissued-indicator", HEAD, "/indicators/CQ5", READINGS));
    }

    static List<OwnPage> atWork(CaseKey running, CaseKey finished, String evidence, String erasure) {
        String theCase = "/cases/" + running;
        return Stream.of(
                        ofNobody(),
                        ofHead(theCase),
                        ofOfficer(theCase),
                        ofOffice(theCase, "/cases/" + finished, evidence, erasure),
                        ofLeader(theCase),
                        ofInspector(theCase),
                        ofAdministrator())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * @param proposals where the draft is read to its end
     * @param rollOver the order that carries an assignment over
     * @param merger the order that ends a unit
     */
    static List<OwnPage> ordersAboutMany(String proposals, String rollOver, String merger) {
        return List.of(
                OwnPage.of("proposals", OFFICE, proposals, "#all-EACH"),
                OwnPage.of("proposals-refused", OFFICE, proposals, REFUSED)
                        .sends("form[action$='/apply']", Map.of("document", "46/QĐ-UBND", "reason", " ")),
                OwnPage.of("roll-over-to-next-year", OFFICE, "/roll-over/2024", "#dueOn"),
                OwnPage.of("bulk-order-of-roll-over", OFFICE, rollOver, "h1"),
                OwnPage.of("mergers-before", OFFICE, "/mergers", "main a[href^='/bulk-orders/']"),
                OwnPage.of("bulk-order-of-merger", OFFICE, merger, "h1"));
    }

    /** An annex of a plan that is issued: one deadline moves, and every other assignment is gone. */
    static final String AMENDING =
            "<table><tr><td>Mã nhiệm vụ</td><td>Nhiệm vụ</td><td>Đơn vị chủ trì</td><td>Thời hạn</td><td>Sản phẩm</td></tr>"
                    + "<tr><td>G1-02</td><td>Tổ chức chuỗi hoạt động hưởng ứng Ngày Chuyển đổi số quốc gia 10/10 trên địa bàn tỉnh</td>"
                    + "<td>Sở Thông tin và Truyền thông</td><td>30/11/2024</td><td>Báo cáo kết quả</td></tr></table>";

    private static List<OwnPage> ofNobody() {
        return List.of(
                OwnPage.of("sign-in", NOBODY, "/sign-in", "details dl"),
                OwnPage.of("sign-in-failed", NOBODY, "/sign-in?failed", REFUSED),
                OwnPage.of("signed-out", NOBODY, "/sign-in?out", "[role=status]"));
    }

    private static List<OwnPage> ofHead(String theCase) {
        OwnPage indicator = OwnPage.of("indicator", HEAD, "/indicators/CQ5", "form[action$='/decision']");
        return List.of(
                OwnPage.of("home", HEAD, "/", "#standings"),
                OwnPage.of("plan", HEAD, "/plan", "table"),
                OwnPage.of("plan-nothing-found", HEAD, "/plan?unit=STTTT&standing=DONE_LATE", "form"),
                OwnPage.of("standing", HEAD, "/standing", "table"),
                OwnPage.of("standing-of-a-past-day", HEAD, "/standing?asOf=2024-03-31", "table"),
                OwnPage.of("indicators", HEAD, "/indicators", "table"),
                indicator,
                OwnPage.of("indicator-refused", HEAD, "/indicators/CQ5", ".problem")
                        .sends(READINGS, Map.of("asOf", "2999-01-01", "value", "1.234")),
                OwnPage.of("indicator-undecided", HEAD, "/indicators/CQ5", "#problem-decision")
                        .sends("form[action$='/decision']:has([value=returned])", Map.of("decision", "returned")),
                OwnPage.of("indicator-of-units", HEAD, "/indicators/XH3", "table caption"),
                OwnPage.of("part", DISTRICT, PART, "#readings table"),
                OwnPage.of("part-of-others", HEAD, PART, "#readings table"),
                OwnPage.of("part-register", DISTRICT, "/indicators/CQ2b/units/QUYNHON", "#typed-expected"),
                OwnPage.of("part-register-refused", DISTRICT, "/indicators/CQ2b/units/QUYNHON", "#problem-expected")
                        .sends("form[action$='/expectation']", Map.of("expected", "1.234")),
                OwnPage.of("part-refused", DISTRICT, PART, "#problem-numerator")
                        .sends(READINGS, Map.of("asOf", "2024-05-31", "value", "12", "source", "Thống kê")),
                OwnPage.of("unit-with-figures", DISTRICT, "/units/QUYNHON", "#duties"),
                OwnPage.of("indicator-question", HEAD, "/indicators/CQ1b", "#typed-reached"),
                OwnPage.of("assignment", HEAD, "/assignments/2024/G4-01", "table"),
                OwnPage.of("case", HEAD, theCase, "[data-diagram] svg"),
                OwnPage.of("case-note-refused", HEAD, theCase, "#note[aria-invalid]")
                        .sends("form[action$='/progress']", Map.of("note", " ")),
                OwnPage.of("approvals", HEAD, "/approvals", "h1"),
                OwnPage.of("substitutions", HEAD, "/substitutions", "#substitute"),
                OwnPage.of("substitution-refused", HEAD, "/substitutions", REFUSED)
                        .sends(
                                "form[method=post][action='/substitutions']",
                                Map.of("from", "2001-01-01", "to", "2001-01-02")),
                OwnPage.of("calendar", HEAD, "/calendar", ".month"),
                OwnPage.of("delegations", HEAD, "/delegations", "table"),
                OwnPage.of("notices", HEAD, "/notices", "table"),
                OwnPage.of("notices-feed", HEAD, "/notices", ".notice--done code")
                        .sends("form[action$='/notices/feed']", Map.of()),
                OwnPage.of("completed", HEAD, "/completed", "table"),
                OwnPage.of("completed-by-unit", HEAD, "/completed?whose=UNIT", "table"),
                OwnPage.of("unit", HEAD, "/units/STTTT", "svg"),
                OwnPage.of("unit-of-others", HEAD, "/units/SYT", "h1"),
                OwnPage.of("group", HEAD, "/groups/4", "table"),
                OwnPage.of("search", HEAD, "/search?q=so", "section ul"),
                OwnPage.of("search-nothing-found", HEAD, "/search?q=xyzzy", ".notice"),
                OwnPage.of("sign-out", HEAD, "/sign-out", "main form[action='/sign-out']"),
                OwnPage.of("forbidden", HEAD, "/people", REFUSED),
                OwnPage.of("no-such-page", HEAD, "/khong-co-trang-nay", REFUSED),
                OwnPage.of("no-such-case", HEAD, "/cases/2024/G9-99/STTTT", REFUSED),
                OwnPage.of("malformed", HEAD, "/standing?asOf=hom-qua", REFUSED),
                OwnPage.of("refused", HEAD, "/standing?asOf=2999-01-01", REFUSED));
    }

    private static List<OwnPage> ofOfficer(String theCase) {
        return List.of(
                OwnPage.of("home-of-officer", OFFICER, "/", "#standings"),
                OwnPage.of("notices-of-officer", OFFICER, "/notices", "table"),
                OwnPage.of("case-of-officer", OFFICER, theCase, "#deadline"));
    }

    private static List<OwnPage> ofOffice(String theCase, String finished, String evidence, String erasure) {
        String preview = "form[action='/calendar/preview']";
        return List.of(
                OwnPage.of("home-of-office", OFFICE, "/", "#standings"),
                OwnPage.of("approvals-of-office", OFFICE, "/approvals", "h1"),
                OwnPage.of("indicator-of-office", OFFICE, "/indicators/XH3", "form[action$='/reporters']"),
                OwnPage.of("indicator-reporters-refused", OFFICE, "/indicators/XH3", "#problem-rollUp")
                        .sends("form[action$='/reporters']", Map.of("rollUp", "")),
                OwnPage.of("case-of-office", OFFICE, theCase, "form[action$='/orders']"),
                OwnPage.of("case-order-refused", OFFICE, theCase, REFUSED)
                        .sends("form[action$='/orders']", Map.of("document", "1/UBND", "reason", " ")),
                OwnPage.of("case-finished", OFFICE, finished, "form[action$='/reopen']"),
                OwnPage.of("preview", OFFICE, evidence + "/preview", "iframe"),
                OwnPage.of("calendar-of-office", OFFICE, "/calendar", preview),
                OwnPage.of("calendar-preview", OFFICE, "/calendar", "form[action='/calendar']")
                        .sends(preview, Map.of("day", "2024-09-30", "note", "Bão số 5 đổ bộ vào đất liền")),
                OwnPage.of("calendar-refused", OFFICE, "/calendar", REFUSED)
                        .sends(preview, Map.of("day", "2024-09-24", "kind", "WORK")),
                OwnPage.of("erasures-of-office", OFFICE, "/erasures", ".card"),
                OwnPage.of("erasure", OFFICE, erasure, "#fields"),
                OwnPage.of("erasure-refused", OFFICE, erasure, REFUSED)
                        .sends("form[action*='/erasures/']", Map.of("document", "7/QĐ-UBND", "reason", "Ghi nhầm")),
                OwnPage.of("intake", OFFICE, "/intake", "#words"),
                OwnPage.of("intake-refused", OFFICE, "/intake", REFUSED).sends("form[action='/intake']", plan("X")),
                OwnPage.of("intake-draft", OFFICE, "/intake", "#bulk").sends("form[action='/intake']", plan(ANNEX)),
                OwnPage.of("intake-names", OFFICE, "/intake/1/names", ".card"),
                OwnPage.of("intake-row", OFFICE, "/intake/1/rows/1", "#INDICATORS"),
                OwnPage.of("intake-target", OFFICE, "/intake/1/rows/3", "#FIGURE"),
                OwnPage.of("intake-not-ready", OFFICE, "/intake/1/summary", "main > .notice"),
                OwnPage.of("reports", OFFICE, "/reports", "#period"),
                OwnPage.of("report-refused", OFFICE, "/reports", REFUSED)
                        .sends("form[action='/reports']", Map.of("period", "year-1")),
                OwnPage.of("report", OFFICE, "/reports/2024/1", ".table--figures"),
                OwnPage.of("report-figure", OFFICE, "/reports/2024/1/figures/WHOLE.all.TOTAL", "table"),
                OwnPage.of("report-check", OFFICE, "/reports/2024/1/check", ".notice--done"),
                OwnPage.of("report-changes", OFFICE, "/reports/2024/1/changes", "table"),
                OwnPage.of("roll-over", OFFICE, "/roll-over/2024", "main .notice"),
                OwnPage.of("mergers", OFFICE, "/mergers", "#fromUnit"),
                OwnPage.of("merger-refused", OFFICE, "/mergers", REFUSED)
                        .sends(
                                "form[action='/mergers']",
                                Map.of(
                                        "fromUnit",
                                        "STTTT",
                                        "toUnit",
                                        "STTTT",
                                        "lastDay",
                                        "2024-01-02",
                                        "document",
                                        "1/NQ",
                                        "reason",
                                        "x")),
                OwnPage.of("case-files", OFFICE, "/case-files?unit=STTTT", "table"),
                OwnPage.of("case-files-refused", OFFICE, "/case-files?keys=abc+2024/G9-99/STTTT", "#keys-wrong"));
    }

    private static List<OwnPage> ofLeader(String theCase) {
        return List.of(
                OwnPage.of("home-of-leader", LEADER, "/", "#standings"),
                OwnPage.of("overview", LEADER, "/overview", "svg"),
                OwnPage.of("overview-of-a-past-day", LEADER, "/overview?asOf=2024-03-31", "svg"),
                OwnPage.of("case-of-leader", LEADER, theCase, "#deadline"),
                OwnPage.of("delegations-of-leader", LEADER, "/delegations", "table"),
                OwnPage.of("delegation-refused", LEADER, "/delegations", REFUSED)
                        .sends(
                                "form[action='/delegations']",
                                Map.of("from", "2024-12-31", "to", "2024-08-01", "document", "13/QĐ-UBND")),
                OwnPage.of("erasures", LEADER, "/erasures", "form[action$='/decision']"));
    }

    private static List<OwnPage> ofInspector(String theCase) {
        return List.of(
                OwnPage.of("home-of-inspector", INSPECTOR, "/", "#standings"),
                OwnPage.of("case-of-inspector", INSPECTOR, theCase, "form[action$='/conclusions']"),
                OwnPage.of("conclusion-refused", INSPECTOR, theCase, REFUSED)
                        .sends(
                                "form[action$='/conclusions']",
                                Map.of(
                                        "document",
                                        "8/KL-TTr",
                                        "documentOn",
                                        "2999-01-01",
                                        "words",
                                        "Thiếu minh chứng")),
                OwnPage.of("audit", INSPECTOR, "/audit", "table"),
                OwnPage.of("audit-nothing-found", INSPECTOR, "/audit?from=2001-01-01&to=2001-01-02", "main > .notice"),
                OwnPage.of("audit-refused", INSPECTOR, "/audit?theCase=nonsense&from=x", "[role=alert]"),
                OwnPage.of("verification", INSPECTOR, "/audit/verification", "h1")
                        .sends("form[action='/audit/verification']", Map.of()));
    }

    private static List<OwnPage> ofAdministrator() {
        return List.of(
                OwnPage.of("home-of-administrator", ADMINISTRATOR, "/", "footer"),
                OwnPage.of("verification-done", ADMINISTRATOR, "/audit/verification", "td .tag"),
                OwnPage.of("substitutions-of-administrator", ADMINISTRATOR, "/substitutions", "#person"),
                OwnPage.of("people", ADMINISTRATOR, "/people", "table"),
                OwnPage.of("privacy", ADMINISTRATOR, "/privacy", "#person"),
                OwnPage.of("privacy-refused", ADMINISTRATOR, "/privacy", ".wrong")
                        .sends("main form", Map.of("person", "ai.do", "reference", "12/GM-CA")));
    }

    private static Map<String, String> plan(String annex) {
        return Map.of(
                "year", "2025",
                "number", "72/KH-UBND",
                "issuedOn", "2025-01-15",
                "issuer", "UBND tỉnh",
                "title", "Kế hoạch năm 2025",
                "words", annex);
    }
}
