package vn.giaoviec.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.dossier.file.ExportCaseFile;
import vn.giaoviec.dossier.web.CaseSelectionQuery.Found;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;

/** An inspector or the plan office chooses cases to take away, and sees which these are before. */
@Controller
class CaseFilesPage {
    private final ExportCaseFile export;
    private final CaseSelectionQuery cases;
    private final Directory directory;
    private final Plans plans;

    CaseFilesPage(ExportCaseFile export, CaseSelectionQuery cases, Directory directory, Plans plans) {
        this.export = export;
        this.cases = cases;
        this.directory = directory;
        this.plans = plans;
    }

    @GetMapping("/case-files")
    String choose(CaseSelection chosen, Model model, HttpServletResponse response) {
        export.onlyExporters(List.of());
        Found found = cases.find(chosen, ExportCaseFile.MOST_CASES);
        List<String> unreadable = chosen.unreadable();
        if (!unreadable.isEmpty() || !found.unknown().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        model.addAttribute("chosen", chosen);
        model.addAttribute("found", found);
        model.addAttribute("unreadable", unreadable);
        model.addAttribute(
                "unknown",
                found.unknown().stream()
                        .filter(key -> !unreadable.contains(key))
                        .toList());
        model.addAttribute("most", ExportCaseFile.MOST_CASES);
        model.addAttribute("years", plans.all().stream().map(Plan::year).toList());
        model.addAttribute("units", directory.units());
        return "dossier/case-files";
    }
}
