package vn.giaoviec.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.WorkItem;
import vn.giaoviec.shared.Text;

/** What papers say, in one reader's language; days and times as people write them here. */
public final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT).withZone(BusinessClock.ZONE);

    private final MessageSource messages;
    private final Locale reader;
    private final Map<String, String> people;

    /**
     * @param people names by person id
     */
    public Words(MessageSource messages, Locale reader, Map<String, String> people) {
        this.messages = messages;
        this.reader = reader;
        this.people = people;
    }

    /** A message. */
    public String say(String key, Object... args) {
        return messages.getMessage(key, args, reader);
    }

    /** A message, or something else where there is none. */
    public String or(String key, String otherwise) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, reader), otherwise);
    }

    /** A name that is data. */
    public String of(Text text) {
        return text.in(reader);
    }

    /** A step's name: data in Vietnamese, a message in English. */
    public String of(WorkItem step) {
        return Locale.ENGLISH.getLanguage().equals(reader.getLanguage())
                ? or("bpmn." + step.process() + "." + step.element(), or("bpmn." + step.element(), step.name()))
                : step.name();
    }

    /** A person's name; the system's if it is null. */
    public String person(@Nullable String id) {
        return id == null ? say("case.audit.system") : people.getOrDefault(id, id);
    }

    /** Who did it, and in whose name if another's; the system's if nobody did. */
    public String person(@Nullable String id, @Nullable String actingFor) {
        return actingFor == null ? person(id) : say("acting.for", person(id), person(actingFor));
    }

    /** A day; empty if it is null. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** A moment in the province; empty if it is null. */
    public String time(@Nullable Instant moment) {
        return moment == null ? "" : TIME.format(moment);
    }
}
