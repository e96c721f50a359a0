package vn.giaoviec.audit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.audit.EraseWords;
import vn.giaoviec.audit.Erasure;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/** The plan office asks for words to be erased, a leader decides, inspectors see it. */
@Controller
class ErasuresPage {
    private final EraseWords erase;
    private final Directory directory;
    private final MessageSource messages;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;

    ErasuresPage(
            EraseWords erase,
            Directory directory,
            MessageSource messages,
            ObjectMapper json,
            ApplicationEventPublisher events) {
        this.erase = erase;
        this.directory = directory;
        this.messages = messages;
        this.json = json;
        this.events = events;
    }

    @GetMapping("/erasures")
    String all(Model model, Locale reader) {
        EntryWords words = words(reader);
        List<Erasure> all = erase.all();
        Map<Long, Map<String, String>> texts = erase.words(all);
        model.addAttribute(
                "erasures",
                all.stream()
                        .map(asked -> new Line(
                                asked,
                                words.person(asked.askedBy()),
                                asked.decidedBy() == null ? "" : words.person(asked.decidedBy()),
                                words.named(texts.getOrDefault(asked.id(), Map.of()))))
                        .toList());
        model.addAttribute("pageAt", "/erasures");
        return "audit/erasures";
    }

    @GetMapping("/erasures/{entry}")
    String form(@PathVariable long entry, Model model, Locale reader) {
        return form(entry, new Typed(List.of(), "", ""), model, reader);
    }

    /** A refused request comes back with the reason, and the words as typed. */
    @PostMapping("/erasures/{entry}")
    String ask(
            @PathVariable long entry,
            @RequestParam(defaultValue = "") List<String> fields,
            @RequestParam String document,
            @RequestParam String reason,
            Model model,
            Locale reader,
            HttpServletResponse response) {
        try {
            erase.ask(entry, fields, document, reason);
        } catch (Refusal.Forbidden | Refusal.NotFound notHere) {
            throw notHere;
        } catch (Refusal refusal) {
            events.publishEvent(Refused.of(refusal, "page", null));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal);
            return form(entry, new Typed(fields, document, reason), model, reader);
        }
        return "redirect:/erasures";
    }

    @PostMapping("/erasures/{id}/decision")
    String decide(@PathVariable long id, @RequestParam boolean agreed) {
        erase.decide(id, agreed);
        return "redirect:/erasures";
    }

    private String form(long entry, Typed typed, Model model, Locale reader) {
        EraseWords.Offer offer = erase.offer(entry);
        EntryWords words = words(reader);
        model.addAttribute("line", words.line(offer.entry()));
        model.addAttribute("texts", words.named(offer.texts()));
        model.addAttribute("typed", typed);
        model.addAttribute("pageAt", "/erasures/" + entry);
        return "audit/erasure";
    }

    private EntryWords words(Locale reader) {
        Map<String, String> people = directory.people().stream().collect(Collectors.toMap(Person::id, Person::name));
        return new EntryWords(messages, reader, json, people);
    }

    /**
     * A request as it is read.
     *
     * @param words what it is about, while it waits
     */
    record Line(Erasure asked, String askedBy, @Nullable String decidedBy, List<EntryWords.Text> words) {}

    /** What was typed, for the page that says why it was refused. */
    record Typed(List<String> fields, String document, String reason) {}
}
