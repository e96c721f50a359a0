package vn.giaoviec.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Case;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** Conclusions are attached by inspectors and stay; the case stays as it is. */
@EngineTest
class RecordConclusionTest {
    @Autowired
    Province province;

    @Autowired
    RecordConclusion conclusions;

    @Autowired
    AuditLog audit;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    private CaseDriver driver;

    @BeforeEach
    void aCase() {
        driver = province.opens(AnAssignment.of("resources")).begins();
    }

    @Test
    void isAttachedAndTheCaseStaysAsItIs() {
        Case before = driver.now();
        concludes("inspector1", "12/KL-TTr", clock.today(), "Hồ sơ đầy đủ", null);
        concludes("inspector1", "12/KL-TTr", clock.today(), "Hồ sơ đầy đủ", null); // sent twice
        Conclusion first = conclusions.of(driver.key()).get(0);
        concludes("inspector1", "15/KL-TTr", clock.today(), "Thiếu biên bản", first.id());
        assertThat(conclusions.of(driver.key()))
                .extracting(Conclusion::document, Conclusion::corrects)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("12/KL-TTr", null),
                        org.assertj.core.groups.Tuple.tuple("15/KL-TTr", first.id()));
        assertThat(driver.now()).isEqualTo(before);
        assertThat(audit.of(driver.key()))
                .filteredOn(entry -> entry.action().equals("ConclusionRecorded"))
                .hasSize(2)
                .allMatch(entry -> "inspector1".equals(entry.actor()));
    }

    @Test
    void nobodyElseConcludes() {
        for (String person : List.of("admin1", "office1", "leader1", "head.stttt", "officer1.stttt")) {
            assertThatThrownBy(() -> concludes(person, "1/KL", clock.today(), "x", null))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        assertThat(conclusions.of(driver.key())).isEmpty();
    }

    @Test
    void whatIsMissingOrImpossibleIsRefused() {
        CaseKey other = province.opens(AnAssignment.of("resources")).key();
        province.as(
                "inspector1",
                () -> conclusions.conclude(other, Conclusion.Kind.REMARK, "1/KL", clock.today(), "khác", null));
        long elsewhere = conclusions.of(other).get(0).id();
        assertThatThrownBy(() -> concludes("inspector1", " ", clock.today(), "x", null))
                .hasMessage("refusal.conclusion.document");
        assertThatThrownBy(() -> concludes("inspector1", "1/KL", clock.today(), "x".repeat(4_001), null))
                .hasMessage("refusal.conclusion.words");
        assertThatThrownBy(() -> concludes("inspector1", "1/KL", null, "x", null))
                .hasMessage("refusal.conclusion.day");
        assertThatThrownBy(() -> concludes("inspector1", "1/KL", clock.today().plusDays(1), "x", null))
                .hasMessage("refusal.conclusion.day");
        assertThatThrownBy(() -> concludes("inspector1", "1/KL", clock.today(), "x", elsewhere))
                .hasMessage("refusal.conclusion.corrects");
        assertThatThrownBy(() -> province.as(
                        "inspector1",
                        () -> conclusions.conclude(
                                new CaseKey(2024, "none", "STTTT"),
                                Conclusion.Kind.REMARK,
                                "1/KL",
                                clock.today(),
                                "x",
                                null)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(conclusions.of(driver.key())).isEmpty();
    }

    private void concludes(
            String person, String document, @Nullable LocalDate day, String words, @Nullable Long corrects) {
        province.as(
                person,
                () -> conclusions.conclude(driver.key(), Conclusion.Kind.BREACH, document, day, words, corrects));
    }
}
