package vn.giaoviec.calendar;

import org.springframework.stereotype.Component;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;

/** Who keeps the calendar. */
@Component
class CalendarOffice {
    private final Directory directory;

    CalendarOffice(Directory directory) {
        this.directory = directory;
    }

    /**
     * The person who is signed in.
     *
     * @throws Refusal.Forbidden unless of the plan office
     */
    Person member() {
        Person me = directory.me();
        if (!me.in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.onlyPlanOfficeKeepsCalendar");
        }
        return me;
    }
}
