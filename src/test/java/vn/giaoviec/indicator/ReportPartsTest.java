package vn.giaoviec.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.plan.Parts;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.RollUp;
import vn.giaoviec.shared.BroughtFile;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TestDatabase;

/** Several units report one indicator, and nobody types the province's value. XH3 is divided among STTTT, SNV and SKHCN. */
@EngineTest
class ReportPartsTest {
    private static final String XH3 = "XH3";
    private static final String CQ6 = "CQ6";

    @Autowired
    Province province;

    @Autowired
    RecordReading recordReading;

    @Autowired
    DecideReading decideReading;

    @Autowired
    RegisterExpectation registerExpectation;

    @Autowired
    AssignReporters assignReporters;

    @Autowired
    OpenReadingFile openReadingFile;

    @Autowired
    Readings readings;

    @Autowired
    Plans plans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    private int year;

    @BeforeEach
    void aPlan() {
        year = province.imports();
    }

    @Test
    void whatUnitsReportIsAddedUp() {
        approved(XH3, "STTTT", Map.of("numerator", "10", "denominator", "30"));
        Figure figure = latest(XH3);
        assertThat(figure.isProvisional()).isTrue();
        assertThat(figure.readings()).hasSize(1);
        assertThat(figure.parts()).isEqualTo(3);
        long wrong = approved(XH3, "SNV", Map.of("numerator", "50", "denominator", "50"));
        approved(XH3, "SKHCN", Map.of("numerator", "0", "denominator", "0"));
        assertThat(latest(XH3).measured().value()).isEqualByComparingTo("75");
        approved(
                XH3,
                "SNV",
                Map.of("numerator", "20", "denominator", "50", "corrects", "" + wrong, "reason", "nhập nhầm"));
        assertThat(latest(XH3).measured().value()).as("a correction replaces").isEqualByComparingTo("37.5");
        assertThat(latest(XH3).isProvisional()).isFalse();
        assertThat(latest(XH3).period().asOf()).isEqualTo("2024-01-31");
        assertThat(jdbc.sql("select count(*) from indicator_reading where plan_year = ? and of_part = false")
                        .param(year)
                        .query(Integer.class)
                        .single())
                .as("the province's value is never stored")
                .isZero();
    }

    @Test
    void eachUnitHasItsOwnFourEyes() {
        long id = enters("head.snv", XH3, "SNV", Map.of("numerator", "1", "denominator", "2"));
        for (String person : List.of("head.snv", "officer1.snv", "head.stttt", "office1", "leader1")) {
            assertThatThrownBy(() -> decides(person, XH3, id)).as(person).isInstanceOf(Refusal.Forbidden.class);
        }
        assertThat(readings.series(year, plans.targets(year))).doesNotContainKey(XH3);
        decides("deputy.snv", XH3, id);
        assertThat(latest(XH3).readings()).extracting(Reading::unit).containsExactly("SNV");
    }

