package vn.giaoviec.notice.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.giaoviec.notice.MailHtml;

/** The simple page a mail also is, made of its plain lines by the pages' template engine, which escapes all of them. */
@Component
class MailTemplate implements MailHtml {
    private static final String ITEM = "- ";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final ITemplateEngine templates;

    MailTemplate(ITemplateEngine templates) {
        this.templates = templates;
    }

    @Override
    public String of(String subject, String body) {
        List<String> lines = body.lines().toList();
        List<Line> parts = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            boolean beforeItem = at + 1 < lines.size() && lines.get(at + 1).startsWith(ITEM);
            if (!line.isEmpty()) {
                parts.add(part(line, beforeItem));
            }
        }
        return templates.process("notice/mail", new Context(VIETNAMESE, Map.of("subject", subject, "lines", parts)));
    }

    private static Line part(String line, boolean beforeItem) {
        if (line.matches("https?://\\S+")) {
            return new Line("link", line);
        }
        if (line.startsWith(ITEM)) {
            return new Line("item", line.substring(ITEM.length()));
        }
        return new Line(beforeItem ? "heading" : "words", line);
    }

    /**
     * @param kind how it is shown
     * @param text what it says
     */
    record Line(String kind, String text) {}
}
