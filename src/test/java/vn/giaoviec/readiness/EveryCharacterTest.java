package vn.giaoviec.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.Evidence;
import vn.giaoviec.casework.KeepEvidence;
import vn.giaoviec.casework.NoteProgress;
import vn.giaoviec.casework.Progress;
import vn.giaoviec.casework.SaveDraft;
import vn.giaoviec.casework.ShowStep;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** What a person types is what is read again: every character, in full length; or it is refused, and nothing is cut. */
@EngineTest
class EveryCharacterTest {
    private static final String OFFICER = "officer1.stttt";

    /** Vietnamese composed and decomposed, chữ Nôm of the supplementary plane, a symbol beyond it, quotes and slashes. */
    private static final String WORDS = "Chuyển đổi số "
            + Normalizer.normalize("Nguyễn Thị Đượm", Normalizer.Form.NFD)
            + " \uD840\uDD3C\uD847\uDCB7 \uD83D\uDCC4 \\ ' \" % _ ;";

    @Autowired
    Province province;

    @Autowired
    SaveDraft saveDraft;

    @Autowired
    ShowStep showStep;

    @Autowired
    KeepEvidence keepEvidence;

    @Autowired
    NoteProgress noteProgress;

    @Autowired
    CaseHistory history;

    private CaseDriver work;
    private String task;

    @BeforeEach
    void aStepOnTheOfficersDesk() {
        work = province.opens(AnAssignment.of("resources")).begins().does("task_classify=security");
        task = work.step("task_prepareLevelDossier").taskId();
    }

    @Test
    void aFieldAndAReason() {
        String field = full(20_000);
        String reason = full(4_000);
        province.as(OFFICER, () -> saveDraft.save(task, null, reason, Map.of("dossier", field)));
        var draft = province.as(OFFICER, () -> showStep.show(task)).draft();
        assertThat(draft.field("dossier")).isEqualTo(field);
        assertThat(draft.reason()).isEqualTo(reason);
    }

    @Test
    void aReasonThatIsHandedIn() {
        work.does("task_prepareLevelDossier");
        String reason = full(4_000).strip();
        CaseDriver.Step appraisal =
                work.step("task_appraiseLevel").choosing("returned").because(reason);
        appraisal.complete();
        assertThat(history.steps(work.key()))
                .filteredOn(item -> item.taskId().equals(appraisal.taskId()))
                .singleElement()
                .satisfies(item -> assertThat(item.reason()).isEqualTo(reason));
    }

    @Test
    void aNote() {
        String note = full(4_000).strip();
        province.as(OFFICER, () -> noteProgress.note(work.key(), Progress.Kind.QUESTION, note, UUID.randomUUID()));
        assertThat(history.progress(work.key())).extracting(Progress::note).containsExactly(note);
    }

    @Test
    void theNameOfAFile() {
        String name = "Biên bản " + Normalizer.normalize("nghiệm thu", Normalizer.Form.NFD)
                + " \uD840\uDD3C \uD83D\uDCC4.txt";
        keep(name);
        String longest = "\uD840\uDD3C".repeat(125) + "x.txt";
        assertThat(longest).hasSize(255);
        keep(longest);
        assertThat(history.evidence(work.key())).extracting(Evidence::name).containsExactlyInAnyOrder(name, longest);
    }

    @Test
    void whatIsLongerIsRefused() {
        String tooLong = "x".repeat(20_001);
        List<Runnable> attempts = List.of(
                () -> saveDraft.save(task, null, "", Map.of("dossier", tooLong)),
                () -> saveDraft.save(task, null, "x".repeat(4_001), Map.of()),
                () -> noteProgress.note(work.key(), Progress.Kind.PROGRESS, "x".repeat(4_001), UUID.randomUUID()));
        for (Runnable attempt : attempts) {
            assertThatThrownBy(() -> province.as(OFFICER, attempt))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("refusal.tooLong");
        }
        assertThatThrownBy(() -> keep("x".repeat(256) + ".txt"))
                .isInstanceOf(Refusal.class)
                .hasMessage("refusal.fileName");
        assertThat(history.progress(work.key())).isEmpty();
        assertThat(history.evidence(work.key())).isEmpty();
        assertThat(province.as(OFFICER, () -> showStep.show(task)).draft().fields())
                .isEmpty();
    }

    private void keep(String name) {
        province.as(OFFICER, () -> {
            try {
                keepEvidence.keep(task, name, new ByteArrayInputStream("đã làm xong".getBytes(StandardCharsets.UTF_8)));
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
    }

    /** Exactly that many characters as Java counts them. */
    private static String full(int length) {
        String words = WORDS.repeat(length / WORDS.length());
        return words + "x".repeat(length - words.length());
    }
}