    @Test
    void onlyAUnitThatReportsAPartEntersOne() {
        Map<String, String> half = Map.of("numerator", "1", "denominator", "2");
        for (String person : List.of("officer1.stttt", "head.skhcn", "office1", "leader1", "admin1")) {
            assertThatThrownBy(() -> enters(person, XH3, "SNV", half))
                    .as(person)
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        assertThatThrownBy(() -> enters("officer1.stttt", CQ6, "STTTT", half))
                .as("CQ6 has no parts")
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(readings.of(year, XH3)).isEmpty();
    }

    @Test
    void theWholeIsNotTypedWhereItIsRolledUp() {
        assertThatThrownBy(() -> enters("officer1.stttt", XH3, "", Map.of("value", "50")))
                .hasMessage("refusal.readingIsRolledUp");
        assertThatThrownBy(() -> enters("officer1.stttt", XH3, "STTTT", Map.of("value", "50")))
                .as("percents are not added")
                .hasMessage("refusal.readingPartsAdded");
        assertThatThrownBy(() -> enters("officer1.snv", XH3, "", Map.of("value", "50")))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void aPeriodTypedAsAWholeIsNotReportedInParts() {
        long whole = approved(CQ6, "", Map.of("value", "50", "asOf", "2024-01-10"));
        assign("office1", CQ6, List.of("STTTT", "SNV"), "SUM");
        Map<String, String> same = Map.of("numerator", "1", "denominator", "2", "asOf", "2024-01-10");
        assertThatThrownBy(() -> enters("officer1.snv", CQ6, "SNV", same)).hasMessage("refusal.readingPeriodHasWhole");
        Map<String, String> later = Map.of("numerator", "1", "denominator", "2");
        approved(CQ6, "SNV", later);
        assertThat(latest(CQ6).isRolledUp()).isTrue();
        Map<String, String> correction =
                Map.of("value", "49", "asOf", "2024-01-10", "corrects", "" + whole, "reason", "nhầm");
        Map<String, String> moved = new HashMap<>(correction);
        moved.put("asOf", "2024-01-31");
        assertThatThrownBy(() -> enters("officer1.stttt", CQ6, "", moved)).hasMessage("refusal.readingPeriodHasParts");
        assertThatThrownBy(() -> enters("officer1.stttt", CQ6, "STTTT", correction))
                .as("a part does not correct the whole")
                .isInstanceOf(ReadingRefused.class);
        approved(CQ6, "", correction);
        assertThat(series(CQ6).figures().get(0).measured().value()).isEqualByComparingTo("49");
    }

    @Test
    void figuresThatCannotBeAddedAreRefused() {
        assign("office1", "H1", List.of("STTTT", "SNV"), "sum");
        approved("H1", "SNV", Map.of("value", "12"));
        assertThatThrownBy(() -> enters("officer1.stttt", "H1", "STTTT", Map.of("numerator", "1", "denominator", "2")))
                .hasMessage("refusal.readingPartsAreSums");
        approved("H1", "STTTT", Map.of("value", "30"));
        assertThat(latest("H1").measured().value()).isEqualByComparingTo("42");
        approved("H1", "SNV", Map.of("numerator", "0", "denominator", "0", "asOf", "2024-01-20"));
        assertThatThrownBy(() -> enters("officer1.stttt", "H1", "STTTT", Map.of("value", "1", "asOf", "2024-01-20")))
                .hasMessage("refusal.readingPartsAreRatios");
    }

    @Test
    void aUnitRegistersWhatItExpectsUntilItReports() {
        assertThatThrownBy(() -> registers("officer1.snv", XH3, "SNV", "80")).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> registers("head.stttt", XH3, "SNV", "80")).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> registers("head.stttt", CQ6, "STTTT", "80")).isInstanceOf(Refusal.Forbidden.class);
        for (String wrong : List.of("", "nhiều", "1.234")) {
            assertThatThrownBy(() -> registers("head.snv", XH3, "SNV", wrong))
                    .as(wrong)
                    .isInstanceOf(ReadingRefused.class);
        }
        registers("head.snv", XH3, "SNV", "80");
        registers("head.snv", XH3, "SNV", "80,0");
        registers("deputy.snv", XH3, "SNV", "82,5");
        assertThat(facts("ExpectationRegistered")).hasSize(2).allMatch(fact -> fact.contains("SNV"));
        Expectation stands =
                Objects.requireNonNull(readings.expectations(year, XH3).get("SNV"));
        assertThat(stands.expected()).isEqualByComparingTo("82.5");
        assertThat(stands.by()).isEqualTo("deputy.snv");

        long first = enters("officer1.snv", XH3, "SNV", Map.of("numerator", "825", "denominator", "1000"));
        assertThatThrownBy(() -> registers("head.snv", XH3, "SNV", "70")).hasMessage("refusal.expectationStays");
        assertThat(duty("SNV").status()).isEqualTo(UnitReport.Status.PENDING);
        province.as("head.snv", () -> decideReading.decide(year, XH3, first, "returned", "thiếu nguồn"));
        assertThat(duty("SNV").status()).isEqualTo(UnitReport.Status.RETURNED);
        approved(XH3, "SNV", Map.of("numerator", "825", "denominator", "1000"));
        assertThat(duty("SNV").status()).isEqualTo(UnitReport.Status.REACHED);
        assertThat(duty("STTTT").status()).as("others have reported").isEqualTo(UnitReport.Status.NOT_SENT);
        assertThat(readings.duties(year, plans.targets(year), "SXD")).isEmpty();
    }

