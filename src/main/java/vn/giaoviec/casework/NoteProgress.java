package vn.giaoviec.casework;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/** Progress, difficulties and questions may be noted at any time by the unit that does the work; nothing is completed. */
@Service
public class NoteProgress {
    private static final int LONGEST = 4_000;

    private final CaseTable cases;
    private final ProgressTable progress;
    private final CommandTable commands;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    NoteProgress(
            CaseTable cases,
            ProgressTable progress,
            CommandTable commands,
            Directory directory,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.progress = progress;
        this.commands = commands;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param command names the form that is sent; the same form sent again is answered and not noted twice
     * @throws Refusal if the case is not open or not the person's unit's, or the note is empty or too long
     */
    @Transactional
    public void note(CaseKey key, Progress.Kind kind, String note, UUID command) {
        Person me = directory.me();
        Case theCase = cases.find(key).orElseThrow(() -> new Refusal.NotFound("refusal.noCase", key));
        if (!me.worksIn(key.unit())) {
            throw new Refusal.Forbidden("refusal.onlyTheUnitNotes");
        }
        if (commands.isDone(me.id(), command, "note", List.of(key, kind, note), clock.instant())) {
            return;
        }
        if (theCase.state() != Case.State.OPEN) {
            throw new Refusal.Conflict("refusal.caseHasEnded");
        }
        if (note.isBlank()) {
            throw new Refusal("refusal.fieldMissing", CompleteStep.label("field", "note"));
        }
        if (note.length() > LONGEST) {
            throw new Refusal("refusal.tooLong", CompleteStep.label("field", "note"), LONGEST);
        }
        progress.insert(key, new Progress(me.id(), kind, note.strip(), clock.instant()));
        events.publishEvent(new ProgressNoted(key, kind, note.strip()));
    }

    /**
     * A unit noted how its case goes.
     *
     * @param caseKey the case
     * @param kind what kind of note
     * @param note the words
     */
    public record ProgressNoted(CaseKey caseKey, Progress.Kind kind, String note) implements Recorded {}
}
