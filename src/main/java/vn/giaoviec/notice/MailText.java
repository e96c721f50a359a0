package vn.giaoviec.notice;

import java.util.List;

/**
 * Subject and plain words of a mail; the other form of the body is made of these lines when it is sent.
 *
 * @param subject one line
 * @param body lines: items begin with {@link #ITEM}, links stand alone in a line, a paragraph before items is their heading
 */
record MailText(String subject, String body) {
    static final String ITEM = "- ";
    private static final int LONGEST = 180;

    /** Text of others in one line: what could begin another header, or turn the reading direction, is a space. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    static MailText of(String subject, List<String> lines) {
        String one = line(subject);
        return new MailText(
                one.length() <= LONGEST ? one : one.substring(0, LONGEST - 1).strip() + "…",
                String.join("\n", lines) + "\n");
    }
}
