package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.shared.Refusal;

/** The plan office turns the demo's calendar forward. */
@Controller
class ClockPage {
    private final BusinessClock clock;
    private final Directory directory;

    ClockPage(BusinessClock clock, Directory directory) {
        this.clock = clock;
        this.directory = directory;
    }

    @PostMapping("/clock")
    String advance(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        if (!directory.me().in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.onlyPlanOfficeTurnsClock");
        }
        clock.advanceTo(day);
        return "redirect:/";
    }
}
