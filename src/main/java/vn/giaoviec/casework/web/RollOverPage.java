package vn.giaoviec.casework.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.casework.AdvanceBulkOrder;
import vn.giaoviec.casework.BulkOrder;
import vn.giaoviec.casework.RollOver;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/** What a plan has not finished, and the form that takes it into the plan of the next year. */
@Controller
class RollOverPage {
    private final RollOver rollOver;
    private final AdvanceBulkOrder advance;
    private final Plans plans;
    private final ApplicationEventPublisher events;

    RollOverPage(RollOver rollOver, AdvanceBulkOrder advance, Plans plans, ApplicationEventPublisher events) {
        this.rollOver = rollOver;
        this.advance = advance;
        this.plans = plans;
        this.events = events;
    }

    @GetMapping("/roll-over/{year}")
    String show(@PathVariable int year, Model model) {
        return page(year, model);
    }

    /** @param all whether every unfinished assignment goes, or those that are marked */
    @PostMapping("/roll-over/{year}")
    String order(
            @PathVariable int year,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") Set<String> codes,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dueOn,
            @RequestParam String document,
            @RequestParam String reason,
            @RequestParam UUID command,
            Model model,
            HttpServletResponse response) {
        try {
            Set<String> chosen = all
                    ? rollOver.look(year).stream()
                            .map(one -> one.assignment().code())
                            .collect(Collectors.toSet())
                    : codes;
            long order = rollOver.order(year, chosen, dueOn, document, reason, command);
            advance.advance(order);
            return "redirect:/bulk-orders/" + order;
        } catch (Refusal.Forbidden | Refusal.NotFound notHere) {
            throw notHere;
        } catch (Refusal refusal) {
            events.publishEvent(Refused.of(refusal, "page", null));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal);
            model.addAttribute("typedAll", all);
            model.addAttribute("typedCodes", codes);
            model.addAttribute("typedDay", dueOn);
            model.addAttribute("typedDocument", document);
            model.addAttribute("typedReason", reason);
            return page(year, model);
        }
    }

    private String page(int year, Model model) {
        List<RollOver.Unfinished> unfinished = rollOver.look(year);
        List<Plan> all = plans.all();
        model.addAttribute("plan", of(all, year));
        model.addAttribute(
                "next",
                all.stream()
                        .filter(plan -> plan.year() == year + 1 && plan.isIssued())
                        .findFirst()
                        .orElse(null));
        model.addAttribute("unfinished", unfinished);
        model.addAttribute(
                "cases",
                unfinished.stream().mapToInt(one -> one.running().size()).sum());
        model.addAttribute("orders", advance.newest(BulkOrder.Kind.ROLL_OVER));
        model.addAttribute("command", UUID.randomUUID());
        return "casework/roll-over";
    }

    private static Plan of(List<Plan> all, int year) {
        return all.stream()
                .filter(plan -> plan.year() == year)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("refusal.noPlan", year));
    }
}
