package vn.giaoviec.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.intake.DecideRow;
import vn.giaoviec.intake.Review;
import vn.giaoviec.intake.ReviewAnnex;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/** One row of a draft, to decide on. */
@Controller
class RowPage {
    private final ReviewAnnex review;
    private final DecideRow decideRow;
    private final ApplicationEventPublisher events;

    RowPage(ReviewAnnex review, DecideRow decideRow, ApplicationEventPublisher events) {
        this.review = review;
        this.decideRow = decideRow;
        this.events = events;
    }

    @GetMapping("/intake/{id}/rows/{line}")
    String show(@PathVariable long id, @PathVariable int line, Model model) {
        return page(id, line, model);
    }

    /** Goes on to the next row that has to be decided, if there is one. */
    @PostMapping("/intake/{id}/rows/{line}")
    String decide(
            @PathVariable long id,
            @PathVariable int line,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        try {
            decideRow.decide(id, line, RowForm.changed(sent));
        } catch (Refusal.Forbidden | Refusal.NotFound | Refusal.Conflict notHere) {
            throw notHere;
        } catch (Refusal refusal) {
            events.publishEvent(Refused.of(refusal, "page", null));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal);
            model.addAttribute("typed", sent);
            return page(id, line, model);
        }
        return "redirect:/intake/" + id + "#row-" + line;
    }

    private String page(long id, int line, Model model) {
        Review now = review.of(id);
        RowForm form = RowForm.of(now, line).orElseThrow(() -> new Refusal.NotFound("refusal.noDraftRow", line));
        List<Integer> waiting = java.util.stream.Stream.concat(
                        now.rows().stream().filter(row -> row.isOpen()).map(row -> row.line()),
                        now.targets().stream().filter(row -> row.isOpen()).map(row -> row.line()))
                .filter(other -> other > line)
                .toList();
        model.addAttribute("draft", now.draft());
        model.addAttribute("basis", now.basis());
        model.addAttribute("form", form);
        model.addAttribute("next", waiting.isEmpty() ? null : waiting.get(0));
        model.addAttribute("pageAt", "/intake/" + id + "/rows/" + line);
        return "intake/row";
    }
}
