package vn.giaoviec.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.inspection.Conclusion;
import vn.giaoviec.inspection.RecordConclusion;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.web.IllegalCaseKey;

/** An inspector attaches a conclusion to the case in front of them. */
@Controller
class ConclusionsPage {
    private final RecordConclusion recordConclusion;
    private final CaseView view;

    ConclusionsPage(RecordConclusion recordConclusion, CaseView view) {
        this.recordConclusion = recordConclusion;
        this.view = view;
    }

    /** A refused conclusion comes back with the page, the reason, and the words as typed. */
    @PostMapping("/cases/{year}/{assignment}/{unit}/conclusions")
    String conclude(
            @PathVariable int year,
            @PathVariable String assignment,
            @PathVariable String unit,
            @RequestParam Conclusion.Kind kind,
            @RequestParam String document,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate documentOn,
            @RequestParam String words,
            @RequestParam(required = false) @Nullable Long corrects,
            Model model,
            HttpServletResponse response) {
        CaseKey key = IllegalCaseKey.read(year, assignment, unit);
        try {
            recordConclusion.conclude(key, kind, document, documentOn, words, corrects);
        } catch (Refusal refusal) {
            model.addAttribute("typedConclusion", new TypedConclusion(kind, document, documentOn, words, corrects));
            return view.refused(key, refusal, model, response);
        }
        return "redirect:/cases/" + key + "#conclusions";
    }

    /** What was typed, for the page that says why it was refused. */
    record TypedConclusion(
            Conclusion.Kind kind,
            String document,
            @Nullable LocalDate documentOn,
            String words,
            @Nullable Long corrects) {}
}
