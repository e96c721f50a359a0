package vn.giaoviec.dashboard.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.dashboard.web.CompletedQuery.Completed;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;

/** What I completed, or my unit: in Tasklist, and as a page of its own. */
@Controller
class CompletedPage {
    private static final int SHOWN = 50;

    private final CompletedQuery steps;
    private final Directory directory;

    CompletedPage(CompletedQuery steps, Directory directory) {
        this.steps = steps;
        this.directory = directory;
    }

    /** Whose steps are shown. */
    enum Whose {
        ME,
        UNIT
    }

    @GetMapping("/completed")
    String completed(
            @RequestParam(defaultValue = "ME") Whose whose, @RequestParam(defaultValue = "1") int page, Model model) {
        Person me = directory.me();
        int shown = Math.max(page, 1);
        long skipped = (shown - 1L) * SHOWN;
        List<Completed> found =
                whose == Whose.ME ? steps.by(me.id(), SHOWN + 1, skipped) : steps.of(groups(me), SHOWN + 1, skipped);
        model.addAttribute("steps", found.stream().limit(SHOWN).toList());
        model.addAttribute("more", found.size() > SHOWN);
        model.addAttribute("page", shown);
        model.addAttribute("whose", whose);
        model.addAttribute("choices", Whose.values());
        return "dashboard/completed";
    }

    /** Head and staff see what waited for either; those of no unit, what waited for their role. */
    private static Set<String> groups(Person me) {
        Set<String> groups = new HashSet<>(me.groups());
        String unit = me.unit();
        if (unit != null && me.worksIn(unit)) {
            groups.add(Groups.head(unit));
            groups.add(Groups.staff(unit));
        }
        return groups;
    }
}
