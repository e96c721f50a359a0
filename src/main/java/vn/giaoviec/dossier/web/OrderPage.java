package vn.giaoviec.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.casework.CancelCase;
import vn.giaoviec.casework.CaseOrder;
import vn.giaoviec.casework.HandOver;
import vn.giaoviec.casework.RequestExtension;
import vn.giaoviec.casework.ResumeCase;
import vn.giaoviec.casework.SuspendCase;
import vn.giaoviec.casework.UrgeUnit;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.web.IllegalCaseKey;

/** The forms of a case's page with which its unit asks for time, and the plan office gives orders. */
@Controller
class OrderPage {
    private final CaseView view;
    private final RequestExtension requestExtension;
    private final SuspendCase suspendCase;
    private final ResumeCase resumeCase;
    private final CancelCase cancelCase;
    private final HandOver handOver;
    private final UrgeUnit urgeUnit;

    OrderPage(
            CaseView view,
            RequestExtension requestExtension,
            SuspendCase suspendCase,
            ResumeCase resumeCase,
            CancelCase cancelCase,
            HandOver handOver,
            UrgeUnit urgeUnit) {
        this.view = view;
        this.requestExtension = requestExtension;
        this.suspendCase = suspendCase;
        this.resumeCase = resumeCase;
        this.cancelCase = cancelCase;
        this.handOver = handOver;
        this.urgeUnit = urgeUnit;
    }

    @PostMapping("/cases/{year}/{assignment}/{unit}/extension")
    String ask(
            @PathVariable int year,
            @PathVariable String assignment,
            @PathVariable String unit,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate askedOn,
            @RequestParam String reason,
            @RequestParam UUID command,
            Model model,
            HttpServletResponse response) {
        CaseKey key = IllegalCaseKey.read(year, assignment, unit);
        try {
            requestExtension.request(key, askedOn, reason, command);
        } catch (Refusal refusal) {
            model.addAttribute("typedExtension", reason);
            model.addAttribute("typedDay", askedOn);
            return view.refused(key, refusal, model, response);
        }
        return "redirect:/cases/" + key + "#deadline";
    }

    @PostMapping("/cases/{year}/{assignment}/{unit}/orders")
    String order(
            @PathVariable int year,
            @PathVariable String assignment,
            @PathVariable String unit,
            @RequestParam CaseOrder.Kind kind,
            @RequestParam String document,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String toUnit,
            @RequestParam UUID command,
            Model model,
            HttpServletResponse response) {
        CaseKey key = IllegalCaseKey.read(year, assignment, unit);
        try {
            switch (kind) {
                case SUSPEND -> suspendCase.suspend(key, document, reason, command);
                case RESUME -> resumeCase.resume(key, document, reason, command);
                case CANCEL -> cancelCase.cancel(key, document, reason, command);
                case HAND_OVER -> handOver.handOver(key, toUnit, document, reason, command);
                case URGE -> urgeUnit.urge(key, document, reason, command);
                // follow from a decision about the whole assignment, never from the form of one case
                case AMEND, CARRY_OVER -> throw new Refusal("refusal.notAnOrder");
            }
        } catch (Refusal refusal) {
            model.addAttribute("typedOrder", kind);
            model.addAttribute("typedDocument", document);
            model.addAttribute("typedOrderReason", reason);
            model.addAttribute("typedUnit", toUnit);
            return view.refused(key, refusal, model, response);
        }
        return "redirect:/cases/" + key + "#deadline";
    }
}
