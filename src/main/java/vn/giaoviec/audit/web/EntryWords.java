package vn.giaoviec.audit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.context.MessageSource;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.audit.ExportAudit;
import vn.giaoviec.calendar.BusinessClock;

/** Entries in a reader's words: what happened, and each thing that the fact says, old values beside new ones. */
final class EntryWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT).withZone(BusinessClock.ZONE);
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ISO_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:.*Z");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z_]*");

    private final MessageSource messages;
    private final Locale reader;
    private final ObjectMapper json;
    private final Map<String, String> people;

    EntryWords(MessageSource messages, Locale reader, ObjectMapper json, Map<String, String> people) {
        this.messages = messages;
        this.reader = reader;
        this.json = json;
        this.people = people;
    }

    Line line(Entry entry) {
        return new Line(
                entry,
                TIME.format(entry.businessTime()),
                who(entry),
                action(entry.action()),
                entry.erased() ? List.of(new Field(say("audit.details"), say("audit.erased"))) : fields(entry.facts()));
    }

    /** What happened; a rule that refused is named by what it says to the person. */
    String action(String action) {
        return or("fact." + action, or("auditRule." + action, action));
    }

    ExportAudit.Words columns() {
        return new ExportAudit.Words(
                List.of(
                        say("audit.when"),
                        say("audit.realTime"),
                        say("audit.who"),
                        say("audit.name"),
                        say("audit.case"),
                        say("audit.what"),
                        say("audit.refused"),
                        say("audit.details")),
                entry -> {
                    Line line = line(entry);
                    return List.of(
                            line.when,
                            TIME.format(entry.realTime()),
                            entry.actor() == null ? "" : entry.actor(),
                            line.who,
                            entry.caseKey() == null ? "" : entry.caseKey(),
                            line.what,
                            entry.refused() ? say("audit.yes") : say("audit.no"),
                            line.fields.stream()
                                    .map(field -> field.label + ": " + field.value)
                                    .collect(Collectors.joining("; ")));
                });
    }

    /** An entry as one line of JSON, its facts as they were recorded. */
    String jsonLine(Entry entry) {
        try {
            var line = json.createObjectNode();
            line.put("id", entry.id());
            line.put("case", entry.caseKey());
            line.put("actor", entry.actor());
            line.put("actingFor", entry.actingFor());
            line.put("action", entry.action());
            line.put("refused", entry.refused());
            line.put("businessTime", entry.businessTime().toString());
            line.put("realTime", entry.realTime().toString());
            line.set("facts", json.readTree(entry.facts()));
            return json.writeValueAsString(line);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private String who(Entry entry) {
        if (entry.actor() == null) {
            return say("case.audit.system");
        }
        return entry.actingFor() == null
                ? person(entry.actor())
                : messages.getMessage(
                        "acting.for", new Object[] {person(entry.actor()), person(entry.actingFor())}, reader);
    }

    private List<Field> fields(String facts) {
        try {
            JsonNode content = json.readTree(facts);
            List<Field> fields = new ArrayList<>();
            content.properties().forEach(field -> {
                if (!field.getKey().equals("caseKey")
                        && !saysNothing(field.getValue())
                        && !(isChange(content) && field.getKey().equals("to"))) {
                    fields.add(
                            isChange(content) && field.getKey().equals("from")
                                    ? new Field(say("auditField.change"), change(content))
                                    : new Field(label(field.getKey()), value(field.getValue())));
                }
            });
            return fields;
        } catch (JsonProcessingException unreadable) {
            return List.of();
        }
    }

    private static boolean saysNothing(JsonNode value) {
        return value.isNull() || value.isMissingNode() || (value.isContainerNode() && value.isEmpty());
    }

    private static boolean isChange(JsonNode content) {
        return content.hasNonNull("from") && content.hasNonNull("to");
    }

    private String change(JsonNode content) {
        return value(content.get("from")) + " → " + value(content.get("to"));
    }

    private String value(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(this::value)
                    .collect(Collectors.joining(", "));
        } else if (value.isObject()) {
            return object(value);
        } else if (value.isBoolean()) {
            return say(value.booleanValue() ? "audit.yes" : "audit.no");
        }
        return text(value.asText());
    }

    private String object(JsonNode value) {
        if (value.size() == 3 && value.has("year") && value.has("assignment") && value.has("unit")) {
            return value.get("year").asText()
                    + '/'
                    + value.get("assignment").asText()
                    + '/'
                    + value.get("unit").asText();
        } else if (isChange(value)) {
            return change(value);
        }
        List<String> parts = new ArrayList<>();
        value.properties().forEach(field -> {
            if (!saysNothing(field.getValue())) {
                parts.add(or("auditField." + field.getKey(), field.getKey()) + ": " + value(field.getValue()));
            }
        });
        return "(" + String.join("; ", parts) + ")";
    }

    private String text(String text) {
        if (ISO_DAY.matcher(text).matches() || ISO_TIME.matcher(text).matches()) {
            return time(text);
        } else if (CONSTANT.matcher(text).matches()) {
            return or("auditValue." + text, text);
        }
        return people.containsKey(text) ? person(text) : text;
    }

    private static String time(String text) {
        try {
            return text.contains("T") ? TIME.format(Instant.parse(text)) : DAY.format(LocalDate.parse(text));
        } catch (DateTimeParseException looksLikeOne) {
            return text; // somebody typed it
        }
    }

    /** Texts of a fact, each under the name of where it stands. */
    List<Text> named(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(text -> new Text(text.getKey(), name(text.getKey()), text.getValue()))
                .toList();
    }

    private String name(String path) {
        int dot = path.indexOf('.');
        String field = path.substring(dot + 1);
        return dot < 0 ? label(path) : or("field." + field, or("auditField." + field, field));
    }

    String person(String id) {
        String name = people.get(id);
        return name == null ? id : name + " (" + id + ")";
    }

    private String label(String name) {
        return say("auditField." + name);
    }

    private String say(String key) {
        return messages.getMessage(key, null, reader);
    }

    private String or(String key, String otherwise) {
        String message = messages.getMessage(key, null, otherwise, reader);
        return message == null ? otherwise : message;
    }

    /**
     * An entry as it is read.
     *
     * @param when on the business clock
     * @param who who acted
     * @param what what happened
     * @param fields what else the fact says
     */
    record Line(Entry entry, String when, String who, String what, List<Field> fields) {}

    /**
     * @param id where it stands in the fact
     * @param label what it is
     * @param text what somebody typed
     */
    record Text(String id, String label, String text) {}

    /**
     * @param label what it is
     * @param value what it says
     */
    record Field(String label, String value) {}
}
