package vn.giaoviec.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Looked;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refused;

/** Hears every fact and writes it down in the same transaction: no entry, no change. */
@Service
public class AuditLog {
    private final EntryTable table;
    private final Chain chain;
    private final ObjectMapper json;

    AuditLog(EntryTable table, Chain chain, ObjectMapper json) {
        this.table = table;
        this.chain = chain;
        this.json = json;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Recorded fact) {
        CaseKey key = fact.caseKey();
        chain.add(new Happening(
                key == null ? null : key.toString(),
                fact.getClass().getSimpleName(),
                false,
                write(fact),
                fact.actingFor()));
    }

    /** No entry, no look. */
    @EventListener
    @Transactional
    public void record(Looked looked) {
        chain.add(new Happening(looked.caseKey().toString(), "Looked", false, write(looked)));
    }

    /** The refused command has been rolled back; that it was tried is a fact of its own. */
    @EventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void record(Refused refused) {
        chain.add(new Happening(refused.caseKey(), refused.rule(), true, write(refused)));
    }

    private String write(Object facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** What is recorded of a case, oldest entry first; without the digests that stand behind it. */
    public List<Entry> of(CaseKey key) {
        return table.of(key.toString());
    }

    /** What was recorded of one kind of fact, oldest entry first; without digests. */
    public List<Entry> of(Class<? extends Recorded> fact) {
        return table.ofAction(fact.getSimpleName());
    }

    /** Entries younger than a given one, oldest first, without digests. */
    public List<Entry> after(long id) {
        return table.after(id);
    }
}
