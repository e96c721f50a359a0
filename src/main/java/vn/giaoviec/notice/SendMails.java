package vn.giaoviec.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.notice.MailTable.Queued;
import vn.giaoviec.notice.MailTable.Settled;

/**
 * Sends what waits in the outbox. A mail is marked before it is handed over and again after: what a node that dies in
 * between leaves is sent once more under the same message id, because telling twice is better than not at all.
 */
@Service
class SendMails {
    private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);
    private static final int BATCH = 20;
    private static final int LONGEST_ERROR = 500;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    /** A mail of two days ago tells nothing any more that later ones do not: it is not sent. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    private final Outbox outbox;
    private final MailServer server;
    private final Directory directory;
    private final Clock clock;

    SendMails(Outbox outbox, MailServer server, Directory directory, Clock realClock) {
        this.outbox = outbox;
        this.server = server;
        this.directory = directory;
        this.clock = realClock;
    }

    @Scheduled(
            initialDelayString = "${giaoviec.notice.start-after:20s}",
            fixedDelayString = "${giaoviec.notice.send-every:5s}")
    void regularly() {
        if (server.isThere()) {
            int left = send();
            if (left > 0) {
                LOG.warn("{} mails could not be sent and wait; see notice_mail.error", left);
            }
        }
    }

    /**
     * Sends all mails that are due, until none is left or the server takes none of a batch.
     *
     * @return how many were tried and could not be sent
     */
    int send() {
        int failed = 0;
        while (true) {
            UUID owner = UUID.randomUUID();
            List<Queued> taken = outbox.take(owner, BATCH);
            if (taken.isEmpty()) {
                return failed;
            }
            List<Settled> settled = hand(taken);
            outbox.settle(settled, owner);
            int waiting =
                    (int) settled.stream().filter(mail -> mail.error() != null).count();
            failed += waiting;
            if (waiting == taken.size()) {
                return failed; // the others would fare no better now
            }
        }
    }

    private List<Settled> hand(List<Queued> taken) {
        Map<String, String> known =
                directory.addresses(taken.stream().map(Queued::recipient).toList());
        Map<Queued, String> addresses = new LinkedHashMap<>();
        Instant oldest = clock.instant().minus(PATIENCE);
        for (Queued mail : taken) {
            String address = known.get(mail.recipient());
            if (address != null && !mail.madeAt().isBefore(oldest)) {
                addresses.put(mail, address);
            }
        }
        Map<Queued, String> failed = addresses.isEmpty() ? Map.of() : server.send(addresses);
        Instant now = clock.instant();
        List<Settled> settled = new ArrayList<>();
        for (Queued mail : taken) {
            String why = failed.get(mail);
            if (!addresses.containsKey(mail)) {
                boolean old = known.containsKey(mail.recipient());
                settled.add(new Settled(mail.id(), old ? "GIVEN_UP" : "SKIPPED", now, null));
            } else if (why == null) {
                settled.add(new Settled(mail.id(), "SENT", now, null));
            } else {
                settled.add(new Settled(mail.id(), "WAITING", now.plus(pause(mail.attempts())), shortened(why)));
            }
        }
        return settled;
    }

    /** One minute, two, four … up to about an hour. */
    static Duration pause(int attemptsBefore) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attemptsBefore, MOST_DOUBLINGS));
    }

    private static String shortened(String why) {
        String line = MailText.line(why);
        return line.substring(0, Math.min(line.length(), LONGEST_ERROR));
    }
}
