package vn.giaoviec.notice;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.OfficeHours;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.readiness.Health;
import vn.giaoviec.shared.Turns;
import vn.giaoviec.workflow.Workflow;

/**
 * On each working day, when offices open, everybody who has something to look after gets one digest. Mornings on which the
 * system was down are not made up for: what they would have said is in the next one.
 */
@Service
class WriteDigests {
    private static final Logger LOG = LoggerFactory.getLogger(WriteDigests.class);
    private static final int BATCH = 200;
    /** Looks, of which there is one a minute. */
    private static final int LONGEST_WAIT = 15;

    private final CollectDigests collect;
    private final ComposeMails compose;
    private final Outbox outbox;
    private final MailTable mails;
    private final DigestQuery notices;
    private final BusinessClock clock;
    private final OfficeHours officeHours;
    private final WorkingDays workingDays;
    private final Turns turns;
    private final TransactionTemplate transaction;
    private final Workflow workflow;
    private final Health health;
    private int waited;

    WriteDigests(
            CollectDigests collect,
            ComposeMails compose,
            Outbox outbox,
            MailTable mails,
            DigestQuery notices,
            BusinessClock clock,
            OfficeHours officeHours,
            WorkingDays workingDays,
            Turns turns,
            TransactionTemplate transaction,
            Workflow workflow,
            Health health) {
        this.collect = collect;
        this.compose = compose;
        this.outbox = outbox;
        this.mails = mails;
        this.notices = notices;
        this.clock = clock;
        this.officeHours = officeHours;
        this.workingDays = workingDays;
        this.turns = turns;
        this.transaction = transaction;
        this.workflow = workflow;
        this.health = health;
    }

    @Scheduled(
            initialDelayString = "${giaoviec.notice.start-after:20s}",
            fixedDelayString = "${giaoviec.notice.digest-every:1m}")
    void regularly() {
        LocalDate today = clock.today();
        boolean open = !LocalTime.ofInstant(clock.instant(), BusinessClock.ZONE).isBefore(officeHours.opening());
        if (open && health.clocksAgree() && !waitsForTimers()) {
            int written = write(today);
            if (written > 0) {
                LOG.info("{} digests of {} written", written, today);
            }
        }
    }

    /** What timers say in these minutes belongs into today's digest; but it is not put off for ever. */
    private boolean waitsForTimers() {
        waited = workflow.isCatchingUp() ? waited + 1 : 0;
        return 0 < waited && waited < LONGEST_WAIT;
    }

    /**
     * Writes the digests of a day that are not written yet, if people work on it. Nodes take turns batch by batch, so that two of
     * them share the work and nobody gets two.
     *
     * @return how many were written
     */
    int write(LocalDate day) {
        if (!workingDays.isWorked(day) || mails.written(day)) {
            return 0;
        }
        CollectDigests.Collected collected = collect.collect(day);
        List<Digest> all = collected.digests();
        int written = 0;
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Digest> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            Integer done = transaction.execute(status -> write(day, batch, collected.pending()));
            written += done == null ? 0 : done;
        }
        transaction.executeWithoutResult(status -> {
            turns.take("digests");
            mails.allWritten(day);
        });
        return written;
    }

    private int write(LocalDate day, List<Digest> batch, Map<String, List<Long>> pending) {
        turns.take("digests");
        List<String> people = batch.stream().map(Digest::person).toList();
        Set<String> have = mails.having(Mail.Kind.DIGEST, day.toString(), people);
        List<Mail> missing = batch.stream()
                .filter(digest -> !digest.saysNothing() && !have.contains(digest.person()))
                .map(compose::digest)
                .toList();
        outbox.put(missing);
        notices.told(
                people.stream()
                        .filter(person -> !have.contains(person))
                        .flatMap(person -> pending.getOrDefault(person, List.of()).stream())
                        .toList(),
                day);
        return missing.size();
    }
}