    @Test
    void onlyThePlanOfficeDividesAnIndicator() {
        for (String person : List.of("head.stttt", "leader1", "inspector1", "admin1")) {
            assertThatThrownBy(() -> assign(person, CQ6, List.of("SNV"), "SUM"))
                    .as(person)
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        assertThatThrownBy(() -> assign("office1", "NONE", List.of("SNV"), "SUM"))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> assign("office1", CQ6, List.of("SNV", "NOBODY"), "SUM"))
                .hasMessage("refusal.reportersUnknown");
        assertThatThrownBy(() -> assign("office1", CQ6, List.of("SNV"), "most")).hasMessage("refusal.rollUp");
        assertThatThrownBy(() -> assign("office1", "CQ1b", List.of("SNV"), "SUM"))
                .as("answers cannot be added")
                .hasMessage("refusal.rollUp");
        assign("office1", "CQ1b", List.of("SNV"), "LATEST");
        assign("office1", CQ6, List.of("SNV", "STTTT"), "AVERAGE");
        assign("office1", CQ6, List.of("STTTT", "SNV"), "AVERAGE");
        assertThat(facts("ReportersAssigned")).as("the same again is no fact").hasSize(2);
        assertThat(parts(CQ6).rule()).isEqualTo(RollUp.AVERAGE);
        assign("office1", CQ6, List.of(), "");
        assertThat(plans.target(year, CQ6).orElseThrow().parts()).isNull();
    }

    @Test
    void onceAUnitHasReportedUnitsAreOnlyAdded() {
        approved(XH3, "SNV", Map.of("numerator", "1", "denominator", "2"));
        assertThatThrownBy(() -> assign("office1", XH3, List.of("SNV"), "SUM"))
                .hasMessage("refusal.reportersOnlyAdded");
        assertThatThrownBy(() -> assign("office1", XH3, List.of(), "")).hasMessage("refusal.reportersOnlyAdded");
        assertThatThrownBy(() -> assign("office1", XH3, parts(XH3).units(), "AVERAGE"))
                .hasMessage("refusal.rollUpStays");
        assign("office1", XH3, List.of("SNV", "STTTT", "SKHCN", "VPUBND"), "SUM");
        assertThat(latest(XH3).parts()).isEqualTo(4);
        enters("officer1.stttt", CQ6, "", Map.of("value", "1"));
        assertThatThrownBy(() -> assign("office1", CQ6, List.of("SNV"), "SUM")).hasMessage("refusal.wholeWaits");
    }

