package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.Browser;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Speech;

/** Six people go through their day in both languages; every page they come to speaks theirs. */
@EngineTest
@DisabledIfSystemProperty(
        named = "giaoviec.test.database",
        matches = "mariadb",
        disabledReason = "what a browser shows is the same on each")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneysTest {
    private static final String TYPED = "Ok 1";

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    Directory directory;

    @Autowired
    BusinessClock clock;

    @Autowired
    MessageSource messages;

    @TempDir
    static Path folder;

    private final Set<String> data = new HashSet<>();
    /** What was not in the reader's language, and where. */
    private final Set<String> foreign = new TreeSet<>();

    private Browser browser;
    private Path file;
    private Speech speech;

    @BeforeAll
    void begins() throws IOException {
        browser = Browser.start(port);
        file = Files.writeString(folder.resolve("minutes.txt"), "Minutes\n");
    }

    @AfterAll
    void ends() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void hasReadNothing() {
        foreign.clear();
    }

    @AfterEach
    void hasReadOneLanguage() {
        assertThat(foreign).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void aLeaderSeesWhatHurtsMostAndWhy(String language) {
        CaseDriver late = opens(clock.today().minusDays(2).toString()).begins();
        signsIn("leader1", language);
        follows("frame.overview");
        assertThat(browser.text("h2#critical")).isEqualTo(speech.of("overview.critical"));
        opensCase(late.key());
        assertThat(browser.sight().words())
                .contains(speech.of("case.steps"), speech.of("standing.OPEN_LATE"), speech.of("bpmn.task_assign"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void aHeadReceivesAssignsAndApproves(String language) {
        CaseDriver driver = opens("2099-06-30");
        signsIn("head.stttt", language);
        follows("home.myUnit");
        takes(driver, "task_receive");
        browser.choose("received");
        browser.complete();
        openUnit();
        takes(driver, "task_assign");
        browser.fillIn(TYPED, "2099-05-05");
        browser.complete();
        assertThat(driver.waitsAt()).containsExactly("task_classify");
        driver.throughResources().does("task_carryOut", "task_submit");

        openUnit();
        takes(driver, "task_approve");
        browser.choose("approved");
        browser.complete();
        assertThat(driver.waitsAt()).containsExactly("task_accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void anOfficerSubmitsTheWorkGetsItBackAndSubmitsItAgain(String language) {
        CaseDriver driver = opens("2099-06-30").begins().throughResources();
        signsIn("officer1.stttt", language);
        carriesOutAndSubmits(driver);

        driver.step("task_approve")
                .choosing("returned")
                .because(TYPED + " returned")
                .complete();
        browser.open("/cases/" + driver.key());
        speaksOnlyThat();
        assertThat(browser.text("main")).contains(TYPED + " returned");
        carriesOutAndSubmits(driver);
        assertThat(driver.now().acceptanceNumber()).isZero();
    }

    private void carriesOutAndSubmits(CaseDriver driver) {
        for (String step : new String[] {"task_carryOut", "task_submit"}) {
            browser.open("/");
            speaksOnlyThat();
            takes(driver, step);
            browser.fillIn(TYPED, "2099-05-05");
            browser.bring(file);
            browser.complete();
        }
        assertThat(driver.waitsAt()).containsExactly("task_approve");
    }

    @ParameterizedTest
    @CsvSource({"vi, 2019-03-31", "en, 2019-06-30"})
    void aUnitReportsAReadingAndASecondPersonLocksIt(String language, String day) {
        province.issuesTheNewest(AnAssignment.of("resources").deadline("T2"));
        signsIn("officer1.stttt", language);
        browser.open("/indicators/CQ6");
        speaksOnlyThat();
        browser.sends(
                "main form[action='/indicators/CQ6/readings']",
                Map.of(
                        "asOf",
                        day,
                        "numerator",
                        "1230",
                        "denominator",
                        "2460",
                        "source",
                        TYPED,
                        "document",
                        "7/BC-STTTT"));
        speaksOnlyThat();
        browser.awaitText(speech.of("reading.state.PENDING"));

        signsIn("head.stttt", language);
        browser.click(By.cssSelector("main a[href='/indicators/CQ6#readings']"));
        browser.awaitPlace("/indicators/CQ6");
        speaksOnlyThat();
        browser.click(By.cssSelector("main form[action$='/decision'] button[value=approved]"));
        browser.awaitText(speech.of("reading.state.APPROVED"));
        speaksOnlyThat();
        assertThat(browser.count("main form[action$='/decision']")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void anInspectorSearchesVerifiesAndTakesTheCaseAway(String language) {
        CaseDriver driver = opens("2099-06-30").begins();
        signsIn("inspector1", language);
        // before one searches there are everybody's words
        browser.click(By.linkText(speech.of("frame.audit")));
        browser.awaitPlace("/audit");
        browser.sends("main form", Map.of("theCase", driver.key().toString()));
        speaksOnlyThat();
        assertThat(browser.text("main table")).contains(speech.of("fact.CaseOpened"));
        opensCase(driver.key());
        browser.awaitCount("a[download][href='/cases/" + driver.key() + "/file.zip']", 1);
        browser.open("/audit/verification");
        String verifies = "form[action='/audit/verification']";
        browser.awaitRefreshed(verifies);
        browser.sends(verifies, Map.of());
        browser.awaitRefreshed(verifies);
        speaksOnlyThat();
        assertThat(browser.text("tbody tr:first-child td .tag--done")).isEqualTo(speech.of("verification.intact"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void thePlanOfficeIssuesUrgesAndAccepts(String language) {
        int year = province.importsTheNewest(
                AnAssignment.of("resources").deadline("T2"),
                AnAssignment.of("resources").deadline("T2").code("T-02"));
        signsIn("office1", language);
        follows("frame.plan");
        browser.click(By.cssSelector("form[action='/plan/" + year + "/issue'] button"));
        browser.awaitText(speech.of("plan.issuedNow", 2));
        speaksOnlyThat();

        CaseKey second = new CaseKey(year, "T-02", "STTTT");
        browser.open("/cases/" + second);
        browser.sends("form[action$='/orders']", Map.of("document", "7/UBND", "reason", TYPED));
        assertThat(browser.text("#deadline")).contains(speech.of("deadline.order.URGE"), "7/UBND");
        speaksOnlyThat();

        CaseDriver first = province.drives(new CaseKey(year, "T-01", "STTTT"))
                .begins()
                .throughResources()
                .does("task_carryOut", "task_submit", "task_approve=approved");
        browser.open("/");
        takes(first, "task_accept");
        browser.choose("accepted");
        browser.complete();
        assertThat(first.waitsAt()).isEmpty();
        browser.open("/indicators/CQ6");
        speaksOnlyThat();
        assertThat(browser.text("main")).contains(speech.of("indicator.support.count", 1, 2));
    }

    private CaseDriver opens(String dueOn) {
        int year = province.issuesTheNewest(
                AnAssignment.of("resources").dueOn(dueOn).deadline("T2"));
        return province.drives(new CaseKey(year, "T-01", "STTTT"));
    }

    private void signsIn(String person, String language) {
        speech = new Speech(language, messages);
        data.clear();
        data.add(speech.of("frame.vietnamese"));
        data.add(speech.of("app.name"));
        directory.people().stream().map(Person::name).forEach(data::add);
        directory.units().stream()
                .flatMap(unit -> Stream.of(unit.shortName(), unit.name().en()))
                .forEach(data::add);
        // as a driven case has it
        data.add("Nội dung thử");
        browser.speaks(language);
        browser.signIn(person);
        speaksOnlyThat();
    }

    private void follows(String link) {
        browser.click(By.linkText(speech.of(link)));
        browser.text("h1");
        speaksOnlyThat();
    }

    private void openUnit() {
        browser.open("/units/STTTT");
        speaksOnlyThat();
    }

    private void opensCase(CaseKey key) {
        browser.click(By.cssSelector("main a[href='/cases/" + key + "']"));
        browser.awaitPlace("/cases/" + key);
        browser.awaitCount("[data-diagram] svg", 1);
        speaksOnlyThat();
    }

    private void takes(CaseDriver driver, String step) {
        browser.takeStep(driver.key().toString(), speech.of("bpmn." + step));
        Set<String> shown = new HashSet<>(data);
        shown.addAll(Speech.keptByTheEngine());
        speaksOnlyThat(shown);
    }

    private void speaksOnlyThat() {
        speaksOnlyThat(data);
    }

    private void speaksOnlyThat(Set<String> sameInBoth) {
        String words = browser.sight().words();
        assertThat(words).doesNotContain("??");
        speech.foreign(words, sameInBoth).forEach(line -> foreign.add(browser.place() + ": " + line));
    }
}
