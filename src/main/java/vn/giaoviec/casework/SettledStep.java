package vn.giaoviec.casework;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.SettledSteps;

/** Says of a completed step who completed it and when, to those who may read its case. */
@Component
class SettledStep implements SettledSteps {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final WorkItemTable items;
    private final CaseAccess access;
    private final Directory directory;
    private final BusinessClock clock;

    SettledStep(WorkItemTable items, CaseAccess access, Directory directory, BusinessClock clock) {
        this.items = items;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refusal> answer(String taskId) {
        return items.find(taskId).flatMap(this::answer);
    }

    private Optional<Refusal> answer(WorkItem item) {
        String doer = item.completedBy();
        Instant at = item.endedAt();
        if (doer == null || at == null) {
            return Optional.empty();
        }
        if (doer.equals(directory.me().id())) {
            return Optional.of(new Refusal.AlreadyDone("refusal.youCompletedThis", time(at)).about(item.caseKey()));
        }
        try {
            access.readable(item.caseKey(), "step");
        } catch (Refusal notToRead) {
            return Optional.empty();
        }
        String actingFor = item.actingFor();
        return Optional.of(
                actingFor == null
                        ? new Refusal.Conflict("refusal.someoneCompletedThis", name(doer), time(at))
                                .about(item.caseKey())
                        : new Refusal.Conflict("refusal.someoneCompletedThisFor", name(doer), time(at), name(actingFor))
                                .about(item.caseKey()));
    }

    private String name(String person) {
        return directory.person(person).map(Person::name).orElse(person);
    }

    /** The time of day, and the day if it was another one. */
    private String time(Instant at) {
        var local = at.atZone(BusinessClock.ZONE);
        return local.format(local.toLocalDate().equals(clock.today()) ? TIME : DAY_AND_TIME);
    }
}
