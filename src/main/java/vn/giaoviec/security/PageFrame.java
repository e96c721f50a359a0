package vn.giaoviec.security;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.web.PageParts;

/** What the frame of every page shows: who is signed in, and the demo's date. */
@ControllerAdvice
class PageFrame implements PageParts {
    private final Directory directory;
    private final BusinessClock clock;

    PageFrame(Directory directory, BusinessClock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** The signed-in person, null on the sign-in page; and the province's zone, in which pages show instants. */
    @Override
    @ModelAttribute
    public void add(Model model) {
        String actor = Actor.current();
        model.addAttribute("me", actor == null ? null : directory.person(actor).orElse(null));
        model.addAttribute("today", clock.today());
        model.addAttribute("zone", BusinessClock.ZONE);
        model.addAttribute("demoClock", clock.isDemo());
    }
}