    @Test
    void aFileProvesAReadingAndStaysAsItWas() throws IOException {
        byte[] content = "%PDF-1.4 số liệu".getBytes(StandardCharsets.UTF_8);
        long id = brings("C:\\tạm\\biểu 01.pdf", () -> new ByteArrayInputStream(content));
        ReadingFile file = openReadingFile.intact(year, XH3, id);
        assertThat(file.name()).isEqualTo("biểu 01.pdf");
        assertThat(file.mediaType()).isEqualTo("application/pdf");
        assertThat(file.size()).isEqualTo(content.length);
        assertThat(file.sha256())
                .isEqualTo(HexFormat.of().formatHex(BroughtFile.sha256().digest(content)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        openReadingFile.copy(id, out);
        assertThat(out.toByteArray()).isEqualTo(content);
        assertThat(facts("ReadingEntered"))
                .singleElement()
                .asString()
                .as("the ledger vouches for it")
                .contains(file.sha256());
        assertThat(brings("biểu 01.pdf", () -> new ByteArrayInputStream(content)))
                .as("sent twice")
                .isEqualTo(id);
        assertThatThrownBy(() -> openReadingFile.intact(year, XH3, id + 1_000_000))
                .isInstanceOf(Refusal.NotFound.class);
        long without = enters("officer1.snv", XH3, "SNV", Map.of("numerator", "1", "denominator", "2"));
        assertThatThrownBy(() -> openReadingFile.intact(year, XH3, without)).hasMessage("refusal.noEvidence");
    }

    @Test
    void aFileThatWasTamperedWithIsNotOpened() throws SQLException, IOException {
        long id = brings("biểu.txt", () -> new ByteArrayInputStream("1 trên 2".getBytes(StandardCharsets.UTF_8)));
        try (Connection forger = TestDatabase.forger(database);
                PreparedStatement forgery =
                        forger.prepareStatement("update indicator_reading_chunk set content = ? where reading = ?")) {
            forgery.setBytes(1, "2 trên 2".getBytes(StandardCharsets.UTF_8));
            forgery.setLong(2, id);
            assertThat(forgery.executeUpdate()).isOne();
        }
        assertThatThrownBy(() -> openReadingFile.intact(year, XH3, id)).hasMessage("refusal.readingFileChanged");
    }

    @Test
    void aFileThatIsNoneIsRefusedBesideTheOtherMistakes() {
        assertThatThrownBy(() -> brings("virus.exe", () -> new ByteArrayInputStream(new byte[] {'M', 'Z', 0, 1})))
                .isInstanceOfSatisfying(ReadingRefused.class, refused -> assertThat(refused.problems())
                        .extracting(ReadingRefused.Problem::field, ReadingRefused.Problem::key)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("file", "refusal.fileType")));
        assertThatThrownBy(() -> brings("rỗng.txt", InputStream::nullInputStream))
                .hasMessage("refusal.fileIsEmpty");
        assertThatThrownBy(() -> brings("to.txt", () -> letters(50L * 1024 * 1024 + 1)))
                .hasMessage("refusal.fileTooLarge");
        assertThat(readings.of(year, XH3)).isEmpty();
    }

    private static InputStream letters(long count) throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };
        return BoundedInputStream.builder()
                .setInputStream(endless)
                .setMaxCount(count)
                .get();
    }

    private long brings(String name, ReadingFile.Content content) {
        Map<String, String> fields = fields("STTTT", Map.of("numerator", "1", "denominator", "2"));
        ReadingFile.Typed file = new ReadingFile.Typed(name, content);
        return province.as("officer1.stttt", () -> recordReading.record(year, XH3, TypedReading.of(fields, file)));
    }

    private static Map<String, String> fields(String unit, Map<String, String> more) {
        Map<String, String> fields =
                new HashMap<>(Map.of("calculation", "STOCK", "asOf", "2024-01-31", "source", "Thống kê"));
        fields.put("unit", unit);
        fields.putAll(more);
        return fields;
    }

    private long enters(String person, String indicator, String unit, Map<String, String> more) {
        return province.as(person, () -> recordReading.record(year, indicator, TypedReading.of(fields(unit, more))));
    }

    /** Entered by an officer of the unit, or of the owner, and approved by its head. */
    private long approved(String indicator, String unit, Map<String, String> more) {
        String people = unit.isEmpty() ? "stttt" : unit.toLowerCase(Locale.ROOT);
        long id = enters("officer1." + people, indicator, unit, more);
        decides("head." + people, indicator, id);
        return id;
    }

    private void decides(String person, String indicator, long id) {
        province.as(person, () -> decideReading.decide(year, indicator, id, "approved", ""));
    }

    private void registers(String person, String indicator, String unit, String figure) {
        province.as(person, () -> registerExpectation.register(year, indicator, unit, figure));
    }

    private void assign(String person, String indicator, List<String> units, String rule) {
        province.as(person, () -> assignReporters.assign(year, indicator, units, rule));
    }

    private Parts parts(String indicator) {
        return Objects.requireNonNull(
                plans.target(year, indicator).orElseThrow().parts());
    }

    private UnitReport duty(String unit) {
        @Nullable UnitReport duty = readings.duties(year, plans.targets(year), unit).get(XH3);
        return Objects.requireNonNull(duty);
    }

    private Series series(String indicator) {
        return Objects.requireNonNull(readings.series(year, plans.targets(year)).get(indicator));
    }

    private Figure latest(String indicator) {
        return Objects.requireNonNull(series(indicator).latest());
    }

    private List<String> facts(String action) {
        return jdbc.sql("select facts from audit_entry where action = ? and facts like ?")
                .params(action, "%\"year\":" + year + ",%")
                .query(String.class)
                .list();
    }
}
