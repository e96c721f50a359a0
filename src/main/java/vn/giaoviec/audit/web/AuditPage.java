package vn.giaoviec.audit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.audit.ExportAudit;
import vn.giaoviec.audit.SearchAudit;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;

/** An inspector looks through the audit; what is looked for stands in the address, so it can be kept and sent on. */
@Controller
class AuditPage {
    private static final int SHOWN = 50;

    private final SearchAudit search;
    private final ExportAudit exports;
    private final Directory directory;
    private final MessageSource messages;
    private final ObjectMapper json;

    AuditPage(SearchAudit search, ExportAudit exports, Directory directory, MessageSource messages, ObjectMapper json) {
        this.search = search;
        this.exports = exports;
        this.directory = directory;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping("/audit")
    String audit(
            AskedFor asked,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model,
            Locale reader,
            HttpServletResponse response) {
        List<Person> people = directory.people();
        EntryWords words = words(people, reader);
        model.addAttribute(
                "actions",
                search.actions().stream()
                        .filter(action -> !action.startsWith("refusal."))
                        .map(action -> new Choice(action, words.action(action)))
                        .toList());
        model.addAttribute("asked", asked);
        model.addAttribute("people", people);
        model.addAttribute("units", directory.units());
        model.addAttribute("exports", exports.running(directory.me().id()));
        model.addAttribute("query", asked.query());
        List<String> wrong = asked.wrong();
        model.addAttribute("wrong", wrong);
        if (wrong.isEmpty()) {
            List<Entry> found = search.before(asked.filter(), before, SHOWN + 1);
            model.addAttribute(
                    "lines", found.stream().limit(SHOWN).map(words::line).toList());
            model.addAttribute(
                    "older", found.size() > SHOWN ? found.get(SHOWN - 1).id() : null);
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("lines", List.of());
        }
        return "audit/entries";
    }

    @GetMapping("/audit/export.{format:csv|xlsx|jsonl}")
    void export(AskedFor asked, @PathVariable String format, Locale reader, HttpServletResponse response)
            throws IOException {
        if (!asked.wrong().isEmpty()) {
            throw new Refusal("refusal.auditFilter");
        }
        ExportAudit.Format as = ExportAudit.Format.valueOf(format.toUpperCase(Locale.ROOT));
        EntryWords words = words(directory.people(), reader);
        Person me = directory.me();
        exports.write(asked.filter(), as, words.columns(), words::jsonLine, me.id(), () -> {
            response.setContentType(as.mediaType());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=audit." + format);
            return response.getOutputStream();
        });
    }

    private EntryWords words(List<Person> people, Locale reader) {
        return new EntryWords(
                messages, reader, json, people.stream().collect(Collectors.toMap(Person::id, Person::name)));
    }

    /**
     * @param code what is sent
     * @param name what is read
     */
    record Choice(String code, String name) {}
}
