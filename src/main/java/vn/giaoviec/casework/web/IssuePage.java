package vn.giaoviec.casework.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.giaoviec.casework.OpenCases;

/** The plan office's button that issues a plan. */
@Controller
class IssuePage {
    private final OpenCases openCases;

    IssuePage(OpenCases openCases) {
        this.openCases = openCases;
    }

    @PostMapping("/plan/{year}/issue")
    String issue(@PathVariable int year, RedirectAttributes answer) {
        answer.addFlashAttribute("issued", openCases.issue(year));
        return "redirect:/plan";
    }
}
