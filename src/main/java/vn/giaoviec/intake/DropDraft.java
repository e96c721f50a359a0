package vn.giaoviec.intake;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/** A draft comes to nothing: it stays to be seen, and no plan comes of it. */
@Service
public class DropDraft {
    private final IntakeTable drafts;
    private final DecideRow rows;
    private final IntakeOffice office;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    DropDraft(
            IntakeTable drafts,
            DecideRow rows,
            IntakeOffice office,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.drafts = drafts;
        this.rows = rows;
        this.office = office;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @throws Refusal if the actor is not of the plan office, or there is no such draft, or it is closed
     */
    @Transactional
    public void drop(long id) {
        Person me = office.member();
        rows.open(id);
        drafts.end(id, Draft.State.DROPPED, me.id(), clock.instant());
        events.publishEvent(new AnnexDropped(id));
    }

    /**
     * A draft was dropped.
     *
     * @param draft its number
     */
    public record AnnexDropped(long draft) implements Recorded {}
}
