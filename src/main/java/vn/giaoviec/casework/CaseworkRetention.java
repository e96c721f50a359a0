package vn.giaoviec.casework;

import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.Batches;
import vn.giaoviec.shared.RetentionSettings;

/** Forgets what people typed and did not hand in, long after the step ended, and which
 * forms were sent or files opened long ago. */
@Service
class CaseworkRetention {
    private static final String TURN = "forget casework";

    private final DraftTable drafts;
    private final CommandTable commands;
    private final OpenedEvidenceTable opened;
    private final Batches batches;
    private final RetentionSettings kept;
    private final BusinessClock clock;

    CaseworkRetention(
            DraftTable drafts,
            CommandTable commands,
            OpenedEvidenceTable opened,
            Batches batches,
            RetentionSettings kept,
            BusinessClock clock) {
        this.drafts = drafts;
        this.commands = commands;
        this.opened = opened;
        this.batches = batches;
        this.kept = kept;
        this.clock = clock;
    }

    @Scheduled(cron = "${giaoviec.retention.forget-at:0 15 2 * * *}", zone = "Asia/Ho_Chi_Minh")
    void everyNight() {
        forget(clock.instant());
    }

    void forget(Instant now) {
        Instant endedBefore = now.minus(kept.drafts());
        batches.untilNoneIsLeft(TURN, most -> drafts.forgetFields(endedBefore, most));
        batches.untilNoneIsLeft(TURN, most -> drafts.forget(endedBefore, most));
        Instant sentBefore = now.minus(kept.commands());
        batches.untilNoneIsLeft(TURN, most -> commands.forget(sentBefore, most));
        batches.untilNoneIsLeft(TURN, most -> opened.forget(sentBefore, most));
    }
}
