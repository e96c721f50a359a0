package vn.giaoviec.notice;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes deadlines as iCalendar (RFC 5545): one all-day event for each case, known again when its day moves, and one for
 * the report of a recurring task that is due next.
 */
@Component
class DueCalendar {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final int MOST_OCTETS = 75;
    private static final String FOLD = "\r\n ";

    private final MessageSource messages;
    private final NoticeSettings settings;

    DueCalendar(MessageSource messages, NoticeSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    String write(List<DueCase> cases) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Giao Viec//vn.giaoviec//VI"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", say("calendar.name")));
        for (DueCase one : cases) {
            calendar.add(event(one, one.caseKey(), one.moves(), one.dueOn(), "calendar.due"));
            LocalDate report = one.reportDueOn();
            if (report != null) {
                calendar.add(event(one, one.caseKey() + " report " + report, 0, report, "calendar.reportDue"));
            }
        }
        StringWriter text = new StringWriter();
        try {
            // not validated: a calendar without events is valid to every reader, if not to the standard
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return folded(text.toString());
    }

    private VEvent event(DueCase one, String name, int moves, LocalDate day, String words) {
        VEvent event = new VEvent(false);
        event.add(new Uid(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString()));
        event.add(new DtStamp(one.since()));
        event.add(new Sequence(moves));
        event.add(new DtStart<>(day));
        event.add(new Summary(
                say(words, one.assignment(), MailText.line(one.title().vi()))));
        event.add(new Description(say("calendar.unit", one.unitName())));
        event.add(new Url(URI.create(settings.link("/cases/" + one.caseKey()))));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, VIETNAMESE);
    }

    /** The library folds by characters, the standard wants octets: a Vietnamese letter is up to three. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        text.replace(FOLD, "").lines().forEach(line -> {
            int octets = 0;
            for (int at = 0; at < line.length(); ) {
                int letter = line.codePointAt(at);
                int size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
                if (octets + size > MOST_OCTETS) {
                    folded.append(FOLD);
                    octets = 1;
                }
                folded.appendCodePoint(letter);
                octets += size;
                at += Character.charCount(letter);
            }
            folded.append("\r\n");
        });
        return folded.toString();
    }
}
