package vn.giaoviec.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.notice.MailTable.Queued;
import vn.giaoviec.notice.MailTable.Settled;

/** Mails from being written to being sent; a node that sends holds them by a lease, never by a transaction. */
@Service
class Outbox {
    /** Longer than a batch takes when every command to the mail server waits as long as it may. */
    static final Duration LEASE = Duration.ofMinutes(15);

    private final MailTable table;
    private final MailServer server;
    private final NoticeSettings settings;
    private final Clock clock;

    Outbox(MailTable table, MailServer server, NoticeSettings settings, Clock realClock) {
        this.table = table;
        this.server = server;
        this.settings = settings;
        this.clock = realClock;
    }

    /** Without a mail server the rows say so from the start: whoever connects one later floods nobody with old mail. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Collection<Mail> mails) {
        table.insert(mails, server.isThere() ? "WAITING" : "SKIPPED", settings.domain(), clock.instant());
    }

    /** Takes mails that are due; from the commit on they are the owner's until the lease ends. */
    @Transactional
    public List<Queued> take(UUID owner, int most) {
        Instant now = clock.instant();
        List<Queued> due = table.lockDue(now, most);
        table.sending(due, owner, now.plus(LEASE));
        return due;
    }

    @Transactional
    public void settle(Collection<Settled> mails, UUID owner) {
        table.settle(mails, owner, clock.instant());
    }
}
