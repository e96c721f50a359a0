package vn.giaoviec.intake;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.SettledDays;
import vn.giaoviec.casework.AmendCases;
import vn.giaoviec.casework.Proposal;
import vn.giaoviec.directory.Person;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.AddAssignments;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.ImportPlan;
import vn.giaoviec.plan.Plan;
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
    private final AmendCases amendCases;
    private final SettledDays days;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    ApplyDraft(
            IntakeTable drafts,
            ReviewAnnex review,
            IntakeOffice office,
            ImportPlan importPlan,
            AddAssignments addAssignments,
            AmendCases amendCases,
            SettledDays days,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.drafts = drafts;
        this.review = review;
        this.office = office;
        this.importPlan = importPlan;
        this.addAssignments = addAssignments;
        this.amendCases = amendCases;
        this.days = days;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Applies a draft; one that was applied before stays as it is.
     *
     * @param seen the difference that the person has seen
     * @param choices what is decided of an issued plan; of no account for others
     * @throws Refusal if the actor is not of the plan office, the draft was dropped, or something is undecided; it names rows
     * @throws Refusal.Conflict if draft or plan are not any more what the person has seen
     */
    @Transactional
    public void apply(long id, String seen, Choices choices) {
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
        if (plan != null && plan.isIssued()) {
            amend(draft, plan, now, outcome, choices);
        } else {
            importPlan.take(outcome.plan());
        }
        drafts.end(id, Draft.State.APPLIED, me.id(), clock.instant());
        events.publishEvent(new AnnexApplied(
                id,
                draft.heading().year(),
                now.taken().size(),
                now.rows().size() - now.taken().size() - now.stubs(),
                now.stubs()));
    }

    private void amend(Draft draft, Plan plan, Review now, Outcome outcome, Choices choices) {
        List<Assignment> added = outcome.difference().added();
        List<Unit> units = outcome.plan().units();
        if (added.isEmpty() && choices.moved().isEmpty()) {
            throw new Refusal("refusal.nothingToAdd", plan.number());
        }
        if (!added.isEmpty()) {
            addAssignments.add(plan.year(), added, units, choices.document(), draft.file(), draft.sha256());
        }
        if (!choices.moved().isEmpty()) {
            List<Proposal> chosen = proposals(now, outcome).stream()
                    .filter(one -> choices.moved().contains(one.before().code()))
                    .toList();
            if (chosen.size() != choices.moved().size()) {
                throw new Refusal.Conflict("refusal.draftChanged");
            }
            amendCases.apply(plan.year(), chosen, units, choices.document(), choices.reason(), "draft " + draft.id());
        }
    }

    /** What a draft asks of the cases of an issued plan; none if the plan is not issued. */
    public List<Proposal> proposals(Review now, Outcome outcome) {
        Plan plan = now.basis().plan();
        return plan == null || !plan.isIssued()
                ? List.of()
                : amendCases.look(
                        plan.year(),
                        outcome.difference(),
                        now.basis().before(),
                        outcome.plan().assignments(),
                        outcome.plan().units());
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
