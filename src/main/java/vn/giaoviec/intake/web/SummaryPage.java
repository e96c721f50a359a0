package vn.giaoviec.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.giaoviec.casework.OpenCases;
import vn.giaoviec.intake.ApplyDraft;
import vn.giaoviec.intake.Choices;
import vn.giaoviec.intake.Meaning;
import vn.giaoviec.intake.Outcome;
import vn.giaoviec.intake.Review;
import vn.giaoviec.intake.ReviewAnnex;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/** What a draft would come to, and the button that makes it so. */
@Controller
class SummaryPage {
    private final ReviewAnnex review;
    private final ApplyDraft applyDraft;
    private final OpenCases openCases;
    private final ApplicationEventPublisher events;

    SummaryPage(ReviewAnnex review, ApplyDraft applyDraft, OpenCases openCases, ApplicationEventPublisher events) {
        this.review = review;
        this.applyDraft = applyDraft;
        this.openCases = openCases;
        this.events = events;
    }

    @GetMapping("/intake/{id}/summary")
    String show(@PathVariable long id, Model model) {
        return page(id, model);
    }

    @PostMapping("/intake/{id}/apply")
    String apply(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "KEEP") All all,
            @RequestParam(defaultValue = "") Set<String> move,
            Model model,
            RedirectAttributes answer,
            HttpServletResponse response) {
        Review before = review.of(id);
        Plan plan = before.basis().plan();
        boolean issued = plan != null && plan.isIssued();
        try {
            applyDraft.apply(id, seen, new Choices(document, reason, moved(before, all, move)));
        } catch (Refusal.Forbidden | Refusal.NotFound notHere) {
            throw notHere;
        } catch (Refusal refusal) {
            events.publishEvent(Refused.of(refusal, "page", null));
            response.setStatus(
                    refusal instanceof Refusal.Conflict
                            ? HttpStatus.CONFLICT.value()
                            : HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal);
            model.addAttribute("document", document);
            model.addAttribute("reason", reason);
            model.addAttribute("chosen", all.name());
            model.addAttribute("moved", move);
            return page(id, model);
        }
        if (issued) {
            answer.addFlashAttribute(
                    "issued", openCases.openAdded(before.draft().heading().year()));
        } else {
            answer.addFlashAttribute("applied", before.taken().size());
        }
        return "redirect:/plan";
    }

    private Set<String> moved(Review review, All all, Set<String> each) {
        return switch (all) {
            case KEEP -> Set.of();
            case EACH -> each;
            case CHANGED, ALL ->
                review.open() > 0
                        ? Set.of()
                        : applyDraft.proposals(review, Outcome.of(review)).stream()
                                .filter(one -> one.obstacle() == null && (all == All.ALL || !one.isWithdrawal()))
                                .map(one -> one.before().code())
                                .collect(Collectors.toSet());
        };
    }

    /** What becomes of the cases whose assignments the annex changes; each has a message {@code proposal.all.<name>}. */
    enum All {
        KEEP,
        /** An annex that names only what changes withdraws nothing. */
        CHANGED,
        ALL,
        EACH
    }

    private String page(long id, Model model) {
        Review now = review.of(id);
        Plan plan = now.basis().plan();
        model.addAttribute("review", now);
        model.addAttribute("draft", now.draft());
        model.addAttribute("plan", plan);
        model.addAttribute("groups", now.basis().groups());
        model.addAttribute("issuedAlready", plan != null && plan.isIssued());
        boolean ready = now.open() == 0 && !now.taken().isEmpty();
        if (ready && now.draft().isOpen()) {
            Outcome outcome = Outcome.of(now);
            Map<Integer, Long> perGroup = outcome.plan().assignments().stream()
                    .collect(Collectors.groupingBy(Assignment::group, TreeMap::new, Collectors.counting()));
            model.addAttribute("outcome", outcome);
            model.addAttribute("proposals", applyDraft.proposals(now, outcome));
            model.addAttribute("perGroup", perGroup);
            model.addAttribute(
                    "newUnits",
                    now.names().stream()
                            .map(name -> name.meaning())
                            .filter(meaning -> meaning != null && meaning.unit() != null)
                            .map(Meaning::unit)
                            .distinct()
                            .toList());
        }
        model.addAttribute("pageAt", "/intake/" + id + "/summary");
        return "intake/summary";
    }
}
