package vn.giaoviec.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.annex.Annex;
import vn.giaoviec.annex.AnnexSetting;
import vn.giaoviec.annex.ReadAnnex;
import vn.giaoviec.annex.SecretAnnex;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/**
 * The plan office brings an annex, as a file or pasted. What was understood is kept as a draft, without personal data; the file
 * itself is not. A file that is marked as a state secret leaves nothing but the fact that it was refused.
 */
@Service
public class TakeAnnex {
    private final IntakeTable drafts;
    private final ReviewAnnex review;
    private final IntakeOffice office;
    private final Directory directory;
    private final WorkingDays days;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    TakeAnnex(
            IntakeTable drafts,
            ReviewAnnex review,
            IntakeOffice office,
            Directory directory,
            WorkingDays days,
            BusinessClock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.drafts = drafts;
        this.review = review;
        this.office = office;
        this.directory = directory;
        this.days = days;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * @param heading what the person says of the plan
     * @param file the file's name; empty if the content was pasted
     * @param content the file's bytes, or what was pasted, in UTF-8
     * @return the draft's number
     * @throws Refusal if the actor is not of the plan office, the heading says too little or too much, or the file cannot be
     *     read; it says where
     * @throws SecretAnnex if the file is marked as a state secret
     */
    public long take(Heading heading, String file, byte[] content) {
        Person me = office.member();
        HeadingRules.check(heading);
        Basis basis = review.basis(heading, directory.units(), days.known());
        AnnexSetting setting = new AnnexSetting(
                heading.year(),
                heading.issuedOn(),
                clock.today(),
                basis.days(),
                basis.units(),
                basis.targets(),
                basis.groups());
        try {
            Annex annex = file.isEmpty()
                    ? ReadAnnex.pasted(new String(content, StandardCharsets.UTF_8), setting)
                    : ReadAnnex.read(file, content, setting);
            Long id = transaction.execute(status -> keep(heading, annex, me));
            return id == null ? 0 : id;
        } catch (SecretAnnex secret) {
            transaction.executeWithoutResult(
                    status -> events.publishEvent(new SecretFileRefused(sha256(content), me.id())));
            throw secret;
        }
    }

    private Long keep(Heading heading, Annex annex, Person me) {
        long id = drafts.insert(heading, annex, me.id(), clock.instant());
        events.publishEvent(new AnnexTaken(
                id,
                heading.year(),
                heading.number(),
                annex.file(),
                annex.sha256(),
                annex.tasks().size(),
                annex.targets().size()));
        return id;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * An annex was taken in, to be reviewed.
     *
     * @param draft the draft's number
     * @param year the plan year
     * @param number the plan's number
     * @param file the file's name; empty if it was pasted
     * @param sha256 SHA-256 of its bytes
     * @param assignments how many tasks it has
     * @param targets how many targets it has
     */
    public record AnnexTaken(
            long draft, int year, String number, String file, String sha256, int assignments, int targets)
            implements Recorded {}

    /**
     * Somebody brought a file that is marked as a state secret; nothing of it is stored, its name neither.
     *
     * @param sha256 SHA-256 of its bytes
     * @param person who brought it
     */
    public record SecretFileRefused(String sha256, String person) implements Recorded {}
}
