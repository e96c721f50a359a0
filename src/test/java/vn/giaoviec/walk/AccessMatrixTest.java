package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.audit.EraseWords;
import vn.giaoviec.casework.OpenCases;
import vn.giaoviec.casework.RollOver;
import vn.giaoviec.guard.EngineOperations;
import vn.giaoviec.indicator.ReadingFile;
import vn.giaoviec.indicator.RecordReading;
import vn.giaoviec.indicator.TypedReading;
import vn.giaoviec.intake.AnAnnex;
import vn.giaoviec.intake.TakeAnnex;
import vn.giaoviec.notice.CalendarFeed;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.report.MakeReport;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.Absence;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.PlanText;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/**
 * The table in {@code keycloak/README.md} is what the application does: every cell is called over HTTP, as each kind of
 * visitor, on a case, steps and files of unit A. A path of ours or of the engine without a row fails here.
 */
@EngineTest
class AccessMatrixTest {
    private static final List<String> VISITORS = List.of(
            "officer1.stttt", "head.stttt", "officer1.snv", "head.snv", "office1", "leader1", "inspector1", "admin1");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+) ([^`]+)`[^|]*((?:\\| [✔–] )+)\\|");
    private static final Set<String> OPEN = Set.of("GET /sign-in", "GET /health", "GET /calendar/feed/{token}.ics");
    private static final String ENGINE = EngineOperations.PREFIX + "/engine/engine/default";

    private static final int PAST = 2023;

    @LocalServerPort
    int port;

    @Autowired
    OpenCases openCases;

    @Autowired
    MakeReport makeReport;

    @Autowired
    RollOver rollOver;

    @Autowired
    Province province;

    @Autowired
    AuditLog audit;

    @Autowired
    EraseWords eraseWords;

    @Autowired
    CalendarFeed calendarFeed;

    @Autowired
    Plans plans;

    @Autowired
    RecordReading recordReading;

    @Autowired
    Absence absence;

    @Autowired
    TakeAnnex takeAnnex;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    ServletWebServerApplicationContext server;

    private final Map<String, TasklistClient> clients = new LinkedHashMap<>();
    private CaseDriver theCase;
    private CaseDriver freshCase;
    private String feed;
    private String evidence;
    private long entry;
    private long erasure;
    private long reading;
    private long substitution;
    private long draft;
    private String report;
    private long order;

    @BeforeEach
    void aCaseOfUnitA() {
        theCase = province.opens(AnAssignment.of("resources")).begins().does("task_classify=security");
        theCase.step("task_prepareLevelDossier").prepared();
        freshCase = province.opens(AnAssignment.of("resources"));
        VISITORS.forEach(visitor -> clients.put(visitor, TasklistClient.signIn(port, visitor)));
        String page = client("officer1.stttt").get("/steps/" + step(theCase)).body();
        Matcher file = Pattern.compile("/evidence/([0-9a-f]{8,})").matcher(page);
        assertThat(file.find()).isTrue();
        evidence = file.group(1);
        client("officer1.stttt")
                .own(
                        "POST",
                        "/cases/" + theCase.key() + "/progress",
                        Map.of(
                                "kind", "PROGRESS",
                                "note", "Đang chuẩn bị",
                                "command", UUID.randomUUID().toString()));
        entry = audit.of(theCase.key()).stream()
                .filter(one -> one.action().equals("ProgressNoted"))
                .findFirst()
                .orElseThrow()
                .id();
        erasure = province.as("office1", () -> {
            eraseWords.ask(
                    entry,
                    eraseWords.offer(entry).texts().keySet(),
                    "1/QĐ",
                    UUID.randomUUID().toString());
            return eraseWords.all().stream()
                    .filter(asked -> asked.entry() == entry)
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
        reading = enteredByUnitA();
        absence.nobody();
        absence.begins("officer2.stttt>officer1.stttt:OWN", 1);
        substitution = absence.latest("officer2.stttt");
        draft = province.as(
                "office1",
                () -> takeAnnex.take(
                        AnAnnex.heading(2400), "x.xlsx", AnAnnex.of(1).xlsx()));
        report = aReport();
        CaseKey unfinished = province.opens(AnAssignment.of("resources")).key();
        order = province.<Long>as(
                "office1",
                () -> rollOver.order(
                        unfinished.year(),
                        Set.of(unfinished.assignment()),
                        LocalDate.of(unfinished.year() + 1, 6, 30),
                        "1/QĐ",
                        "x",
                        UUID.randomUUID()));
        // nobody's own row, so that what the others do with theirs leaves it alone
        feed = province.as("officer2.stttt", calendarFeed::open).replaceAll(".*/|\\.ics$", "");
    }

    /** Of a plan whose year is over; made again, it is the same one. */
    private String aReport() {
        if (plans.of(PAST).isEmpty()) {
            province.imports(PAST, PlanText.of(PAST, List.of(AnAssignment.of("resources"))));
            province.as("office1", () -> openCases.issue(PAST));
        }
        return province.as("office1", () -> makeReport.make(PAST, "year-1", null))
                .path();
    }

    /** Of the plan whose indicators are shown; sent again, it is the same reading as long as nobody decides on it. */
    private long enteredByUnitA() {
        int year = plans.current().orElseThrow().year();
        Map<String, String> typed = Map.of("calculation", "STOCK", "asOf", "2020-12-31", "value", "1", "source", "x");
        ReadingFile.Typed file = new ReadingFile.Typed("x.txt", () -> new ByteArrayInputStream(new byte[] {'x'}));
        return province.as("officer1.stttt", () -> recordReading.record(year, "CQ6", TypedReading.of(typed, file)));
    }

    @Test
    void everyCellAnswersAsTheTableSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (Row row : rows()) {
            for (int at = 0; at < VISITORS.size(); at++) {
                String visitor = VISITORS.get(at);
                HttpResponse<String> answer = calls(client(visitor), row, visitor);
                cells++;
                if (admitted(row, answer) != row.admits.get(at)) {
                    wrong.add(visitor + " " + row.method + " " + row.path + " → " + answer.statusCode() + " instead of "
                            + (row.admits.get(at) ? "admitted" : "refused"));
                }
            }
            HttpResponse<String> stranger = calls(TasklistClient.nobody(port), row, "nobody");
            cells++;
            if (admitted(row, stranger) != OPEN.contains(row.method + " " + row.path)) {
                wrong.add("nobody " + row.method + " " + row.path + " → " + stranger.statusCode());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThan(600);
    }

    @Test
    void noPathStandsOutsideOfTheTable() throws IOException {
        Set<String> inTable =
                rows().stream().map(row -> shape(row.method, row.path)).collect(Collectors.toCollection(TreeSet::new));
        Set<String> offered = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (!method.getBeanType().getName().startsWith("vn.giaoviec.")) {
                return;
            }
            mapping.getPatternValues().forEach(pattern -> mapping.getMethodsCondition()
                    .getMethods()
                    .forEach(verb -> offered.add(shape(verb.name(), pattern))));
        });
        EngineOperations.all().forEach(operation -> offered.add(shape(operation.method(), operation.path())));
        assertThat(inTable).isEqualTo(offered);
        assertThat(EngineOperations.all().stream()
                        .filter(operation -> operation.groups().isEmpty()))
                .as("what staff and heads reach of the engine")
                .hasSizeLessThanOrEqualTo(30);
    }

    @Test
    void noServletAnswersBesidesThoseWeKnow() {
        assertThat(server.getServletContext().getServletRegistrations().values().stream()
                        .flatMap(servlet -> servlet.getMappings().stream()))
                .containsExactlyInAnyOrder(
                        "/",
                        "/camunda/api/admin/*",
                        "/camunda/api/cockpit/*",
                        "/camunda/api/tasklist/*",
                        "/camunda/api/engine/*",
                        "/camunda/api/welcome/*");
    }

    @Test
    void listsShowOwnStepsOnly() {
        String query = "{\"processInstanceBusinessKey\":\"" + theCase.key() + "\"}";
        String list = "/list?firstResult=0&maxResults=10";
        for (String visitor : VISITORS) {
            TasklistClient client = client(visitor);
            int seen = client.read(client.postJson(ENGINE + "/filter/" + client.myUnitsList() + list, query))
                    .size();
            assertThat(seen).as(visitor).isEqualTo(visitor.equals("officer1.stttt") ? 1 : 0);
        }
        TasklistClient inspector = client("inspector1");
        assertThat(inspector.read(inspector.postJson(ENGINE + "/task?maxResults=10", query)))
                .isEmpty();
        assertThat(inspector.read(inspector.postJson(
                        ENGINE + "/variable-instance?maxResults=10",
                        "{\"processInstanceIdIn\":[\"" + instance() + "\"]}")))
                .isEmpty();
    }

    @Test
    void whoeverLooksForAnInspectionLeavesATrace() {
        List<Entry> before = audit.of(theCase.key());
        client("inspector1").get("/cases/" + theCase.key());
        client("inspector1").get("/evidence/" + evidence);
        client("admin1").get(ENGINE + "/process-instance/" + instance() + "/activity-instances");
        assertThat(audit.of(theCase.key()).stream().skip(before.size()))
                .extracting(Entry::action, Entry::actor)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Looked", "inspector1"),
                        org.assertj.core.groups.Tuple.tuple("Looked", "inspector1"),
                        org.assertj.core.groups.Tuple.tuple("Looked", "admin1"));
    }

    private TasklistClient client(String visitor) {
        TasklistClient client = clients.get(visitor);
        if (client == null) {
            throw new AssertionError("not signed in: " + visitor);
        }
        return client;
    }

    private HttpResponse<String> calls(TasklistClient client, Row row, String visitor) {
        String path = filledIn(row.path);
        if (path.startsWith(EngineOperations.PREFIX)) {
            return client.engine(row.method, path + query(row.path), body(row.path, visitor));
        }
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                // shaped as the page sends it, and with content that each use case refuses
                "decision", "no-such-option", "note", "", "reason", "", "day", "1999-01-01"));
        form.put("command", UUID.randomUUID().toString());
        form.put(
                "kind",
                row.path.endsWith("/orders") ? "URGE" : row.path.endsWith("/conclusions") ? "BREACH" : "PROGRESS");
        form.put("document", "");
        form.put("what", "GROUPS");
        form.put("choice", "typed");
        form.put("words", "");
        form.put("agreed", "false");
        form.put("reporters", "KHONG-CO");
        form.put("fromUnit", "KHONGCO");
        Stream.of("askedOn", "from", "to", "dueOn", "lastDay").forEach(day -> form.put(day, "1999-01-01"));
        return client.own(row.method, path, row.path.endsWith("/evidence") ? null : form);
    }

    /** Being admitted is not being right: whatever is no refusal of the person counts, also "that does not fit". */
    private static boolean admitted(Row row, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 500) {
            throw new AssertionError(row + " → " + status + " " + answer.body());
        }
        boolean toSignIn = status == 302
                && answer.headers().firstValue("Location").orElse("").contains("/sign-in");
        // the engine says "no such task" of a task one may not see
        boolean hidden = status == 404;
        return status != 401 && status != 403 && !toSignIn && !hidden;
    }

    private String filledIn(String path) {
        return prefixed(path)
                .replace("/reports/{year}/{number}", report)
                .replace("{key}", "WHOLE.all.TOTAL")
                .replace("paper.{format}", "paper.docx")
                .replace("{staffStep}", step(theCase))
                .replace("{headStep}", step(freshCase))
                .replace("{year}", String.valueOf(theCase.key().year()))
                .replace("{assignment}", theCase.key().assignment())
                .replace("{unit}", theCase.key().unit())
                .replace(
                        "/assignments/" + theCase.key().year() + "/{code}",
                        "/assignments/" + theCase.key().year() + "/"
                                + theCase.key().assignment())
                .replace("/indicators/{code}/units/", "/indicators/XH3/units/")
                .replace("/indicators/{code}", "/indicators/CQ6")
                .replace("/units/{code}", "/units/" + theCase.key().unit())
                .replace("/groups/{number}", "/groups/1")
                .replace("/readings/{id}", "/readings/" + reading)
                .replace("/filter/{id}", "/filter/" + client("office1").myUnitsList())
                .replace("/process-definition/{id}", "/process-definition/" + definition())
                .replace("{definition}", definition())
                .replace("{instance}", instance())
                .replace("/evidence/{id}", "/evidence/" + evidence)
                .replace("{person}", "head.stttt")
                .replace("{token}", feed)
                .replace("{format}", "csv")
                .replace("{substitution}", String.valueOf(substitution))
                .replace("{draft}", String.valueOf(draft))
                .replace("{order}", String.valueOf(order))
                .replace("{line}", "2")
                .replace("{entry}", String.valueOf(entry))
                .replace("{erasure}", String.valueOf(erasure))
                .replace("{file}", "plugin.js");
    }

    /** In the table the engine's paths are short. */
    private static String prefixed(String path) {
        if (Stream.of("/admin/auth", "/engine/engine/", "/tasklist/plugin", "/cockpit/plugin")
                .anyMatch(path::startsWith)) {
            return EngineOperations.PREFIX + path;
        }
        boolean engines = Stream.of(
                        "/filter",
                        "/task",
                        "/process-",
                        "/user/",
                        "/group",
                        "/variable",
                        "/job",
                        "/external",
                        "/case-definition",
                        "/decision-",
                        "/deployment")
                .anyMatch(path::startsWith);
        return engines && !path.startsWith("/groups/") ? ENGINE + path : path;
    }

    private String query(String path) {
        if (path.startsWith("/filter") || path.startsWith("/group")) {
            return "?firstResult=0&maxResults=10";
        }
        boolean lists = Set.of("/process-definition", "/process-instance", "/variable-instance", "/job", "/task")
                        .contains(path)
                || path.equals("/job-definition")
                || path.startsWith("/process-definition/statistics")
                || path.startsWith("/process-definition/{id}/statistics")
                || path.endsWith("/incident")
                || path.endsWith("base/default/process-instance")
                || path.endsWith("definition/statistics");
        return lists ? "?firstResult=0&maxResults=10&sortBy=" : "";
    }

    private static String body(String path, String visitor) {
        if (path.endsWith("/claim")) {
            return "{\"userId\":\"" + visitor + "\"}";
        }
        return path.endsWith("/submit-form") ? "{\"variables\":{}}" : "{}";
    }

    private String step(CaseDriver driver) {
        return driver.step(driver.waitsAt().iterator().next()).taskId();
    }

    private String instance() {
        return province.instance(theCase.key()).getId();
    }

    private String definition() {
        return province.instance(theCase.key()).getProcessDefinitionId();
    }

    private static String shape(String method, String path) {
        return method + " " + prefixed(path).replaceAll("\\{[^/]+}", "{}");
    }

    private static List<Row> rows() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("keycloak/README.md"))) {
            return lines.map(AccessMatrixTest::row).flatMap(Stream::ofNullable).toList();
        }
    }

    private static @Nullable Row row(String line) {
        Matcher cells = ROW.matcher(line);
        if (!cells.matches()) {
            return null;
        }
        List<Boolean> admits = Pattern.compile("[✔–]")
                .matcher(cells.group(3))
                .results()
                .map(cell -> cell.group().equals("✔"))
                .toList();
        return new Row(cells.group(1), cells.group(2), admits);
    }

    private record Row(String method, String path, List<Boolean> admits) {}
}
