package vn.giaoviec.notice;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it is to be sent.
 *
 * @param recipient the person's id; the address is looked up when it is sent
 * @param kind what it is about
 * @param key the day, or the event: a person gets one mail of that kind for it
 * @param text subject and body
 * @param calendar the due dates as iCalendar, or null
 */
record Mail(
        String recipient,
        Kind kind,
        String key,
        MailText text,
        @Nullable String calendar) {
    /** The same at every attempt, so that who gets it twice can tell; says nothing of the person. */
    String messageId(String domain) {
        return "<" + Sha256.of(kind + "\n" + key + "\n" + recipient).substring(0, 40) + "@" + domain + ">";
    }

    enum Kind {
        DIGEST,
        URGENT,
        /** How the ledger was found in a night, and its seal. */
        LEDGER,
        /** Somebody brought a file that is marked as a state secret. */
        SECRET
    }
}
