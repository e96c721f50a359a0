package vn.giaoviec.notice;

import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.Batches;
import vn.giaoviec.shared.RetentionSettings;

/** Forgets notices that were read long ago, and old mails. What they told of stays in the ledger. */
@Service
class NoticeRetention {
    private static final String TURN = "forget notices";

    private final NoticeTable notices;
    private final MailTable mails;
    private final Batches batches;
    private final RetentionSettings kept;
    private final BusinessClock businessClock;
    private final Clock realClock;

    NoticeRetention(
            NoticeTable notices,
            MailTable mails,
            Batches batches,
            RetentionSettings kept,
            BusinessClock businessClock,
            Clock realClock) {
        this.notices = notices;
        this.mails = mails;
        this.batches = batches;
        this.kept = kept;
        this.businessClock = businessClock;
        this.realClock = realClock;
    }

    @Scheduled(cron = "${giaoviec.retention.forget-at:0 15 2 * * *}", zone = "Asia/Ho_Chi_Minh")
    void everyNight() {
        // mails live on the real clock, as their server does
        forget(businessClock.instant(), realClock.instant());
    }

    void forget(Instant businessTime, Instant realTime) {
        Instant readBefore = businessTime.minus(kept.notices());
        batches.untilNoneIsLeft(TURN, most -> notices.forget(readBefore, most));
        Instant madeBefore = realTime.minus(kept.mails());
        batches.untilNoneIsLeft(TURN, most -> mails.forget(madeBefore, most));
    }
}
