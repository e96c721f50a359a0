package vn.giaoviec.notice;

import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.audit.LedgerChecked;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.intake.TakeAnnex.SecretFileRefused;

/**
 * After each night's verification inspectors get the seal, and how the ledger was found. What lies in their mailbox is out
 * of the reach of whoever has the database and the key. They are told at once of a state secret that was brought.
 */
@Component
class TellInspectors {
    private final Directory directory;
    private final ComposeMails compose;
    private final Outbox outbox;

    TellInspectors(Directory directory, ComposeMails compose, Outbox outbox) {
        this.directory = directory;
        this.compose = compose;
        this.outbox = outbox;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void checked(LedgerChecked checked) {
        LocalDate night = checked.night();
        if (night == null) {
            return; // who asked for it looks
        }
        MailText text = compose.ledger(checked, night);
        tell(Mail.Kind.LEDGER, night.toString(), text);
    }

    /** Nothing of the file is here any more; who brought it has it still. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void refused(SecretFileRefused refused) {
        tell(Mail.Kind.SECRET, refused.sha256(), compose.secretFile(refused));
    }

    private void tell(Mail.Kind kind, String key, MailText text) {
        outbox.put(directory.members(Groups.INSPECTOR).stream()
                .map(inspector -> new Mail(inspector.id(), kind, key, text, null))
                .toList());
    }
}
