package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.TasklistClient;

/** The working calendar on the screen: read by all, changed by the plan office after a look at what moves. */
@EngineTest
class CalendarPageTest {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\"[^>]*? name=\"(\\w+)\" value=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    private TasklistClient office;

    @BeforeEach
    void anOffice() {
        office = TasklistClient.signIn(port, "office1");
    }

    @Test
    void everybodyReadsAndOnlyThePlanOfficeIsOfferedForms() {
        String page = office.get("/calendar?year=2024").body();
        assertThat(page)
                .contains("Lịch làm việc năm 2024", "04/05/2024", "Làm bù cho ngày 29/4", "Ngày làm bù", "Áp dụng");
        assertThat(page).contains("action=\"/calendar/preview\"", "action=\"/calendar/import\"");
        TasklistClient head = TasklistClient.signIn(port, "head.stttt");
        HttpResponse<String> read = head.get("/calendar?year=2027");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body())
                .contains("Dự kiến, chưa có thông báo chính thức")
                .doesNotContain("/calendar/preview");
        assertThat(head.get("/calendar?year=abc").statusCode()).isEqualTo(200);
        assertThat(head.submit("/", "/calendar/preview", Map.of("day", "2064-05-02", "kind", "OFF"))
                        .statusCode())
                .isEqualTo(403);
        head.get("/calendar?lang=en");
        assertThat(head.get("/calendar?year=2024").body()).contains("Working calendar of 2024", "Make-up day");
    }

    @Test
    void aDayIsPreviewedAppliedAndTakenBack() {
        HttpResponse<String> preview = office.submit(
                "/calendar",
                "/calendar/preview",
                Map.of(
                        "day",
                        "2064-05-02",
                        "kind",
                        "OFF",
                        "note",
                        "Nghỉ <hoán> đổi",
                        "otherDay",
                        "2064-05-10",
                        "otherKind",
                        "WORK",
                        "otherNote",
                        "Làm bù"));
        told(preview, 200);
        assertThat(preview.body()).contains("02/05/2064", "10/05/2064", "Nghỉ &lt;hoán&gt; đổi");
        Map<String, String> seen = hidden(preview.body());
        assertThat(seen).as("going back keeps what was typed").containsEntry("otherNote", "Làm bù");

        HttpResponse<String> applied = office.form("/calendar", seen, Map.of("Accept", "text/html"));
        told(applied, 200);
        assertThat(applied.uri().toString()).endsWith("/calendar?year=2064");
        assertThat(applied.body()).contains("Đã thay đổi 2 ngày trong lịch", "10/05/2064");
        assertThat(office.form("/calendar", seen, Map.of("Accept", "text/html")).body())
                .contains("đã được áp dụng trước đó");

        HttpResponse<String> back = office.submit(
                "/calendar",
                "/calendar/preview",
                Map.of("day", "2064-05-02", "kind", "PLAIN", "otherDay", "2064-05-10", "otherKind", "PLAIN"));
        told(office.form("/calendar", hidden(back.body()), Map.of("Accept", "text/html")), 200);
        assertThat(office.get("/calendar?year=2064").body()).contains("chưa có ngày nghỉ nào");
    }

    @Test
    void aRefusedFormComesBackWithWhatWasTyped() {
        HttpResponse<String> weekday = office.submit(
                "/calendar",
                "/calendar/preview",
                Map.of("day", "2064-05-02", "kind", "WORK", "note", "Ghi chú đã gõ", "provisional", "on"));
        told(weekday, 422);
        assertThat(weekday.body()).contains("vốn là ngày làm việc", "Ghi chú đã gõ", "value=\"2064-05-02\"");
        told(office.submit("/calendar", "/calendar/preview", Map.of("day", "hôm qua", "kind", "OFF")), 422);
        told(office.submit("/calendar", "/calendar/preview", Map.of("day", "2064-05-02", "kind", "SAI")), 422);
        told(office.submit("/calendar", "/calendar/preview", Map.of()), 422);
        told(office.submit("/calendar", "/calendar", Map.of("days", "x", "seen", "y")), 422);
        told(office.submit("/calendar", "/calendar", Map.of()), 422);
    }

    @Test
    void aCalendarThatChangedMeanwhileIsShownAnew() {
        HttpResponse<String> mine = office.submit(
                "/calendar", "/calendar/preview", Map.of("day", "2065-05-04", "kind", "OFF", "note", "của tôi"));
        HttpResponse<String> others = office.submit(
                "/calendar", "/calendar/preview", Map.of("day", "2065-05-05", "kind", "OFF", "note", "của bạn"));
        told(office.form("/calendar", hidden(others.body()), Map.of("Accept", "text/html")), 200);
        HttpResponse<String> again = office.form("/calendar", hidden(mine.body()), Map.of("Accept", "text/html"));
        told(again, 409);
        assertThat(again.body()).contains("đã thay đổi sau khi bạn xem trước", "04/05/2065");
        told(office.form("/calendar", hidden(again.body()), Map.of("Accept", "text/html")), 200);
        HttpResponse<String> back = office.submit(
                "/calendar",
                "/calendar/preview",
                Map.of("day", "2065-05-04", "kind", "PLAIN", "otherDay", "2065-05-05", "otherKind", "PLAIN"));
        told(office.form("/calendar", hidden(back.body()), Map.of("Accept", "text/html")), 200);
    }

    @Test
    void aFileIsPreviewedOrRefusedWithItsRows() {
        HttpResponse<String> wrong =
                importing("Ngày,Loại\n2066-05-05,nghỉ\nmai,chơi\n05/05/2066,nghỉ\n01/01/2067,nghỉ\n");
        told(wrong, 422);
        assertThat(wrong.body())
                .contains("có 4 chỗ sai, đầu tiên ở dòng 3", "“mai” không phải là ngày", "“chơi”", "đã có ở dòng 2")
                .contains("không thuộc năm 2066", "value=\"2066\"");
        HttpResponse<String> right = importing("\uFEFFNgày;Loại;Ghi chú\n2066-05-05;nghỉ;Bão\n08/05/2066;làm bù;\n");
        told(right, 200);
        assertThat(right.body()).contains("2 ngày thay đổi", "08/05/2066");
        told(office.submitFile("/calendar", "/calendar/import", Map.of("year", "2066"), "x.csv", new byte[0]), 422);
        told(office.submitFile("/calendar", "/calendar/import", Map.of("year", "x"), "x.csv", new byte[] {1}), 422);
        told(
                office.submitFile(
                        "/calendar", "/calendar/import", Map.of("year", "2066"), "x.xlsx", new byte[1024 * 1024 + 1]),
                422);
        TasklistClient head = TasklistClient.signIn(port, "head.stttt");
        assertThat(head.submitFile("/", "/calendar/import", Map.of("year", "2066"), "x.csv", new byte[] {1})
                        .statusCode())
                .isEqualTo(403);
        assertThat(office.get("/calendar?year=2066").body()).contains("chưa có ngày nghỉ nào");
    }

    private HttpResponse<String> importing(String text) {
        return office.submitFile(
                "/calendar",
                "/calendar/import",
                Map.of("year", "2066"),
                "lịch nghỉ.csv",
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the form that applies the preview carries. */
    private static Map<String, String> hidden(String page) {
        String form = page.substring(page.indexOf("<form method=\"post\" action=\"/calendar\">"));
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = HIDDEN.matcher(form.substring(0, form.indexOf("</form>")));
        while (field.find()) {
            fields.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2)));
        }
        return fields;
    }

    private static void told(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).doesNotContain("Exception", "\tat ", "refusal.", "calendar.", "??");
    }
}
