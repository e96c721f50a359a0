package vn.giaoviec.casework.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.casework.DelegateExtensions;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;

/** Leaders record here that the plan office decides extensions for a time; everybody may read it. */
@Controller
class DelegationPage {
    private final DelegateExtensions delegateExtensions;
    private final Directory directory;

    DelegationPage(DelegateExtensions delegateExtensions, Directory directory) {
        this.delegateExtensions = delegateExtensions;
        this.directory = directory;
    }

    @GetMapping("/delegations")
    String all(Model model) {
        model.addAttribute("delegations", delegateExtensions.all());
        model.addAttribute("people", directory.people().stream().collect(Collectors.toMap(Person::id, Person::name)));
        return "casework/delegations";
    }

    @PostMapping("/delegations")
    String delegate(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam String document,
            Model model,
            HttpServletResponse response) {
        try {
            delegateExtensions.delegate(from, to, document);
        } catch (Refusal.Forbidden forbidden) {
            throw forbidden;
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal);
            model.addAttribute("typedFrom", from);
            model.addAttribute("typedTo", to);
            model.addAttribute("typedDocument", document);
            return all(model);
        }
        return "redirect:/delegations";
    }
}
