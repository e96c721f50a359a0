package vn.giaoviec.security;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Actor;

/** What the frame of every page shows: who is signed in, and the demo's date. */
@ControllerAdvice
class PageFrame {
    private final Directory directory;
    private final BusinessClock clock;

    PageFrame(Directory directory, BusinessClock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** The signed-in person, or null on the sign-in page. */
    @ModelAttribute("me")
    @Nullable Person me() {
        String actor = Actor.current();
        return actor == null ? null : directory.person(actor).orElse(null);
    }

    @ModelAttribute("today")
    LocalDate today() {
        return clock.today();
    }

    /** The province's zone, in which pages show instants. */
    @ModelAttribute("zone")
    ZoneId zone() {
        return BusinessClock.ZONE;
    }

    @ModelAttribute("demoClock")
    boolean demoClock() {
        return clock.isDemo();
    }
}
