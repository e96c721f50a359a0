package vn.giaoviec.plan;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.SettledDays;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/** Takes a plan file over, all of it or nothing. */
@Service
public class ImportPlan {
    private final PlanTable table;
    private final TargetTable targets;
    private final Directory directory;
    private final SettledDays days;
    private final ApplicationEventPublisher events;

    ImportPlan(
            PlanTable table,
            TargetTable targets,
            Directory directory,
            SettledDays days,
            ApplicationEventPublisher events) {
        this.table = table;
        this.targets = targets;
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
        directory.learn(draft.units());
        table.insert(draft);
        draft.targets().stream()
                .filter(target -> target.parts() != null)
                .forEach(target -> targets.keep(year, target.code(), target.parts()));
        events.publishEvent(new PlanImported(
                year,
                draft.plan().number(),
                draft.targets().size(),
                draft.assignments().size(),
                name,
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
