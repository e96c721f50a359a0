package vn.giaoviec.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.RetentionSettings;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** A notice is forgotten long after it was read, never unread; a mail long after it was written. */
@EngineTest
class ForgetNoticesTest {
    @Autowired
    Province province;

    @Autowired
    NoticeRetention retention;

    @Autowired
    NoticeTable notices;

    @Autowired
    Outbox outbox;

    @Autowired
    RetentionSettings kept;

    @Autowired
    BusinessClock businessClock;

    @Autowired
    Clock realClock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatWasReadGoesWhenItsTimeIsOver() {
        CaseDriver work = province.opens(AnAssignment.of("resources"));
        String name = work.key() + " forgotten";
        NoticeTable.Event event =
                new NoticeTable.Event(name, Notice.Kind.URGED, work.key(), null, null, null, "12/UBND");
        Instant now = businessClock.instant();
        transaction.executeWithoutResult(
                status -> notices.insert(event, List.of("officer1.stttt", "officer2.stttt"), now));
        long id = jdbc.sql("select id from notice_notice where event = ? and recipient = 'officer1.stttt'")
                .param(name)
                .query(Long.class)
                .single();
        notices.read("officer1.stttt", id, id, now);

        retention.forget(now.plus(kept.notices()).minusSeconds(1), realClock.instant());
        assertThat(told(name)).containsExactlyInAnyOrder("officer1.stttt", "officer2.stttt");
        retention.forget(now.plus(kept.notices()).plusSeconds(1), realClock.instant());
        assertThat(told(name)).containsExactly("officer2.stttt");
    }

    @Test
    void aMailGoesWhenItsTimeIsOver() {
        String key = province.opens(AnAssignment.of("resources")).key() + " forgotten";
        transaction.executeWithoutResult(status -> outbox.put(
                List.of(new Mail("officer1.stttt", Mail.Kind.URGENT, key, new MailText("Đôn đốc", "…"), null))));
        Instant made = realClock.instant();
        retention.forget(businessClock.instant(), made.plus(kept.mails()).minusSeconds(60));
        assertThat(mails(key)).isEqualTo(1);
        retention.forget(businessClock.instant(), made.plus(kept.mails()).plusSeconds(60));
        assertThat(mails(key)).isZero();
    }

    private List<String> told(String event) {
        return jdbc.sql("select recipient from notice_notice where event = ?")
                .param(event)
                .query(String.class)
                .list();
    }

    private int mails(String key) {
        return jdbc.sql("select count(*) from notice_mail where mail_key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }
}
