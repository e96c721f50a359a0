package vn.giaoviec.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/** What all orders about a case have in common: the plan office gives them, by a document, with a reason, once. */
@Component
class Orders {
    static final int LONGEST_REASON = 4_000;
    private static final int LONGEST_DOCUMENT = 200;

    private final CaseTable cases;
    private final DeadlineTable deadlines;
    private final CommandTable commands;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Orders(
            CaseTable cases,
            DeadlineTable deadlines,
            CommandTable commands,
            Directory directory,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.commands = commands;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes an order down.
     *
     * @param more what else the form says, to know it again when it is sent twice
     * @return the case as it stands, locked; empty if this very form was heeded before
     * @throws Refusal if the person may not give it, or something is missing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Case> take(
            CaseKey key, CaseOrder.Kind kind, String document, String reason, UUID command, Object... more) {
        Person me = directory.me();
        if (!me.in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.onlyPlanOfficeOrders");
        }
        named(document, reason);
        if (commands.isDone(
                me.id(), command, kind.name(), List.of(key, document, reason, List.of(more)), clock.instant())) {
            return Optional.empty();
        }
        if (cases.find(key).isEmpty()) {
            throw new Refusal.NotFound("refusal.noCase", key);
        }
        Case theCase = cases.lock(key);
        deadlines.order(key, new CaseOrder(kind, document.strip(), reason.strip(), me.id(), clock.instant()));
        events.publishEvent(new CaseOrdered(key, kind, document.strip(), reason.strip()));
        return Optional.of(theCase);
    }

    /** An order has a document and a reason. */
    static void named(String document, String reason) {
        text("document", document, LONGEST_DOCUMENT);
        text("reason", reason, LONGEST_REASON);
    }

    static void text(String field, String content, int longest) {
        if (content.isBlank()) {
            throw new Refusal("refusal.fieldMissing", CompleteStep.label("field", field));
        }
        if (content.length() > longest) {
            throw new Refusal("refusal.tooLong", CompleteStep.label("field", field), longest);
        }
    }

    /**
     * The plan office gave an order about a case.
     *
     * @param caseKey the case
     * @param kind what was ordered
     * @param document number and date of the decision or letter
     * @param reason why
     */
    record CaseOrdered(CaseKey caseKey, CaseOrder.Kind kind, String document, String reason) implements Recorded {}
}
