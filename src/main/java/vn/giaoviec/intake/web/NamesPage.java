package vn.giaoviec.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.intake.ConfirmGuesses;
import vn.giaoviec.intake.DecideName;
import vn.giaoviec.intake.Review;
import vn.giaoviec.intake.ReviewAnnex;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/** The names of a draft that mean no unit for certain, each decided once for all rows. */
@Controller
class NamesPage {
    private final ReviewAnnex review;
    private final DecideName decideName;
    private final ApplicationEventPublisher events;

    NamesPage(ReviewAnnex review, DecideName decideName, ApplicationEventPublisher events) {
        this.review = review;
        this.decideName = decideName;
        this.events = events;
    }

    @GetMapping("/intake/{id}/names")
    String show(@PathVariable long id, Model model) {
        return page(id, model);
    }

    /** A button with a unit, one for what is typed, one for “outside”, and one for a new unit. */
    @PostMapping("/intake/{id}/names")
    String decide(
            @PathVariable long id,
            @RequestParam String words,
            @RequestParam String choice,
            @RequestParam Map<String, String> sent,
            Model model,
            RedirectAttributes answer,
            HttpServletResponse response) {
        try {
            switch (choice) {
                case "outside" -> decideName.means(id, words, "");
                case "new" ->
                    decideName.meansNew(
                            id,
                            words,
                            sent.getOrDefault("code", ""),
                            sent.getOrDefault("name", ""),
                            kind(sent.getOrDefault("kind", "")),
                            day(sent.getOrDefault("from", "")));
                case "typed" -> decideName.means(id, words, needed(sent.getOrDefault("units", "")));
                default -> decideName.means(id, words, choice);
            }
        } catch (Refusal.Forbidden | Refusal.NotFound notHere) {
            throw notHere;
        } catch (Refusal refusal) {
            events.publishEvent(Refused.of(refusal, "page", null));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal);
            model.addAttribute("typed", sent);
            return page(id, model);
        }
        answer.addFlashAttribute("decided", words);
        return "redirect:/intake/" + id + "/names";
    }

    private static String needed(String units) {
        if (units.isBlank()) {
            throw new Refusal("refusal.intakeNoLead");
        }
        return units;
    }

    private static Unit.Kind kind(String typed) {
        try {
            return Unit.Kind.valueOf(typed);
        } catch (IllegalArgumentException none) {
            throw new Refusal("refusal.intakeUnitKind");
        }
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private String page(long id, Model model) {
        Review now = review.of(id);
        model.addAttribute("draft", now.draft());
        model.addAttribute("names", now.names());
        model.addAttribute(
                "units",
                now.basis().units().stream()
                        .filter(unit -> unit.existsOn(now.draft().heading().issuedOn()))
                        .toList());
        model.addAttribute("unitsByCode", DraftPage.unitsByCode(now));
        model.addAttribute("kinds", Unit.Kind.values());
        model.addAttribute("offered", ConfirmGuesses.offered(now, ConfirmGuesses.What.NAMES));
        model.addAttribute("pageAt", "/intake/" + id + "/names");
        return "intake/names";
    }
}
