package vn.giaoviec.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.giaoviec.annex.Annex;
import vn.giaoviec.annex.AnnexSetting;
import vn.giaoviec.annex.ReadAnnex;
import vn.giaoviec.annex.Warning;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Deadline;
import vn.giaoviec.plan.PlanOutline;
import vn.giaoviec.shared.Text;
import vn.giaoviec.sheet.TableFile;

/** What was understood, overruled by what was decided on names, overruled by what was decided on the row. */
class ReviewRowsTest {
    private static final PlanOutline SHIPPED = PlanOutline.shipped();
    private static final WorkingDays DAYS = WorkingDays.shipped();
    private static final Heading HEADING = AnAnnex.heading(2024);

    @Test
    void aDecisionOnTheRowOverrulesOneOnTheName() {
        AnAnnex annex = AnAnnex.usual()
                .row("1", "Tuyên truyền", "Sở Lạ lùng", "", "30/6/2024", "Báo cáo")
                .row("2", "Tuyên truyền tiếp", "Sở Lạ lùng", "", "30/6/2024", "Báo cáo");
        assertThat(rows(annex)).allSatisfy(row -> assertThat(keys(row)).contains("annexWarning.unitUnsure"));

        List<ReviewedRow> named = review(annex, List.of(), List.of(meaning("Sở Lạ lùng", "STTTT")), Map.of())
                .rows();
        assertThat(named).allSatisfy(row -> {
            assertThat(row.leads().get(0).units()).containsExactly("STTTT");
            assertThat(keys(row)).containsExactly("intakeWarning.groupUndecided", "intakeWarning.indicatorsUndecided");
        });

        List<ReviewedRow> own = review(
                        annex,
                        List.of(decision(2, RowField.LEAD, "SNV STC")),
                        List.of(meaning("sở lạ lùng", "STTTT")),
                        Map.of())
                .rows();
        assertThat(own.get(0).leads().get(0).units()).containsExactly("STTTT");
        assertThat(own.get(1).leads().get(0).units()).containsExactly("SNV", "STC");
    }

    @Test
    void ofSeveralNamesInACellEachIsSettledByItself() {
        AnAnnex annex =
                AnAnnex.usual().row("1", "Tuyên truyền", "Sở Lạ lùng; Ban Chưa biết", "", "30/6/2024", "Báo cáo");
        ReviewedRow half = review(annex, List.of(), List.of(meaning("Sở Lạ lùng", "STTTT")), Map.of())
                .rows()
                .get(0);
        assertThat(half.open().stream()
                        .filter(one -> one.key().equals("annexWarning.unitUnknown")
                                || one.key().equals("annexWarning.unitUnsure")))
                .singleElement()
                .satisfies(warning -> assertThat(warning.args().get(0)).isEqualTo("Ban Chưa biết"));
    }

    @Test
    void aBodyOutsideIsInvitedAndCannotLeadAlone() {
        AnAnnex annex = AnAnnex.usual().row("1", "Tuyên truyền", "Công ty Lạ", "Hội Vui", "30/6/2024", "Báo cáo");
        ReviewedRow row = review(
                        annex,
                        List.of(),
                        List.of(meaning("Công ty Lạ", Meaning.OUTSIDE), meaning("Hội Vui", Meaning.OUTSIDE)),
                        Map.of())
                .rows()
                .get(0);
        assertThat(keys(row)).contains("intakeWarning.leadUndecided");
    }

    @Test
    void aDayOrOtherWordsSettleADeadline() {
        AnAnnex annex = AnAnnex.usual().row("1", "Tuyên truyền", "Sở TT&TT", "", "Khi có hướng dẫn", "Báo cáo");
        assertThat(keys(rows(annex).get(0))).contains("annexWarning.deadlineUnclear");
        ReviewedRow day = review(annex, List.of(decision(1, RowField.DUE_ON, "2024-06-03")), List.of(), Map.of())
                .rows()
                .get(0);
        assertThat(day.dueOn()).isEqualTo(LocalDate.of(2024, 6, 3));
        assertThat(day.deadline().raw()).isEqualTo("Khi có hướng dẫn");
        assertThat(keys(day)).doesNotContain("annexWarning.deadlineUnclear");
        ReviewedRow words = review(annex, List.of(decision(1, RowField.DEADLINE, "Quý II/2024")), List.of(), Map.of())
                .rows()
                .get(0);
        assertThat(words.dueOn()).isEqualTo(LocalDate.of(2024, 6, 28));
    }

