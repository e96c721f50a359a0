package vn.giaoviec.dossier.web;

import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.ShowStep;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plans;

/** What stands beside the form of a step in Tasklist, for whoever may open the form. */
@Controller
class StepTabsPage {
    private final ShowStep steps;
    private final CaseHistory history;
    private final Plans plans;
    private final Contributions contributions;
    private final Directory directory;

    StepTabsPage(ShowStep steps, CaseHistory history, Plans plans, Contributions contributions, Directory directory) {
        this.steps = steps;
        this.history = history;
        this.plans = plans;
        this.contributions = contributions;
        this.directory = directory;
    }

    /** What the assignment of the case supports, and how far that is. */
    @GetMapping("/steps/{taskId}/indicators")
    String indicators(@PathVariable String taskId, Model model) {
        Case theCase = steps.caseOf(taskId);
        Assignment assignment = assignment(theCase);
        int year = theCase.key().year();
        model.addAttribute("theCase", theCase);
        model.addAttribute("assignment", assignment);
        model.addAttribute(
                "targets",
                plans.targets(year).stream()
                        .filter(target -> assignment.supports().containsKey(target.code()))
                        .toList());
        model.addAttribute("support", contributions.support(year));
        return "dossier/step-indicators";
    }

    /** The case in short: where it stands, who did what, its files. */
    @GetMapping("/steps/{taskId}/dossier")
    String dossier(@PathVariable String taskId, Model model) {
        Case theCase = steps.caseOf(taskId);
        model.addAttribute("theCase", theCase);
        model.addAttribute("assignment", assignment(theCase));
        model.addAttribute("unit", directory.unit(theCase.key().unit()).orElseThrow());
        model.addAttribute("steps", history.steps(theCase.key()));
        model.addAttribute("evidence", history.evidence(theCase.key()));
        model.addAttribute("people", directory.people().stream().collect(Collectors.toMap(Person::id, Person::name)));
        return "dossier/step-dossier";
    }

    private Assignment assignment(Case theCase) {
        return plans.assignment(theCase.key().year(), theCase.key().assignment())
                .orElseThrow();
    }
}
