package vn.giaoviec.notice.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.notice.CalendarFeed;
import vn.giaoviec.notice.Notices;

/** What the signed-in person was told, and the address of the own due dates. */
@Controller
class NoticesPage {
    private final Notices notices;
    private final CalendarFeed feed;

    NoticesPage(Notices notices, CalendarFeed feed) {
        this.notices = notices;
        this.feed = feed;
    }

    @GetMapping("/notices")
    String all(Model model) {
        model.addAttribute("notices", notices.mine());
        model.addAttribute("feedSince", feed.since().orElse(null));
        return "notice/notices";
    }

    @PostMapping("/notices/read")
    String read(@RequestParam long first, @RequestParam long last) {
        notices.read(first, last);
        return "redirect:/notices";
    }

    /** Answered with the page itself: the address is in it, once, and nowhere else. */
    @PostMapping("/notices/feed")
    String open(Model model) {
        model.addAttribute("feedAddress", feed.open());
        return all(model);
    }

    @PostMapping("/notices/feed/revoke")
    String revoke() {
        feed.revoke();
        return "redirect:/notices#feed";
    }
}
