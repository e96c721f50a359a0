package vn.giaoviec.casework.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.AdvanceBulkOrder;
import vn.giaoviec.casework.BulkOrder;
import vn.giaoviec.casework.MergeUnits;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/** Units that ended and who took over, and the form with which the plan office enters such a decision. */
@Controller
class MergersPage {
    private final MergeUnits mergeUnits;
    private final AdvanceBulkOrder advance;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    MergersPage(
            MergeUnits mergeUnits,
            AdvanceBulkOrder advance,
            Directory directory,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.mergeUnits = mergeUnits;
        this.advance = advance;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    @GetMapping("/mergers")
    String show(Model model) {
        return page(model);
    }

    @PostMapping("/mergers")
    String order(
            @RequestParam String fromUnit,
            @RequestParam(defaultValue = "") String toUnit,
            @RequestParam(defaultValue = "") String newCode,
            @RequestParam(defaultValue = "") String newName,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
            @RequestParam String document,
            @RequestParam String reason,
            @RequestParam UUID command,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        try {
            String to = toUnit.isEmpty() ? newCode.strip() : toUnit;
            long order = mergeUnits.order(fromUnit, to, newName, lastDay, document, reason, command);
            advance.advance(order);
            return "redirect:/bulk-orders/" + order;
        } catch (Refusal.Forbidden | Refusal.NotFound notHere) {
            throw notHere;
        } catch (Refusal refusal) {
            events.publishEvent(Refused.of(refusal, "page", null));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal);
            model.addAttribute("typed", sent);
            model.addAttribute("typedDocument", document);
            model.addAttribute("typedReason", reason);
            return page(model);
        }
    }

    private String page(Model model) {
        model.addAttribute("orders", advance.newest(BulkOrder.Kind.MERGE));
        model.addAttribute("units", directory.units());
        model.addAttribute("day", clock.today());
        model.addAttribute("command", UUID.randomUUID());
        return "casework/mergers";
    }
}
