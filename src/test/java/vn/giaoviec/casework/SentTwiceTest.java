package vn.giaoviec.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/** A form that is sent again is answered, and does nothing twice. */
@EngineTest
class SentTwiceTest {
    private static final String OFFICER = "officer1.stttt";

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    NoteProgress noteProgress;

    @Autowired
    ReopenCase reopenCase;

    @Autowired
    CaseHistory history;

    @Test
    void aNoteSentTwiceAtTheSameMomentIsNotedOnce() throws Exception {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins();
        UUID command = UUID.randomUUID();
        ExecutorService tabs = Executors.newFixedThreadPool(4);
        try {
            CyclicBarrier together = new CyclicBarrier(4);
            List<Future<?>> clicks = new ArrayList<>();
            for (int click = 0; click < 4; click++) {
                clicks.add(tabs.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    note(work, "Đang làm", command);
                    return null;
                }));
            }
            for (Future<?> click : clicks) {
                click.get(60, TimeUnit.SECONDS);
            }
        } finally {
            tabs.shutdownNow();
        }
        assertThat(history.progress(work.key())).hasSize(1);
    }

    @Test
    void otherWordsUnderTheSameNameAreNotSwallowed() {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins();
        UUID command = UUID.randomUUID();
        note(work, "Đang làm", command);
        assertThatThrownBy(() -> note(work, "Gặp vướng mắc", command))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessage("refusal.formAlreadySent");
        note(work, "Gặp vướng mắc", UUID.randomUUID());
        assertThat(history.progress(work.key()))
                .extracting(Progress::note)
                .containsExactly("Đang làm", "Gặp vướng mắc");
    }

    @Test
    void aReopeningSentTwiceReopensOnce() {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins().does("task_classify=security");
        work.does("task_prepareLevelDossier", "task_appraiseLevel=passed", "task_approveLevel")
                .finishes();
        UUID command = UUID.randomUUID();
        province.as("office1", () -> reopenCase.reopen(work.key(), "Thiếu phụ lục", command));
        province.as("office1", () -> reopenCase.reopen(work.key(), "Thiếu phụ lục", command));
        assertThat(work.now().runNumber()).isEqualTo(2);
        assertThat(work.waitsAt()).containsExactly("task_receive");
    }

    @Test
    void thePageNamesItsForms() {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins();
        TasklistClient officer = TasklistClient.signIn(port, OFFICER);
        String page = "/cases/" + work.key();
        String html = officer.get(page).body();
        Matcher command =
                Pattern.compile("name=\"command\" value=\"([0-9a-f-]{36})\"").matcher(html);
        assertThat(command.find()).isTrue();
        Map<String, String> form =
                new LinkedHashMap<>(Map.of("kind", "PROGRESS", "note", "Đang làm", "command", command.group(1)));
        form.put("_csrf", officer.csrf(html));
        for (int click = 0; click < 2; click++) {
            HttpResponse<String> answer = officer.form(page + "/progress", form, Map.of("Accept", "text/html"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("Đang làm");
        }
        assertThat(history.progress(work.key())).hasSize(1);
    }

    private void note(CaseDriver work, String words, UUID command) {
        province.as(OFFICER, () -> noteProgress.note(work.key(), Progress.Kind.PROGRESS, words, command));
    }
}
