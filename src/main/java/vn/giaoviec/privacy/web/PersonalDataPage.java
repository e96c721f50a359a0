package vn.giaoviec.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.privacy.ExportPersonalData;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/** An administrator takes away what is stored of one person, by the document that asks for it. */
@Controller
class PersonalDataPage {
    private final ExportPersonalData export;
    private final ApplicationEventPublisher events;

    PersonalDataPage(ExportPersonalData export, ApplicationEventPublisher events) {
        this.export = export;
        this.events = events;
    }

    @GetMapping("/privacy")
    String page(Model model) {
        model.addAttribute("people", export.people());
        model.addAttribute("pageAt", "/privacy");
        return "privacy/personal-data";
    }

    /** The file; or if it is refused, the page again with the reason and what was typed. */
    @PostMapping("/privacy/personal-data")
    @Nullable String export(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reference,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            export.write(person.strip(), reference, () -> {
                response.setContentType("application/zip");
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(person.strip()));
                return response.getOutputStream();
            });
            return null;
        } catch (Refusal.Forbidden forbidden) {
            throw forbidden;
        } catch (Refusal refusal) {
            events.publishEvent(Refused.of(refusal, "page", person.strip()));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal);
            model.addAttribute("typedPerson", person);
            model.addAttribute("typedReference", reference);
            return page(model);
        }
    }

    private static String named(String person) {
        return ContentDisposition.attachment()
                .filename("personal-data-" + person + ".zip", StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
