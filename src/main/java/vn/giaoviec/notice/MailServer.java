package vn.giaoviec.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import vn.giaoviec.notice.MailTable.Queued;

/** The province's mail server, if one is named by {@code spring.mail.host}. */
@Component
class MailServer {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final ObjectProvider<JavaMailSender> sender;
    private final boolean named;
    private final NoticeSettings settings;
    private final MessageSource messages;
    private final MailHtml html;

    MailServer(
            ObjectProvider<JavaMailSender> sender,
            @Value("${spring.mail.host:}") String host,
            NoticeSettings settings,
            MessageSource messages,
            MailHtml html) {
        this.sender = sender;
        this.named = !host.isBlank();
        this.settings = settings;
        this.messages = messages;
        this.html = html;
    }

    boolean isThere() {
        return named;
    }

    /**
     * Hands mails over, several on one connection.
     *
     * @return those that were not taken, with the reason
     */
    Map<Queued, String> send(Map<Queued, String> addresses) {
        JavaMailSender smtp = sender.getObject();
        Map<Object, Queued> written = new HashMap<>();
        Map<Queued, String> failed = new HashMap<>();
        addresses.forEach((mail, address) -> {
            try {
                written.put(write(smtp.createMimeMessage(), mail, address), mail);
            } catch (MessagingException | UnsupportedEncodingException | RuntimeException unwritable) {
                failed.put(mail, String.valueOf(unwritable));
            }
        });
        try {
            smtp.send(written.keySet().toArray(MimeMessage[]::new));
        } catch (MailSendException some) {
            some.getFailedMessages().forEach((message, why) -> failed.put(written.get(message), reason(why)));
        } catch (MailException none) {
            written.values().forEach(mail -> failed.put(mail, reason(none)));
        }
        return failed;
    }

    private static String reason(Exception why) {
        Throwable cause = why.getCause();
        return cause == null ? String.valueOf(why) : why + " / " + cause;
    }

    private MimeMessage write(MimeMessage message, Queued mail, String address)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessageHelper helper =
                new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from(), messages.getMessage("app.name", null, VIETNAMESE));
        helper.setTo(address);
        helper.setSubject(mail.subject());
        helper.setSentDate(Date.from(mail.madeAt()));
        helper.setText(mail.body(), html.of(mail.subject(), mail.body()));
        String calendar = mail.calendar();
        if (calendar != null) {
            helper.addAttachment(
                    "giaoviec.ics",
                    new ByteArrayResource(calendar.getBytes(StandardCharsets.UTF_8)),
                    "text/calendar; charset=UTF-8; method=PUBLISH");
        }
        message.setHeader("Message-ID", mail.messageId());
        // no answer of a machine to a machine (RFC 3834)
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
