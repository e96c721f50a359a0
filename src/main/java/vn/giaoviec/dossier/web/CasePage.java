package vn.giaoviec.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.NoteProgress;
import vn.giaoviec.casework.Progress;
import vn.giaoviec.casework.ReopenCase;
import vn.giaoviec.plan.AmendAssignments;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.web.IllegalCaseKey;
import vn.giaoviec.workflow.Workflow;

/** One assignment, and each of its cases, on one page: facts, steps so far, evidence, walked path, audit. */
@Controller
class CasePage {
    private final CaseView view;
    private final CaseHistory history;
    private final Plans plans;
    private final AmendAssignments amendments;
    private final Workflow workflow;
    private final NoteProgress noteProgress;
    private final ReopenCase reopenCase;

    CasePage(
            CaseView view,
            CaseHistory history,
            Plans plans,
            AmendAssignments amendments,
            Workflow workflow,
            NoteProgress noteProgress,
            ReopenCase reopenCase) {
        this.view = view;
        this.history = history;
        this.plans = plans;
        this.amendments = amendments;
        this.workflow = workflow;
        this.noteProgress = noteProgress;
        this.reopenCase = reopenCase;
    }

    @GetMapping("/assignments/{year}/{code}")
    String assignment(@PathVariable int year, @PathVariable String code, Model model) {
        Assignment assignment =
                plans.assignment(year, code).orElseThrow(() -> new Refusal.NotFound("refusal.noAssignment", code));
        view.describe(year, assignment, model);
        model.addAttribute("amendments", amendments.of(year, code));
        model.addAttribute("cases", history.ofAssignment(year, code));
        return "dossier/assignment";
    }

    @GetMapping("/cases/{year}/{assignment}/{unit}")
    String show(@PathVariable int year, @PathVariable String assignment, @PathVariable String unit, Model model) {
        return view.page(IllegalCaseKey.read(year, assignment, unit), model);
    }

    /** A refused note comes back with the page, the reason, and the words as typed. */
    @PostMapping("/cases/{year}/{assignment}/{unit}/progress")
    String note(
            @PathVariable int year,
            @PathVariable String assignment,
            @PathVariable String unit,
            @RequestParam Progress.Kind kind,
            @RequestParam String note,
            @RequestParam UUID command,
            Model model,
            HttpServletResponse response) {
        CaseKey key = IllegalCaseKey.read(year, assignment, unit);
        try {
            noteProgress.note(key, kind, note, command);
        } catch (Refusal refusal) {
            model.addAttribute("typedNote", note);
            model.addAttribute("typedKind", kind);
            return view.refused(key, refusal, model, response);
        }
        return "redirect:/cases/" + key + "#progress";
    }

    @PostMapping("/cases/{year}/{assignment}/{unit}/reopen")
    String reopen(
            @PathVariable int year,
            @PathVariable String assignment,
            @PathVariable String unit,
            @RequestParam String reason,
            @RequestParam UUID command,
            Model model,
            HttpServletResponse response) {
        CaseKey key = IllegalCaseKey.read(year, assignment, unit);
        try {
            reopenCase.reopen(key, reason, command);
        } catch (Refusal refusal) {
            model.addAttribute("typedReason", reason);
            return view.refused(key, refusal, model, response);
        }
        return "redirect:/cases/" + key;
    }

    /** The model as deployed, for the picture. */
    @GetMapping("/models/{definition}")
    ResponseEntity<byte[]> model(@PathVariable String definition) throws IOException {
        InputStream model = workflow.model(definition).orElseThrow(() -> new Refusal.NotFound("refusal.noModel"));
        try (model) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(model.readAllBytes());
        }
    }
}
