package vn.giaoviec.notice;

/** Turns the plain words of a mail into a simple page. */
public interface MailHtml {
    /**
     * @param subject the mail's subject
     * @param body its lines
     */
    String of(String subject, String body);
}
