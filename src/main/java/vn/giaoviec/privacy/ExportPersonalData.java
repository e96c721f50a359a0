package vn.giaoviec.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;

/**
 * An administrator answers a person who asks what is stored of them, as Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 entitles
 * them to. That it was answered is committed first; the answer itself stands in no file of the server's.
 */
@Service
public class ExportPersonalData {
    private static final int LONGEST_REFERENCE = 100;

    private final Directory directory;
    private final DataSource database;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate recording;

    ExportPersonalData(
            Directory directory,
            DataSource database,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.directory = directory;
        this.database = database;
        this.events = events;
        this.recording = new TransactionTemplate(transactions);
    }

    /**
     * Those of whom something may be stored: who can sign in, then who no longer can.
     *
     * @throws Refusal.Forbidden if whoever is signed in is no administrator
     */
    public List<Person> people() {
        onlyAdministrator();
        return Stream.concat(directory.people().stream(), directory.formerPeople().stream())
                .toList();
    }

    /**
     * Writes a ZIP with every row that names the person, as of one moment. Whatever breaks off midway is no ZIP.
     *
     * @param reference number of the document that asks for it
     * @param to where the ZIP goes; not opened if there is nothing to write
     * @throws Refusal if whoever is signed in is no administrator, nobody has that id, or the reference is missing or too
     *     long
     * @throws IOException if whoever takes it goes away, or the database cannot be read
     */
    public void write(String person, String reference, Destination to) throws IOException {
        if (people().stream().noneMatch(known -> known.id().equals(person))) {
            throw new Refusal("refusal.personalData.person");
        }
        if (reference.isBlank() || reference.strip().length() > LONGEST_REFERENCE) {
            throw new Refusal("refusal.personalData.reference", LONGEST_REFERENCE);
        }
        recording.executeWithoutResult(
                status -> events.publishEvent(new PersonalDataExported(person, reference.strip())));
        // a connection of its own: one moment for all tables
        try (Connection connection = database.getConnection()) {
            ZipOutputStream zip = new ZipOutputStream(to.open());
            new PersonalDataQuery(connection).write(person, zip);
            zip.close(); // not if anything failed: closed, half of it would pass for the whole
        } catch (SQLException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private void onlyAdministrator() {
        if (!directory.me().in(Groups.ADMINISTRATOR)) {
            throw new Refusal.Forbidden("refusal.onlyAdministrator");
        }
    }

    /** Where the ZIP goes; opened when it is recorded that it does. */
    public interface Destination {
        /** Where to write; closed when all is written. */
        OutputStream open() throws IOException;
    }
}
