package vn.giaoviec.substitution.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;
import vn.giaoviec.substitution.EndSubstitution;
import vn.giaoviec.substitution.NameSubstitute;
import vn.giaoviec.substitution.Substitution;
import vn.giaoviec.substitution.Substitutions;

/** Who stands in for whom: one's own, those of the unit for its heads, all for administrators and inspectors. */
@Controller
class SubstitutionsPage {
    private final Substitutions substitutions;
    private final NameSubstitute nameSubstitute;
    private final EndSubstitution endSubstitution;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    SubstitutionsPage(
            Substitutions substitutions,
            NameSubstitute nameSubstitute,
            EndSubstitution endSubstitution,
            Directory directory,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.substitutions = substitutions;
        this.nameSubstitute = nameSubstitute;
        this.endSubstitution = endSubstitution;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    /** @param person for whom a substitute is to be named; oneself if not given */
    @GetMapping("/substitutions")
    String all(@RequestParam(defaultValue = "") String person, Model model) {
        Person me = directory.me();
        LocalDate today = clock.today();
        List<Substitution> readable = substitutions.readableBy(me);
        model.addAttribute("mine", which(readable, one -> one.person().equals(me.id())));
        model.addAttribute("held", which(readable, one -> one.substitute().equals(me.id())));
        model.addAttribute(
                "others",
                which(
                        readable,
                        one -> !one.person().equals(me.id())
                                && !one.substitute().equals(me.id())));
        model.addAttribute(
                "endable",
                readable.stream()
                        .filter(one -> !one.isOver(today) && EndSubstitution.mayEnd(me, one))
                        .map(Substitution::id)
                        .collect(Collectors.toSet()));
        model.addAttribute("people", directory.people().stream().collect(Collectors.toMap(Person::id, Person::name)));
        List<Person> nameable = substitutions.nameableBy(me);
        model.addAttribute("nameable", nameable);
        nameable.stream()
                .filter(one -> one.id().equals(person.isEmpty() ? me.id() : person))
                .findFirst()
                .ifPresent(away -> {
                    model.addAttribute("away", away);
                    model.addAttribute("scopes", substitutions.scopesOf(away));
                    model.addAttribute("candidates", substitutions.candidatesFor(away));
                });
        return "substitution/substitutions";
    }

    private static List<Substitution> which(List<Substitution> all, Predicate<Substitution> condition) {
        return all.stream().filter(condition).toList();
    }

    @PostMapping("/substitutions")
    String name(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String substitute,
            @RequestParam(defaultValue = "OWN") Substitution.Scope scope,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        try {
            nameSubstitute.name(person, substitute, scope, from, to, note);
        } catch (Refusal.Forbidden forbidden) {
            throw forbidden;
        } catch (Refusal refusal) {
            events.publishEvent(Refused.of(refusal, "page", null));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal);
            model.addAttribute("typedSubstitute", substitute);
            model.addAttribute("typedScope", scope);
            model.addAttribute("typedFrom", from);
            model.addAttribute("typedTo", to);
            model.addAttribute("typedNote", note);
            model.addAttribute("pageAt", "/substitutions");
            return all(person, model);
        }
        return "redirect:/substitutions";
    }

    @PostMapping("/substitutions/{id}/end")
    String end(@PathVariable long id) {
        endSubstitution.end(id);
        return "redirect:/substitutions";
    }
}
