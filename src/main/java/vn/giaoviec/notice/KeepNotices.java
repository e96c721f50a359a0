package vn.giaoviec.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.CaseUrged;
import vn.giaoviec.casework.DeadlineSignalled;
import vn.giaoviec.casework.WorkReturned;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.notice.NoticeTable.Event;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.DuringTransaction;
import vn.giaoviec.workflow.OpenStep;
import vn.giaoviec.workflow.StepsOpened;

/**
 * Writes down who is to be told, in the transaction of what happened: no event without its notices, no notice without its
 * event. Two or three statements for each event, however many people it concerns, and none to a mail server.
 */
@Component
class KeepNotices {
    private final NoticeTable notices;
    private final ComposeMails compose;
    private final Outbox outbox;
    private final BusinessClock clock;

    KeepNotices(NoticeTable notices, ComposeMails compose, Outbox outbox, BusinessClock clock) {
        this.notices = notices;
        this.compose = compose;
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void signalled(DeadlineSignalled signal) {
        CaseKey key = signal.caseKey();
        Event event = new Event(
                key + " due " + signal.dueOn() + " step " + signal.step(),
                Notice.Kind.DEADLINE,
                key,
                null,
                signal.dueOn(),
                signal.step(),
                null);
        tell(
                event,
                switch (signal.audience()) {
                    case UNIT -> notices.unit(key, clock.today(), event);
                    case HEAD -> notices.members(List.of(Groups.head(key.unit())), clock.today(), event);
                    case PLAN_OFFICE -> notices.members(List.of(Groups.PLAN_OFFICE), clock.today(), event);
                    case LEADER -> notices.members(List.of(Groups.LEADER), clock.today(), event);
                });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void urged(CaseUrged urged) {
        CaseKey key = urged.caseKey();
        String what = Sha256.of(urged.letter() + "\n" + urged.words()).substring(0, 16);
        Event event = new Event(
                key + " urged " + clock.today() + " " + what, Notice.Kind.URGED, key, null, null, null, urged.letter());
        tell(event, notices.unit(key, clock.today(), event));
    }

    /** Whom returned work goes back to is known with the step that opens next. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void returned(WorkReturned returned) {
        Returns.ofThisTransaction().cases.add(returned.caseKey());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(StepsOpened opened) {
        opened.steps().forEach(one -> opened(one.step()));
    }

    private void opened(OpenStep step) {
        if (!Returns.took(step.caseKey())) {
            return;
        }
        Event event = new Event(
                step.caseKey() + " returned " + step.taskId(),
                Notice.Kind.RETURNED,
                step.caseKey(),
                step.taskId(),
                null,
                null,
                null);
        String assignee = step.assignee();
        LocalDate today = clock.today();
        tell(
                event,
                assignee == null
                        ? notices.members(step.groups(), today, event)
                        : notices.member(assignee, step.groups(), today, event));
    }

    private void tell(Event event, Collection<String> recipients) {
        if (recipients.isEmpty()) {
            return;
        }
        notices.insert(event, recipients, clock.instant());
        if (event.kind() != Notice.Kind.DEADLINE) {
            MailText text = compose.urgent(event);
            outbox.put(recipients.stream()
                    .map(recipient -> new Mail(recipient, Mail.Kind.URGENT, event.name(), text, null))
                    .toList());
        }
    }

    /** The cases to which something was returned in a transaction, and of which the next step is not open yet. */
    private static final class Returns {
        private final Set<CaseKey> cases = new HashSet<>();

        static Returns ofThisTransaction() {
            return DuringTransaction.one(Returns.class, Returns::new);
        }

        static boolean took(CaseKey key) {
            Returns known = DuringTransaction.known(Returns.class);
            return known != null && known.cases.remove(key);
        }
    }
}
