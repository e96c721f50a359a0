package vn.giaoviec.look;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Text;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.PlanText;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/** A province in three states: without a plan, with one that is not issued, and in the middle of its year. */
@TestComponent
class ShownYear {
    private static final int YEAR = 2024;
    private static final LocalDate SUMMER = LocalDate.of(2024, 7, 22);
    private static final String INDICATOR = "/indicators/CQ5";
    private static final String PARTS = "/indicators/XH3";
    /** Long sentences, and a word that no line has room for. */
    private static final String LONG =
            "Đã phối hợp với các sở, ban, ngành, Ủy ban nhân dân các huyện, thị xã, thành phố"
                    + " hoàn thành khảo sát, rà soát, thống kê và phân loại toàn bộ hệ thống thông tin đang vận hành. "
                            .repeat(6)
                    + "Chi tiết tại https://sotttt.example/"
                    + "ho-so-de-xuat-cap-do-an-toan-he-thong-thong-tin".repeat(6);

    private final Province province;
    private final Directory directory;
    private final TransactionTemplate transaction;

    ShownYear(Province province, Directory directory, TransactionTemplate transaction) {
        this.province = province;
        this.directory = directory;
        this.transaction = transaction;
    }

    /** One unit is known, and with it people moved in; nobody has imported a plan. */
    List<OwnPage> beforeThePlan() {
        Unit office = new Unit(
                "VPUBND",
                new Text("Văn phòng Ủy ban nhân dân tỉnh", "Office of the Provincial People's Committee"),
                "VP UBND tỉnh",
                Unit.Kind.OFFICE,
                LocalDate.of(YEAR, 1, 1),
                null,
                null);
        transaction.executeWithoutResult(running -> directory.learn(List.of(office)));
        return OwnPages.withoutPlan();
    }

