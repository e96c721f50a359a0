package vn.giaoviec.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

@Repository
class MailTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    MailTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(Collection<Mail> mails, String state, String domain, Instant at) {
        batches.batchUpdate(
                """
                insert into notice_mail
                    (recipient, kind, mail_key, message_id, subject, body, calendar, state, attempts, next_at, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
                """,
                mails.stream()
                        .map(mail -> new Object[] {
                            mail.recipient(),
                            mail.kind().name(),
                            mail.key(),
                            mail.messageId(domain),
                            mail.text().subject(),
                            state.equals("WAITING") ? mail.text().body() : null,
                            state.equals("WAITING") ? mail.calendar() : null,
                            state,
                            Columns.utc(at),
                            Columns.utc(at)
                        })
                        .toList());
    }

    /** Which of these people have a mail of that kind and key. */
    Set<String> having(Mail.Kind kind, String key, Collection<String> people) {
        return new HashSet<>(jdbc.sql(
                        "select recipient from notice_mail where kind = :kind and mail_key = :key and recipient in (:people)")
                .param("kind", kind.name())
                .param("key", key)
                .param("people", people)
                .query(String.class)
                .list());
    }

    /** Mails whose time has come, and those whose sender's lease ran out; those another node has just now are passed over. */
    List<Queued> lockDue(Instant now, int most) {
        return jdbc.sql("""
                        select * from notice_mail
                        where state in ('WAITING', 'SENDING') and next_at <= ?
                        order by next_at, id
                        limit ?
                        for update skip locked
                        """)
                .params(Columns.utc(now), most)
                .query(MailTable::read)
                .list();
    }

    private static Queued read(ResultSet row, int number) throws SQLException {
        return new Queued(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("message_id"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("calendar"),
                row.getInt("attempts"),
                Columns.instant(row, "made_at"));
    }

    void sending(Collection<Queued> mails, UUID owner, Instant until) {
        batches.batchUpdate(
                "update notice_mail set state = 'SENDING', attempts = attempts + 1, owner = ?, next_at = ? where id = ?",
                mails.stream()
                        .map(mail -> new Object[] {owner.toString(), Columns.utc(until), mail.id})
                        .toList());
    }

    /** Says what became of mails, unless their lease ran out and another node has them. */
    void settle(Collection<Settled> mails, UUID owner, Instant at) {
        batches.batchUpdate(
                """
                update notice_mail set
                    state = ?, next_at = ?, sent_at = ?, error = ?,
                    body = case when ? = 'WAITING' then body end,
                    calendar = case when ? = 'WAITING' then calendar end
                where id = ? and state = 'SENDING' and owner = ?
                """,
                mails.stream()
                        .map(mail -> new Object[] {
                            mail.state,
                            Columns.utc(mail.next),
                            mail.state.equals("SENT") ? Columns.utc(at) : null,
                            mail.error,
                            mail.state,
                            mail.state,
                            mail.id,
                            owner.toString()
                        })
                        .toList());
    }

    /** Rows of long ago prove nothing that notices and audit do not. */
    int forget(Instant madeBefore, int most) {
        return jdbc.sql("delete from notice_mail where made_at < ? limit ?")
                .params(Columns.utc(madeBefore), most)
                .update();
    }

    boolean written(LocalDate day) {
        return jdbc.sql("select count(*) from notice_digest where on_day = ?")
                        .param(day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void allWritten(LocalDate day) {
        if (!written(day)) {
            jdbc.sql("insert into notice_digest (on_day) values (?)").param(day).update();
        }
    }

    /** A mail that is sent now. */
    record Queued(
            long id,
            String recipient,
            String messageId,
            String subject,
            String body,
            @Nullable String calendar,
            int attempts,
            Instant madeAt) {}

    /** What became of it: its state, when it is tried again if it waits, and why it was not sent. */
    record Settled(
            long id, String state, Instant next, @Nullable String error) {}
}
