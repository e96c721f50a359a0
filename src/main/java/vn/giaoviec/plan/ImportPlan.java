package vn.giaoviec.plan;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.SettledDays;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/** Takes a plan over, all of it or nothing. */
@Service
public class ImportPlan {
    private final PlanTable table;
    private final TargetTable targets;
    private final TakenPlanTable taken;
    private final Directory directory;
    private final SettledDays days;
    private final ApplicationEventPublisher events;

    ImportPlan(
            PlanTable table,
            TargetTable targets,
            TakenPlanTable taken,
            Directory directory,
            SettledDays days,
            ApplicationEventPublisher events) {
        this.table = table;
        this.targets = targets;
        this.taken = taken;
        this.directory = directory;
        this.days = days;
        this.events = events;
    }

    /**
     * @param name the file's name, for messages and provenance
     * @param content its bytes
     * @throws PlanFileRefused if anything in the file is wrong; nothing is stored then
     * @throws Refusal if the year already has a plan
     */
    @Transactional
    public void importFile(String name, byte[] content) {
        PlanDraft draft = PlanFile.read(name, content, days.known());
        int year = draft.plan().year();
        if (table.plan(year).isPresent()) {
            throw new Refusal("refusal.yearHasPlan", year);
        }
        store(draft);
    }

    /**
     * Takes over what the plan office has reviewed, in the place of the plan that the year may have.
     *
     * @throws Refusal if the actor is not of the plan office, or the year's plan is issued
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(PlanDraft draft) {
        if (!directory.me().in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.onlyPlanOfficeImports");
        }
        if (table.plan(draft.plan().year()).filter(Plan::isIssued).isPresent()) {
            throw new Refusal.Conflict("refusal.planIsIssued", draft.plan().year());
        }
        store(draft);
    }

    private void store(PlanDraft draft) {
        directory.learn(draft.units());
        taken.put(draft);
        int year = draft.plan().year();
        draft.targets().stream()
                .filter(target -> target.parts() != null)
                .forEach(target -> targets.keep(year, target.code(), target.parts()));
        events.publishEvent(new PlanImported(
                draft.plan().year(),
                draft.plan().number(),
                draft.targets().size(),
                draft.assignments().size(),
                draft.sourceName(),
                draft.sourceSha256()));
    }

    /**
     * A plan file was taken over.
     *
     * @param year the plan year
     * @param number the plan's number
     * @param targets how many targets it has
     * @param assignments how many assignments it has
     * @param file the file's name
     * @param sha256 SHA-256 of its bytes
     */
    public record PlanImported(int year, String number, int targets, int assignments, String file, String sha256)
            implements Recorded {}
}