    /** Imports the shipped plan. */
    List<OwnPage> beforeTheIssue() {
        try {
            province.imports(YEAR, new ClassPathResource("plans/plan-33-2024.yaml").getContentAsString(UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return OwnPages.notIssued();
    }

    /** Issues the plan and lets people work until the summer. */
    List<OwnPage> atWork(int port) {
        CaseDriver running = province.drives(new CaseKey(YEAR, "G4-01", "STTTT"));
        CaseDriver finished = province.drives(new CaseKey(YEAR, "G4-01", "SLDTBXH"));
        TasklistClient office = TasklistClient.signIn(port, "office1");
        sends(office, "/plan", "/plan/" + YEAR + "/issue", Map.of());
        finished.begins().throughResources().finishes();
        returned(running);
        reported(port);
        reportedInParts(port);
        province.turns(SUMMER);
        province.timePasses();
        talkedAbout(port, running.key());
        sends(office, "/reports", "/reports", Map.of("year", "2024", "period", "half_year-1", "cutOff", ""));
        sends(
                TasklistClient.signIn(port, "leader1"),
                "/delegations",
                "/delegations",
                Map.of("from", "2024-07-22", "to", "2024-12-31", "document", "12/QĐ-UBND"));
        String evidence = first(
                "/evidence/[0-9a-f]{32}", office.get("/cases/" + finished.key()).body());
        return OwnPages.atWork(running.key(), finished.key(), evidence, erased(office, running.key()));
    }

    /** The next plan is issued, one assignment goes into it, a unit ends, and a new annex waits for a decision. */
    List<OwnPage> ordersAboutMany(int port) {
        province.imports(YEAR + 1, PlanText.of(YEAR + 1, List.of(AnAssignment.of("resources"))));
        TasklistClient office = TasklistClient.signIn(port, "office1");
        sends(office, "/plan", "/plan/" + (YEAR + 1) + "/issue", Map.of());
        Map<String, String> carried = Map.of(
                "all", "false", "codes", "G1-01", "dueOn", "2025-03-31", "document", "46/QĐ-UBND", "reason", LONG);
        String rollOver = path(sends(office, "/roll-over/" + YEAR, "/roll-over/" + YEAR, carried));
        Map<String, String> merged = Map.of(
                "fromUnit",
                "SDL",
                "toUnit",
                "SVHTT",
                "lastDay",
                "2024-07-21",
                "document",
                "19/NQ-HĐND",
                "reason",
                LONG);
        String merger = path(sends(office, "/mergers", "/mergers", merged));
        Map<String, String> annex = Map.of(
                "year", "2024",
                "number", "45/KH-UBND",
                "issuedOn", "2024-07-22",
                "issuer", "UBND tỉnh",
                "title", "Điều chỉnh Kế hoạch năm 2024",
                "words", OwnPages.AMENDING);
        String draft = path(sends(office, "/intake", "/intake", annex));
        return OwnPages.ordersAboutMany(draft + "/summary", rollOver, merger);
    }

    /** Where an answer led. */
    private static String path(HttpResponse<String> answer) {
        return answer.uri().getPath();
    }

    /** A product that came back once, with long words in every field. */
    private static void returned(CaseDriver running) {
        running.begins().throughResources();
        running.step("task_carryOut")
                .with("result", LONG)
                .with("difficulties", LONG)
                .complete();
        running.step("task_submit").with("report", LONG).complete();
        running.step("task_approve").choosing("returned").because(LONG).complete();
    }

    private static void reported(int port) {
        TasklistClient officer = TasklistClient.signIn(port, "officer1.stttt");
        TasklistClient head = TasklistClient.signIn(port, "head.stttt");
        String[] decisions = {"approved", "approved", "returned", ""};
        for (int month = 0; month < decisions.length; month++) {
            Map<String, String> reading =
                    new HashMap<>(Map.of("calculation", "STOCK", "source", LONG.substring(0, 400)));
            reading.put("asOf", "2023-0" + (month + 3) + "-28");
            reading.put("numerator", String.valueOf(1_234_567 + 100_000 * month));
            reading.put("denominator", "2469134");
            reading.put("document", "7/BC-STTTT");
            String page =
                    sends(officer, INDICATOR, INDICATOR + "/readings", reading).body();
            if (!decisions[month].isEmpty()) {
                Map<String, String> decided = Map.of("decision", decisions[month], "reason", LONG.substring(0, 400));
                String newest = INDICATOR + "/readings/" + newest(page);
                sends(head, INDICATOR, newest + "/decision", decided);
            }
        }
    }

    /** Two districts report their villages, one is done. */
    private static void reportedInParts(int port) {
        TasklistClient head = TasklistClient.signIn(port, "head.quynhon");
        String part = PARTS + "/units/QUYNHON";
        sends(head, part, part + "/expectation", Map.of("expected", "90"));
        Map<String, String> half = new HashMap<>(
                Map.of("calculation", "STOCK", "source", "Báo cáo của doanh nghiệp viễn thông", "asOf", "2023-12-31"));
        half.putAll(Map.of("unit", "QUYNHON", "numerator", "50", "denominator", "100"));
        TasklistClient officer = TasklistClient.signIn(port, "officer1.quynhon");
        String page = officer.submitFile(part, PARTS + "/readings", half, "bieu-01.txt", "50/100".getBytes(UTF_8))
                .body();
        String decision = PARTS + "/readings/" + newest(page) + "/decision";
        sends(head, part, decision, Map.of("decision", "approved", "reason", "", "unit", "QUYNHON"));
        half.put("asOf", "2024-01-15");
        sends(officer, part, PARTS + "/readings", half);
        half.put("unit", "ANNHON");
        sends(TasklistClient.signIn(port, "officer1.annhon"), PARTS + "/units/ANNHON", PARTS + "/readings", half);
    }

    private static void talkedAbout(int port, CaseKey key) {
        String page = "/cases/" + key;
        TasklistClient head = TasklistClient.signIn(port, "head.stttt");
        sends(head, page, page + "/progress", Map.of("kind", "DIFFICULTY", "note", LONG));
        sends(head, page, page + "/progress", Map.of("kind", "PROGRESS", "note", "Đã có dự thảo"));
        sends(head, page, page + "/extension", Map.of("askedOn", "2024-11-29", "reason", LONG));
        Map<String, String> urge = Map.of("kind", "URGE", "document", "1024/UBND-KGVX", "reason", LONG, "toUnit", "");
        sends(TasklistClient.signIn(port, "office1"), page, page + "/orders", urge);
        Map<String, String> remark = Map.of(
                "kind", "REMARK", "document", "7/KL-TTr", "documentOn", "2024-07-01", "corrects", "", "words", LONG);
        sends(TasklistClient.signIn(port, "inspector1"), page, page + "/conclusions", remark);
    }

    /** Asks for words to be erased; the page where more of them may be named. */
    private static String erased(TasklistClient office, CaseKey key) {
        String form = "/erasures/"
                + last("/erasures/(\\d+)", office.get("/cases/" + key).body());
        String field =
                last("name=\"fields\" value=\"([^\"]+)\"", office.get(form).body());
        sends(office, form, form, Map.of("fields", field, "document", "7/QĐ-UBND", "reason", LONG.substring(0, 400)));
        return "/erasures/"
                + first("/erasures/(\\d+)", office.get("/cases/" + key).body());
    }

    private static HttpResponse<String> sends(
            TasklistClient person, String page, String action, Map<String, String> words) {
        HttpResponse<String> answer = person.submit(page, action, words);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static String first(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as("%s in %s", pattern, page).isTrue();
        return found.group(found.groupCount());
    }

    private static long newest(String page) {
        return Pattern.compile("id=\"reading-(\\d+)\"")
                .matcher(page)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow();
    }

    private static String last(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .reduce((one, next) -> next)
                .orElseThrow(() -> new AssertionError(pattern + " in " + page))
                .group(1);
    }
}
