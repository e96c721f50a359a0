package vn.giaoviec.intake;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.SettledDays;
import vn.giaoviec.directory.Person;
import vn.giaoviec.plan.AddAssignments;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.ImportPlan;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.PlanDraft;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/** A draft becomes the plan of its year, or adds to the one that is issued: all of it, or nothing. */
@Service
public class ApplyDraft {
    private static final int MOST_TOLD = 12;

    private final IntakeTable drafts;
    private final ReviewAnnex review;
    private final IntakeOffice office;
    private final ImportPlan importPlan;
    private final AddAssignments addAssignments;
    private final SettledDays days;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    ApplyDraft(
            IntakeTable drafts,
            ReviewAnnex review,
            IntakeOffice office,
            ImportPlan importPlan,
            AddAssignments addAssignments,
            SettledDays days,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.drafts = drafts;
        this.review = review;
        this.office = office;
        this.importPlan = importPlan;
        this.addAssignments = addAssignments;
        this.days = days;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Applies a draft; one that was applied before stays as it is.
     *
     * @param seen the difference that the person has seen
     * @param document by which document an issued plan is added to; of no account for others
     * @throws Refusal if the actor is not of the plan office, the draft was dropped, or something is undecided; it names rows
     * @throws Refusal.Conflict if draft or plan are not any more what the person has seen
     */
    @Transactional
    public void apply(long id, String seen, String document) {
        Person me = office.member();
        Draft draft = drafts.lock(id).orElseThrow(() -> new Refusal.NotFound("refusal.noDraft", id));
        if (draft.state() == Draft.State.APPLIED) {
            return;
        }
        if (!draft.isOpen()) {
            throw new Refusal.Conflict("refusal.draftClosed", id);
        }
        Review now = review.of(review.stored(id), days.known());
        refuseIfOpen(now);
        Outcome outcome = Outcome.of(now);
        if (!outcome.seen().equals(seen)) {
            throw new Refusal.Conflict("refusal.draftChanged");
        }
        Plan plan = now.basis().plan();
        PlanDraft taken = outcome.plan();
        if (plan != null && plan.isIssued()) {
            List<Assignment> added = outcome.difference().added();
            if (added.isEmpty()) {
                throw new Refusal("refusal.nothingToAdd", plan.number());
            }
            addAssignments.add(plan.year(), added, taken.units(), document, draft.file(), draft.sha256());
        } else {
            importPlan.take(taken);
        }
        drafts.end(id, Draft.State.APPLIED, me.id(), clock.instant());
        events.publishEvent(new AnnexApplied(
                id,
                draft.heading().year(),
                now.taken().size(),
                now.rows().size() - now.taken().size() - now.stubs(),
                now.stubs()));
    }

    private static void refuseIfOpen(Review now) {
        if (now.taken().isEmpty()) {
            throw new Refusal("refusal.intakeNothingTaken");
        }
        if (now.open() > 0) {
            String places = Stream.concat(
                            now.rows().stream()
                                    .filter(ReviewedRow::isOpen)
                                    .map(row -> row.read().sheet() + "/"
                                            + row.read().row()),
                            now.targets().stream()
                                    .filter(ReviewedTarget::isOpen)
                                    .map(row -> row.read().sheet() + "/"
                                            + row.read().row()))
                    .limit(MOST_TOLD)
                    .collect(Collectors.joining(", "));
            throw new Refusal("refusal.intakeUndecided", now.open(), places);
        }
    }

    /**
     * A draft was applied.
     *
     * @param draft its number
     * @param year the plan year
     * @param assignments how many assignments of it are in the plan
     * @param leftOut how many rows a person left out
     * @param stubs how many rows are secret, and followed elsewhere
     */
    public record AnnexApplied(long draft, int year, int assignments, int leftOut, int stubs) implements Recorded {}
}