    @Test
    void aSecretRowIsAStubThatNobodyDecidesOn() {
        AnAnnex annex = AnAnnex.usual()
                .row("1", "Nhiệm vụ (MẬT)", "Sở TT&TT", "", "30/6/2024", "Báo cáo")
                .row("2", "Tuyên truyền", "Sở TT&TT", "", "30/6/2024", "Báo cáo");
        Review review = review(annex, List.of(), List.of(), Map.of());
        assertThat(review.stubs()).isEqualTo(1);
        assertThat(review.taken()).singleElement().satisfies(row -> assertThat(row.code())
                .isEqualTo("2"));
        assertThat(review.rows().get(0).isOpen()).isFalse();
    }

    @Test
    void numbersThatBeginAnewGetTheirHeadlinesNumber() {
        AnAnnex annex = AnAnnex.usual()
                .row("I", "Nhóm một", "", "", "", "")
                .row("1", "Việc một", "Sở TT&TT", "", "30/6/2024", "Báo cáo")
                .row("II", "Nhóm hai", "", "", "", "")
                .row("1", "Việc hai", "Sở TT&TT", "", "30/6/2024", "Báo cáo")
                .row("2", "Việc ba", "Sở TT&TT", "", "30/6/2024", "Báo cáo");
        assertThat(rows(annex)).extracting(ReviewedRow::code).containsExactly("I.1", "II.1", "2");
    }

    @Test
    void whatTheYearsPlanSaysOfACodeStaysWhereTheAnnexIsSilent() {
        AnAnnex annex = AnAnnex.usual().row("A-1", "Tuyên truyền", "Sở TT&TT", "", "Quý II/2024", "Báo cáo");
        Assignment before = new Assignment(
                "A-1",
                1,
                new Text("Tuyên truyền", "Campaign"),
                "Quý II/2024",
                Deadline.Kind.QUARTER,
                null,
                LocalDate.of(2024, 5, 31),
                new Text("Báo cáo", "Report"),
                false,
                List.of(new Assignment.Involved("STTTT", null)),
                List.of(),
                "",
                Map.of("CQ6", 3),
                null,
                1);
        Review review = review(annex, List.of(), List.of(), Map.of("A-1", before));
        assertThat(review.open()).isZero();
        assertThat(Outcome.of(review).difference().changed()).isEmpty();
        assertThat(Outcome.of(review).difference().added()).isEmpty();
        assertThat(Outcome.of(review).plan().assignments().get(0).title().en()).isEqualTo("Campaign");
    }

    private static List<ReviewedRow> rows(AnAnnex annex) {
        return review(annex, List.of(), List.of(), Map.of()).rows();
    }

    private static Review review(
            AnAnnex written, List<Decision> decisions, List<Meaning> meanings, Map<String, Assignment> before) {
        Annex annex = ReadAnnex.pasted(
                written.pasted(),
                new AnnexSetting(
                        2024,
                        HEADING.issuedOn(),
                        HEADING.issuedOn(),
                        DAYS,
                        SHIPPED.units(),
                        SHIPPED.targets(),
                        SHIPPED.groups()));
        Draft draft = new Draft(
                1,
                HEADING,
                "",
                TableFile.Kind.PASTED,
                annex.sha256(),
                Draft.State.DRAFT,
                "office1",
                Instant.EPOCH,
                null,
                null);
        Basis basis =
                new Basis(null, before, SHIPPED.units(), SHIPPED.pillars(), SHIPPED.targets(), SHIPPED.groups(), DAYS);
        return ReviewRows.of(draft, annex, basis, decisions, meanings);
    }

    private static Decision decision(int line, RowField field, String content) {
        return new Decision(line, field, content, "office1", Instant.EPOCH);
    }

    private static Meaning meaning(String words, String content) {
        return new Meaning(Meaning.key(words), content, null, "office1", Instant.EPOCH);
    }

    private static List<String> keys(ReviewedRow row) {
        return row.open().stream().map(Warning::key).toList();
    }
}
