package vn.giaoviec.intake;

import org.springframework.stereotype.Component;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;

/** Who takes annexes over: the plan office, and nobody else sees what is not a plan yet. */
@Component
class IntakeOffice {
    private final Directory directory;

    IntakeOffice(Directory directory) {
        this.directory = directory;
    }

    /**
     * The person of the plan office who is signed in.
     *
     * @throws Refusal.Forbidden if it is somebody else
     */
    Person member() {
        Person me = directory.me();
        if (!me.in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.onlyPlanOfficeImports");
        }
        return me;
    }
}
