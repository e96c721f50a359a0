package vn.giaoviec.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.giaoviec.audit.LedgerChecked;
import vn.giaoviec.intake.TakeAnnex.SecretFileRefused;
import vn.giaoviec.notice.NoticeTable.Event;

/**
 * The words of mails. They are Vietnamese only: it is the language of the offices, people's choice of English belongs to a
 * browser and not to them, and a mail in two languages hides what matters. Mails name the case and link to it; reasons,
 * names and files stay behind the sign-in.
 */
@Component
class ComposeMails {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", VIETNAMESE);

    /** More than anybody reads; the rest is on the page. */
    private static final int MOST_LINES = 50;

    private final MessageSource messages;
    private final NoticeSettings settings;
    private final CaseTitleQuery titles;
    private final DueCalendar calendars;

    ComposeMails(MessageSource messages, NoticeSettings settings, CaseTitleQuery titles, DueCalendar calendars) {
        this.messages = messages;
        this.settings = settings;
        this.titles = titles;
        this.calendars = calendars;
    }

    /** The mail that is sent at once for an event. */
    MailText urgent(Event event) {
        CaseTitleQuery.Title title = titles.of(event.caseKey().toString());
        String kind = "mail." + event.kind().name().toLowerCase(Locale.ROOT);
        List<String> lines = new ArrayList<>();
        lines.add(say(kind));
        lines.add(item("mail.case", title.assignment(), title.unitName(), day(title.dueOn()), title.title()));
        lines.add(link(event.caseKey().toString()));
        lines.add("");
        lines.addAll(farewell());
        return MailText.of(say(kind + ".subject", title.assignment(), title.title()), lines);
    }

    /** The mail of a morning. */
    Mail digest(Digest digest) {
        List<String> lines = new ArrayList<>();
        Digest.Counts province = digest.province();
        if (province != null) {
            lines.add(say("mail.digest.province", province.open(), province.overdue(), province.dueSoon()));
            lines.add("");
        }
        section(lines, "mail.digest.overdue", digest.overdue(), this::due, DueCase::caseKey);
        section(lines, "mail.digest.dueSoon", digest.dueSoon(), this::due, DueCase::caseKey);
        section(
                lines,
                "mail.digest.returned",
                digest.returned(),
                one -> item("mail.step", one.assignment(), one.unitName(), one.step(), one.title()),
                Digest.Returned::caseKey);
        section(
                lines,
                "mail.digest.waiting",
                digest.waiting(),
                one -> item("mail.step", one.assignment(), one.unitName(), one.step(), one.title()),
                Digest.Waiting::caseKey);
        lines.addAll(farewell());
        return new Mail(
                digest.person(),
                Mail.Kind.DIGEST,
                digest.day().toString(),
                MailText.of(say("mail.digest.subject", day(digest.day())), lines),
                digest.calendar().isEmpty() ? null : calendars.write(digest.calendar()));
    }

    /** How the ledger was found in a night, for those who keep its seal. */
    MailText ledger(LedgerChecked checked, LocalDate night) {
        List<String> lines = new ArrayList<>();
        lines.add(say("mail.ledger", checked.links(), checked.sealed(), checked.findings()));
        lines.add(settings.link("/audit/verification"));
        String head = checked.head();
        if (head != null) {
            lines.add("");
            lines.add(say("mail.ledger.head"));
            head.lines().map(line -> MailText.ITEM + line).forEach(lines::add);
        }
        return MailText.of(say("mail.ledger.subject", day(night), checked.findings()), lines);
    }

    /** Who brought what must not be here. */
    MailText secretFile(SecretFileRefused refused) {
        return MailText.of(
                say("mail.secret.subject"),
                List.of(say("mail.secret", refused.person(), refused.sha256()), settings.link("/audit")));
    }

    private <T> void section(
            List<String> lines, String heading, List<T> all, Function<T, String> words, Function<T, String> caseKey) {
        if (all.isEmpty()) {
            return;
        }
        lines.add(say(heading, all.size()));
        for (T one : all.subList(0, Math.min(all.size(), MOST_LINES))) {
            lines.add(words.apply(one));
            lines.add(link(caseKey.apply(one)));
        }
        if (all.size() > MOST_LINES) {
            lines.add(item("mail.digest.more", all.size() - MOST_LINES));
        }
        lines.add("");
    }

    private String due(DueCase one) {
        return item(
                one.nextDueOn().equals(one.dueOn()) ? "mail.case" : "mail.report",
                one.assignment(),
                one.unitName(),
                day(one.nextDueOn()),
                one.title().vi());
    }

    private List<String> farewell() {
        return List.of(say("mail.farewell"), settings.link("/notices"));
    }

    private String item(String key, Object... arguments) {
        return MailText.ITEM + say(key, arguments);
    }

    private String link(String caseKey) {
        return settings.link("/cases/" + caseKey);
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private String say(String key, Object... arguments) {
        return MailText.line(messages.getMessage(key, arguments, VIETNAMESE));
    }
}
