package vn.giaoviec.audit;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.shared.Refusal;

/** An inspector looks through the audit, and takes parts of it away. No entry, no look: here too. */
@Service
public class SearchAudit {
    private final EntryQuery entries;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    SearchAudit(EntryQuery entries, Directory directory, ApplicationEventPublisher events) {
        this.entries = entries;
        this.directory = directory;
        this.events = events;
    }

    /**
     * Entries older than a given one, the youngest first.
     *
     * @throws Refusal.Forbidden if whoever is signed in is no inspector
     */
    @Transactional
    public List<Entry> before(EntryFilter filter, long id, int most) {
        onlyInspectors();
        events.publishEvent(new AuditSearched(filter));
        return entries.before(filter, id, most);
    }

    /** What can be looked for by action. */
    public List<String> actions() {
        onlyInspectors();
        return entries.actions();
    }

    /**
     * Records that entries are taken away, before the first of them goes.
     *
     * @param format csv, xlsx or jsonl
     * @return how many there are now
     * @throws Refusal.Forbidden if whoever is signed in is no inspector
     */
    @Transactional
    public long exports(EntryFilter filter, String format) {
        onlyInspectors();
        long rows = entries.count(filter);
        events.publishEvent(new AuditExported(filter, format, rows));
        return rows;
    }

    /** Every entry, one after the other; {@link #exports} comes first. */
    void each(EntryFilter filter, Consumer<Entry> consumer) {
        entries.each(filter, consumer);
    }

    private void onlyInspectors() {
        if (!directory.me().in(Groups.INSPECTOR)) {
            throw new Refusal.Forbidden("refusal.onlyInspector");
        }
    }
}
