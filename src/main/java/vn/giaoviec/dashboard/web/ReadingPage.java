package vn.giaoviec.dashboard.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.giaoviec.indicator.DecideReading;
import vn.giaoviec.indicator.ReadingFile;
import vn.giaoviec.indicator.RecordReading;
import vn.giaoviec.indicator.TypedReading;
import vn.giaoviec.shared.Refusal;

/** What a reporting unit does on the page of its indicator, or of its part of one: it enters readings, and decides on them. */
@Controller
class ReadingPage {
    private final RecordReading recordReading;
    private final DecideReading decideReading;
    private final IndicatorView view;

    ReadingPage(RecordReading recordReading, DecideReading decideReading, IndicatorView view) {
        this.recordReading = recordReading;
        this.decideReading = decideReading;
        this.view = view;
    }

    @PostMapping("/indicators/{code}/readings")
    String enter(
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        TypedReading typed = TypedReading.of(sent, file(file));
        try {
            recordReading.record(shownYear(sent.get("year")), code, typed);
        } catch (Refusal refusal) {
            model.addAttribute("typed", typed);
            return view.refused(code, typed.unit(), refusal, model, response);
        }
        return back(typed.unit(), redirect);
    }

    /** A browser sends a field without a file as a file without a name. */
    private static ReadingFile.@Nullable Typed file(@Nullable MultipartFile sent) {
        String name = sent == null ? "" : Objects.requireNonNullElse(sent.getOriginalFilename(), "");
        return sent == null || name.isEmpty() ? null : new ReadingFile.Typed(name, sent::getInputStream);
    }

    /** The plan of the page, unless a newer one has come while the form was open. */
    private int shownYear(@Nullable String seen) {
        int year = view.plan().year();
        if (seen != null && !seen.equals(String.valueOf(year))) {
            throw new Refusal.Conflict("refusal.readingOtherPlan", year);
        }
        return year;
    }

    private static String back(String unit, RedirectAttributes redirect) {
        if (unit.isEmpty()) {
            return "redirect:/indicators/{code}#readings";
        }
        redirect.addAttribute("unit", unit);
        return "redirect:/indicators/{code}/units/{unit}#readings";
    }

    @PostMapping("/indicators/{code}/readings/{id}/decision")
    String decide(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            decideReading.decide(view.plan().year(), code, id, decision, reason);
        } catch (Refusal refusal) {
            model.addAttribute("typedDecision", new TypedDecision(id, reason));
            return view.refused(code, unit, refusal, model, response);
        }
        return back(unit, redirect);
    }

    /**
     * What was typed, for the page that says why it was refused.
     *
     * @param id the reading's number
     * @param reason the reason as typed
     */
    record TypedDecision(long id, String reason) {}
}
