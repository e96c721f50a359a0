package vn.giaoviec.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.giaoviec.annex.ReadAnnex;
import vn.giaoviec.intake.Heading;
import vn.giaoviec.intake.ReviewAnnex;
import vn.giaoviec.intake.TakeAnnex;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/** Annexes that wait to become plans, and the form that brings one. A refused form comes back with all that was typed. */
@Controller
class IntakePage {
    private static final int MEGABYTE = 1024 * 1024;
    private static final List<String> TYPED =
            List.of("year", "number", "title", "issuer", "issuedOn", "aim", "standsOn", "words");

    private final ReviewAnnex review;
    private final TakeAnnex takeAnnex;
    private final Plans plans;
    private final ApplicationEventPublisher events;

    IntakePage(ReviewAnnex review, TakeAnnex takeAnnex, Plans plans, ApplicationEventPublisher events) {
        this.review = review;
        this.takeAnnex = takeAnnex;
        this.plans = plans;
        this.events = events;
    }

    @GetMapping("/intake")
    String all(Model model) {
        return page(Map.of(), model);
    }

    @PostMapping("/intake")
    String take(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            return "redirect:/intake/" + take(file, typed);
        } catch (Refusal.Forbidden notHere) {
            throw notHere;
        } catch (Refusal refusal) {
            events.publishEvent(Refused.of(refusal, "page", null));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal);
            return page(typed, model);
        }
    }

    private long take(@Nullable MultipartFile file, Map<String, String> typed) throws IOException {
        String words = typed.getOrDefault("words", "");
        if (file == null || file.isEmpty()) {
            if (words.isBlank()) {
                throw new Refusal("refusal.intakeFileOrWords");
            }
            return takeAnnex.take(heading(typed), "", words.getBytes(StandardCharsets.UTF_8));
        }
        if (!words.isBlank()) {
            throw new Refusal("refusal.intakeFileOrWords");
        }
        if (file.getSize() > ReadAnnex.LIMITS.bytes()) {
            throw new Refusal("refusal.fileTooLarge", ReadAnnex.LIMITS.bytes() / MEGABYTE);
        }
        String name = file.getOriginalFilename();
        return takeAnnex.take(heading(typed), name == null || name.isBlank() ? "-" : cut(name), file.getBytes());
    }

    /** The name without a path, which some browsers send. */
    private static String cut(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.length() <= 200 ? last : last.substring(last.length() - 200);
    }

    private static Heading heading(Map<String, String> typed) {
        String year = typed.getOrDefault("year", "").strip();
        String standsOn = typed.getOrDefault("standsOn", "").strip();
        return new Heading(
                year.matches("\\d{4}") ? Integer.parseInt(year) : 0,
                typed.getOrDefault("number", "").strip(),
                typed.getOrDefault("title", "").strip(),
                typed.getOrDefault("issuer", "").strip(),
                day(typed.getOrDefault("issuedOn", "")),
                typed.getOrDefault("aim", "").strip(),
                standsOn.matches("\\d{4}") ? Integer.valueOf(standsOn) : null);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException noDay) {
            throw new Refusal("refusal.intakeNoDay", typed);
        }
    }

    private String page(Map<String, String> typed, Model model) {
        Map<String, String> fields = new LinkedHashMap<>();
        TYPED.forEach(name -> fields.put(name, typed.getOrDefault(name, "")));
        model.addAttribute("drafts", review.newest());
        model.addAttribute("plans", plans.all());
        model.addAttribute("typed", fields);
        model.addAttribute("megabytes", ReadAnnex.LIMITS.bytes() / MEGABYTE);
        model.addAttribute("pageAt", "/intake");
        return "intake/drafts";
    }
}
