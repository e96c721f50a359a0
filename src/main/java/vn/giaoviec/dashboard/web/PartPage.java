package vn.giaoviec.dashboard.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.indicator.AssignReporters;
import vn.giaoviec.indicator.RegisterExpectation;
import vn.giaoviec.shared.Refusal;

/** An indicator that several units report: the plan office divides it, each unit has a page of its part. */
@Controller
class PartPage {
    private final AssignReporters assignReporters;
    private final RegisterExpectation registerExpectation;
    private final IndicatorView view;

    PartPage(AssignReporters assignReporters, RegisterExpectation registerExpectation, IndicatorView view) {
        this.assignReporters = assignReporters;
        this.registerExpectation = registerExpectation;
        this.view = view;
    }

    @GetMapping("/indicators/{code}/units/{unit}")
    String part(@PathVariable String code, @PathVariable String unit, Model model) {
        return view.unitPage(code, unit, model);
    }

    @PostMapping("/indicators/{code}/units/{unit}/expectation")
    String register(
            @PathVariable String code,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String expected,
            Model model,
            HttpServletResponse response) {
        try {
            registerExpectation.register(view.plan().year(), code, unit, expected);
        } catch (Refusal refusal) {
            model.addAttribute("typedExpectation", expected);
            return view.refused(code, unit, refusal, model, response);
        }
        return "redirect:/indicators/{code}/units/{unit}";
    }

    @PostMapping("/indicators/{code}/reporters")
    String assign(
            @PathVariable String code,
            @RequestParam(defaultValue = "") List<String> reporters,
            @RequestParam(defaultValue = "") String rollUp,
            Model model,
            HttpServletResponse response) {
        try {
            assignReporters.assign(view.plan().year(), code, reporters, rollUp);
        } catch (Refusal refusal) {
            model.addAttribute("typedReporters", reporters);
            model.addAttribute("typedRollUp", rollUp);
            return view.refused(code, "", refusal, model, response);
        }
        return "redirect:/indicators/{code}#readings";
    }
}
