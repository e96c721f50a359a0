package vn.giaoviec.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.CaseAccess;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.NoteProgress;
import vn.giaoviec.casework.Progress;
import vn.giaoviec.casework.ReopenCase;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;
import vn.giaoviec.shared.web.IllegalCaseKey;
import vn.giaoviec.workflow.Trail;
import vn.giaoviec.workflow.Workflow;

/** One assignment, and each of its cases, on one page: facts, steps so far, evidence, walked path, audit. */
@Controller
class CasePage {
    private final CaseAccess access;
    private final CaseHistory history;
    private final Plans plans;
    private final Directory directory;
    private final Contributions contributions;
    private final AuditLog audit;
    private final Workflow workflow;
    private final NoteProgress noteProgress;
    private final ReopenCase reopenCase;
    private final DiagramLabels labels;
    private final ApplicationEventPublisher events;

    CasePage(
            CaseAccess access,
            CaseHistory history,
            Plans plans,
            Directory directory,
            Contributions contributions,
            AuditLog audit,
            Workflow workflow,
            NoteProgress noteProgress,
            ReopenCase reopenCase,
            DiagramLabels labels,
            ApplicationEventPublisher events) {
        this.access = access;
        this.history = history;
        this.plans = plans;
        this.directory = directory;
        this.contributions = contributions;
        this.audit = audit;
        this.workflow = workflow;
        this.noteProgress = noteProgress;
        this.reopenCase = reopenCase;
        this.labels = labels;
        this.events = events;
    }

    @GetMapping("/assignments/{year}/{code}")
    String assignment(@PathVariable int year, @PathVariable String code, Model model) {
        Assignment assignment =
                plans.assignment(year, code).orElseThrow(() -> new Refusal.NotFound("refusal.noAssignment", code));
        describe(year, assignment, model);
        model.addAttribute("cases", history.ofAssignment(year, code));
        return "dossier/assignment";
    }

    @GetMapping("/cases/{year}/{assignment}/{unit}")
    String show(@PathVariable int year, @PathVariable String assignment, @PathVariable String unit, Model model) {
        return page(IllegalCaseKey.read(year, assignment, unit), model);
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
            return refused(key, refusal, model, response);
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
            return refused(key, refusal, model, response);
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

    private String refused(CaseKey key, Refusal refusal, Model model, HttpServletResponse response) {
        if (refusal instanceof Refusal.Forbidden || refusal instanceof Refusal.NotFound) {
            throw refusal;
        }
        events.publishEvent(Refused.of(refusal.about(key), "page", null));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refusal", refusal);
        return page(key, model);
    }

    private String page(CaseKey key, Model model) {
        Case theCase = access.readable(key, "case");
        Assignment assignment = plans.assignment(key.year(), key.assignment()).orElseThrow();
        describe(key.year(), assignment, model);
        model.addAttribute("theCase", theCase);
        // names whatever form of this page is sent next, so that sending it again does nothing twice
        model.addAttribute("command", UUID.randomUUID());
        model.addAttribute("unit", directory.unit(key.unit()).orElseThrow());
        model.addAttribute("steps", history.steps(key));
        model.addAttribute("handedIn", history.handedIn(key));
        model.addAttribute("evidence", history.evidence(key));
        model.addAttribute("progress", history.progress(key));
        model.addAttribute("people", names());
        List<Trail> trails = workflow.trail(key);
        model.addAttribute("trails", trails);
        model.addAttribute("labels", labels.of(trails, LocaleContextHolder.getLocale()));
        model.addAttribute("entries", audit.of(key));
        return "dossier/case";
    }

    private void describe(int year, Assignment assignment, Model model) {
        model.addAttribute("plan", plans.of(year).orElseThrow());
        model.addAttribute("assignment", assignment);
        model.addAttribute(
                "group",
                plans.groups(year).stream()
                        .filter(group -> group.number() == assignment.group())
                        .findFirst()
                        .orElseThrow());
        model.addAttribute(
                "targets",
                plans.targets(year).stream()
                        .filter(target -> assignment.supports().containsKey(target.code()))
                        .toList());
        model.addAttribute("support", contributions.support(year));
        model.addAttribute(
                "unitsByCode",
                directory.units().stream().collect(Collectors.toMap(unit -> unit.code(), Function.identity())));
    }

    /** Names by person id: one statement, not one for each step. */
    private Map<String, String> names() {
        List<Person> people = directory.people();
        return people.stream().collect(Collectors.toMap(Person::id, Person::name));
    }
}
