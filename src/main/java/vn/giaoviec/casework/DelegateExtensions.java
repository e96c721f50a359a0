package vn.giaoviec.casework;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/** Leaders let the plan office decide extensions for a time, by a document. */
@Service
public class DelegateExtensions {
    private static final int LONGEST_DOCUMENT = 200;

    private final DeadlineTable deadlines;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    DelegateExtensions(
            DeadlineTable deadlines, Directory directory, BusinessClock clock, ApplicationEventPublisher events) {
        this.deadlines = deadlines;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    /** Every delegation that was recorded, oldest first. */
    @Transactional(readOnly = true)
    public List<Delegation> all() {
        return deadlines.delegations();
    }

    /**
     * @throws Refusal if the person is no leader, the document is missing, or the days are not in order
     */
    @Transactional
    public void delegate(LocalDate from, LocalDate to, String document) {
        Person me = directory.me();
        if (!me.in(Groups.LEADER)) {
            throw new Refusal.Forbidden("refusal.onlyLeadersDelegate");
        }
        Orders.text("document", document, LONGEST_DOCUMENT);
        if (to.isBefore(from) || to.isBefore(clock.today())) {
            throw new Refusal("refusal.delegationDays");
        }
        deadlines.delegate(new Delegation(from, to, document.strip(), me.id(), clock.instant()));
        events.publishEvent(new ExtensionsDelegated(from, to, document.strip()));
    }

    /**
     * Leaders let the plan office decide extensions.
     *
     * @param from first day
     * @param to last day
     * @param document the decision that says so
     */
    public record ExtensionsDelegated(LocalDate from, LocalDate to, String document) implements Recorded {}
}
