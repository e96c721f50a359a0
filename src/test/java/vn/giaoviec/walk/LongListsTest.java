package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/** Lists that are longer than a page come in pieces: nothing is twice, nothing is missing, and all of it can be taken away. */
@EngineTest
class LongListsTest {
    private static final int CASES = 203;

    @Autowired
    Province province;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private int year;
    private TasklistClient head;

    @BeforeEach
    void manyCasesOfOneUnit() {
        year = province.issuesTheNewest(IntStream.range(0, CASES)
                .mapToObj(one -> AnAssignment.of("resources")
                        .code("L-%03d".formatted(one))
                        .ledBy("SXD")
                        .supporting(one % 2 == 0 ? Map.of("CQ6", 1) : Map.of("KT4", 1)))
                .toArray(AnAssignment[]::new));
        head = TasklistClient.signIn(port, "head.sxd");
    }

    @Test
    void thePlanIsReadPieceByPiece() {
        assertThat(cases("/plan"))
                .isEqualTo(IntStream.range(0, 100).mapToObj(this::key).collect(Collectors.toSet()));
        assertThat(body("/plan"))
                .contains("Có 203 hồ sơ", "Trang 1 / 3", "page=2")
                .doesNotContain("rel=\"prev\"");
        assertThat(body("/plan?page=2")).contains("Trang 2 / 3", "rel=\"prev\"", "rel=\"next\"");
        assertThat(cases("/plan?page=3"))
                .isEqualTo(IntStream.range(200, CASES).mapToObj(this::key).collect(Collectors.toSet()));
    }

    @Test
    void aPageThatIsNotThereIsTheNearest() {
        assertThat(body("/plan?page=99")).contains("Trang 3 / 3").doesNotContain("rel=\"next\"");
        assertThat(body("/plan?page=-1")).contains("Trang 1 / 3");
        assertThat(body("/plan?page=99999999999")).contains("Trang 3 / 3");
    }

    @Test
    void theOtherPiecesKeepWhatIsAskedFor() {
        String page = body("/plan?indicator=CQ6&standing=OPEN_IN_TIME&unit=SXD");
        assertThat(page)
                .contains("Có 102 hồ sơ", "Trang 1 / 2")
                .contains("unit=SXD&amp;pillar=&amp;indicator=CQ6&amp;standing=OPEN_IN_TIME&amp;asOf=");
        assertThat(cases("/plan?indicator=CQ6&page=2")).containsExactlyInAnyOrder(key(200), key(202));
        assertThat(body("/plan?standing=OPEN_LATE"))
                .contains("Không có hồ sơ nhiệm vụ nào phù hợp")
                .doesNotContain("Trang 1");
    }

    @Test
    void whoTakesTheTablesGetsAllOfThem() {
        assertThat(body("/plan?tables=csv").lines().filter(line -> line.contains("L-")))
                .hasSize(CASES);
        assertThat(body("/?tables=csv").lines().filter(line -> line.contains("Tiếp nhận nhiệm vụ")))
                .hasSizeGreaterThanOrEqualTo(CASES);
        assertThat(body("/indicators/CQ6?tables=csv").lines().filter(line -> line.contains("L-")))
                .hasSize(102);
    }

    @Test
    void anIndicatorNamesTheFirstAndLeadsToAll() {
        assertThat(cases("/indicators/CQ6")).hasSize(100);
        assertThat(body("/indicators/CQ6")).contains("100 hồ sơ đầu tiên", "/plan?indicator=CQ6");
        assertThat(body("/indicators/XH3")).doesNotContain("hồ sơ đầu tiên");
    }

    @Test
    void whatWaitsIsReadPieceByPieceToo() {
        for (String path : List.of("/", "/units/SXD")) {
            Set<String> seen = new HashSet<>();
            int pages = 0;
            for (String next = path; next != null; next = nextOf(next)) {
                Set<String> steps = stepsOf(next);
                assertThat(steps).hasSizeLessThanOrEqualTo(100).noneMatch(seen::contains);
                seen.addAll(steps);
                pages++;
            }
            assertThat(pages).isGreaterThanOrEqualTo(3);
            assertThat(seen).hasSizeGreaterThanOrEqualTo(CASES);
            assertThat(stepsOf(path + "?page=999")).isEqualTo(stepsOf(path));
        }
    }

    @Test
    void decisionsAreReadPieceByPieceAsTheyAreDue() {
        List<String> seen = new ArrayList<>();
        int pages = 0;
        for (String next = "/approvals"; next != null; next = nextOf(next)) {
            List<String> decisions = decisionsOf(next);
            assertThat(decisions).isNotEmpty().hasSizeLessThanOrEqualTo(100);
            seen.addAll(decisions);
            pages++;
        }
        assertThat(pages).isGreaterThanOrEqualTo(3);
        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(jdbc.sql("""
                                select distinct w.task_id, g.due_at, w.opened_at from casework_work_item w
                                join casework_case c on c.case_key = w.case_key and c.state = 'OPEN'
                                join casework_work_item_group g on g.task_id = w.task_id
                                join directory_membership m on m.group_id = g.group_id and m.person = 'head.sxd'
                                where w.ended_at is null and w.element not in ('task_assign', 'task_sign', 'task_signContract')
                                    and (w.officer is null or w.officer = 'head.sxd')
                                order by g.due_at, w.opened_at, w.task_id
                                """)
                        .query((row, number) -> row.getString("task_id"))
                        .list());
        assertThat(decisionsOf("/approvals?page=999")).isEqualTo(decisionsOf("/approvals"));
    }

    private List<String> decisionsOf(String path) {
        return found("class=\"button\" href=\"/approvals/([^\"]+)\"", path).toList();
    }

    private Set<String> stepsOf(String path) {
        return found("#/\\?task=([^\"]+)\"", path).collect(Collectors.toSet());
    }

    private @Nullable String nextOf(String path) {
        return found("rel=\"next\"\\s+href=\"([^\"]+)\"", path).findFirst().orElse(null);
    }

    private String key(int one) {
        return "%d/L-%03d/SXD".formatted(year, one);
    }

    private Set<String> cases(String path) {
        return found("href=\"/cases/([^\"]+)\"", path)
                .filter(key -> key.startsWith(year + "/L-"))
                .collect(Collectors.toSet());
    }

    private Stream<String> found(String pattern, String path) {
        return Pattern.compile(pattern).matcher(body(path)).results().map(found -> found.group(1));
    }

    private String body(String path) {
        HttpResponse<String> answer = head.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
