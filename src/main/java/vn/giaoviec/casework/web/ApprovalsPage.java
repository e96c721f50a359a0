package vn.giaoviec.casework.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Approvals;
import vn.giaoviec.casework.ApproveTogether;
import vn.giaoviec.casework.ApproveTogether.Selection;
import vn.giaoviec.casework.DecideStep;
import vn.giaoviec.casework.ShowStep;
import vn.giaoviec.casework.TakeOverStep;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;
import vn.giaoviec.shared.web.Slice;

/** Decisions away from the desk: in one column, one by one or several of a kind at once. */
@Controller
class ApprovalsPage {
    private static final String FIELD = "field.";

    private final Approvals approvals;
    private final ShowStep showStep;
    private final DecideStep decideStep;
    private final TakeOverStep takeOverStep;
    private final ApproveTogether approveTogether;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    ApprovalsPage(
            Approvals approvals,
            ShowStep showStep,
            DecideStep decideStep,
            TakeOverStep takeOverStep,
            ApproveTogether approveTogether,
            Directory directory,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.approvals = approvals;
        this.showStep = showStep;
        this.decideStep = decideStep;
        this.takeOverStep = takeOverStep;
        this.approveTogether = approveTogether;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    @GetMapping("/approvals")
    String waiting(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("waiting", approvals.waiting(Slice.uncounted(page, null)));
        return page("casework/approvals", model);
    }

    @GetMapping("/approvals/{taskId}")
    String one(@PathVariable String taskId, Model model) {
        model.addAttribute("form", showStep.show(taskId));
        return page("casework/approval", model);
    }

    @PostMapping("/approvals/{taskId}")
    String decide(
            @PathVariable String taskId,
            @RequestParam(required = false) @Nullable String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response,
            RedirectAttributes answer) {
        Map<String, String> fields = new HashMap<>();
        parameters.forEach((name, content) -> {
            if (name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), String.join(",", content));
            }
        });
        Optional<Refusal> refusal =
                decideStep.decide(taskId, decision == null || decision.isEmpty() ? null : decision, reason, fields);
        if (refusal.isEmpty()) {
            answer.addFlashAttribute("decided", true);
            return "redirect:/approvals";
        }
        model.addAttribute("refusal", refusal.get());
        if (refusal.get() instanceof Refusal.Conflict) { // there is no such step to show any more
            boolean done = refusal.get() instanceof Refusal.AlreadyDone;
            response.setStatus((done ? HttpStatus.OK : HttpStatus.CONFLICT).value());
            model.addAttribute("pageAt", "/approvals");
            return waiting(1, model);
        }
        boolean forbidden = refusal.get() instanceof Refusal.Forbidden;
        response.setStatus((forbidden ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_ENTITY).value());
        model.addAttribute("pageAt", "/approvals/" + taskId);
        return one(taskId, model);
    }

    /** A step that an absent colleague has becomes one's own, and is worked in Tasklist. */
    @PostMapping("/approvals/{taskId}/take-over")
    String takeOver(@PathVariable String taskId) {
        takeOverStep.takeOver(taskId);
        return "redirect:/camunda/app/tasklist/default/#/?task=" + taskId;
    }

    /** What is chosen, before it is approved; it comes again after evidence was opened. */
    @GetMapping("/approvals/together")
    String together(@RequestParam(defaultValue = "") List<String> task, Model model) {
        model.addAttribute("selection", approveTogether.select(task));
        return page("casework/together", model);
    }

    @PostMapping("/approvals/together")
    String approve(@RequestParam(defaultValue = "") List<String> task, Model model, HttpServletResponse response) {
        Selection selection = approveTogether.select(task);
        if (!selection.mayApprove()) {
            Refusal refusal = new Refusal("refusal.sampleNotOpened");
            events.publishEvent(Refused.of(refusal, "approveTogether", null));
            model.addAttribute("refusal", refusal);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("pageAt", "/approvals");
            return together(task, model);
        }
        model.addAttribute("results", approveTogether.approve(task));
        model.addAttribute("pageAt", "/approvals");
        return page("casework/together-done", model);
    }

    private String page(String name, Model model) {
        model.addAttribute("people", directory.people().stream().collect(Collectors.toMap(Person::id, Person::name)));
        model.addAttribute("now", Instant.now(clock));
        return name;
    }
}
