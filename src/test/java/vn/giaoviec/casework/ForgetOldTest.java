package vn.giaoviec.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.Batches;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.RetentionSettings;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** What nobody handed in is forgotten when its time is over, and no day before; what was handed in never is. */
@EngineTest
class ForgetOldTest {
    @Autowired
    Province province;

    @Autowired
    CaseworkRetention retention;

    @Autowired
    RetentionSettings kept;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aDraftThatWasNotHandedInGoesLongAfterItsStep() {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins();
        String left = work.step("task_classify").taskId();
        types(left, "deputy.stttt");
        work.does("task_classify=security");
        String open = work.step("task_prepareLevelDossier").taskId();
        types(open, "officer2.stttt");
        int handedIn = province.handedIn(work.key()).size();

        Instant ended = clock.instant();
        retention.forget(ended.plus(kept.drafts()).minus(Duration.ofDays(1)));
        assertThat(typed(left, "deputy.stttt")).isEqualTo(2);
        retention.forget(ended.plus(kept.drafts()).plus(Duration.ofDays(1)));
        assertThat(typed(left, "deputy.stttt")).isZero();
        assertThat(typed(open, "officer2.stttt")).as("an open step's").isEqualTo(2);
        assertThat(province.handedIn(work.key())).hasSize(handedIn).isNotEmpty();
    }

    @Test
    void formsSentLongAgoGoInBatches() {
        CaseKey key = province.opens(AnAssignment.of("resources")).key();
        Instant sent = clock.instant();
        int many = 2 * Batches.MOST + 1;
        jdbc.batchUpdate(
                "insert into casework_command (person, id, action, content, done_at) values (?, ?, ?, ?, ?)",
                IntStream.range(0, many)
                        .mapToObj(any -> new Object[] {
                            "officer1.stttt", UUID.randomUUID().toString(), "note " + key, "0", Columns.utc(sent)
                        })
                        .toList());
        retention.forget(sent.plus(kept.commands()).minusSeconds(1));
        assertThat(sent(key)).isEqualTo(many);
        retention.forget(sent.plus(kept.commands()).plusSeconds(1));
        assertThat(sent(key)).isZero();
    }

    private void types(String task, String person) {
        jdbc.update(
                "insert into casework_draft (task_id, person, reason, saved_at) values (?, ?, 'Chưa rõ', ?)",
                task,
                person,
                Columns.utc(clock.instant()));
        jdbc.update(
                "insert into casework_draft_field (task_id, person, field, content) values (?, ?, 'note', 'Đang soạn')",
                task,
                person);
    }

    /** Rows of a draft: its own, and one for each field. */
    private int typed(String task, String person) {
        return count("select count(*) from casework_draft where task_id = ? and person = ?", task, person)
                + count("select count(*) from casework_draft_field where task_id = ? and person = ?", task, person);
    }

    private int sent(CaseKey key) {
        return count("select count(*) from casework_command where action = ?", "note " + key);
    }

    private int count(String sql, Object... parameters) {
        Integer count = jdbc.queryForObject(sql, Integer.class, parameters);
        return count == null ? 0 : count;
    }
}
