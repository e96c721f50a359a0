package vn.giaoviec.audit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.audit.ErasureTable.Fact;
import vn.giaoviec.audit.proof.FactLine;
import vn.giaoviec.audit.proof.Rows;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.ForgetsWords;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.substitution.FourEyes;

/**
 * Personal values that should not stand in a case go by a decision: the plan office asks, a leader decides. Gone are the
 * words, and the salt without which nobody can find out from the chain what they were; that something was done, by whom and
 * when, stays, and so does who erased it by which decision.
 */
@Service
public class EraseWords {
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_REASON = 1_000;

    private final ErasureTable erasures;
    private final EntryTable entries;
    private final FactTexts texts;
    private final Chain chain;
    private final List<ForgetsWords> others;
    private final Directory directory;
    private final FourEyes fourEyes;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    EraseWords(
            ErasureTable erasures,
            EntryTable entries,
            FactTexts texts,
            Chain chain,
            List<ForgetsWords> others,
            Directory directory,
            FourEyes fourEyes,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.erasures = erasures;
        this.entries = entries;
        this.texts = texts;
        this.chain = chain;
        this.others = others;
        this.directory = directory;
        this.fourEyes = fourEyes;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What may be asked for of an entry.
     *
     * @throws Refusal if whoever is signed in is not of the plan office, or the entry's words cannot be erased
     */
    public Offer offer(long entry) {
        whoMayAsk();
        return offered(entry);
    }

    /** Of some entries those whose words may be asked for. */
    public Set<Long> among(Collection<Entry> some) {
        return some.stream()
                .filter(Entry::erasable)
                .filter(entry -> !texts.of(entry.facts()).isEmpty())
                .map(Entry::id)
                .collect(Collectors.toSet());
    }

    private Offer offered(long id) {
        Entry entry = entries.find(id)
                .filter(Entry::erasable)
                .orElseThrow(() -> new Refusal.NotFound("refusal.erasure.entry"));
        Map<String, String> typed = texts.of(entry.facts());
        if (typed.isEmpty()) {
            throw new Refusal.NotFound("refusal.erasure.entry");
        }
        return new Offer(entry, typed);
    }

    /**
     * @param fields the names of the texts that shall go
     * @param document the number of the decision
     * @param reason why; it stays
     * @throws Refusal if the asker is not of the plan office, a word is missing or too long, or it is asked for already
     */
    @Transactional
    public void ask(long entry, Collection<String> fields, String document, String reason) {
        Person me = whoMayAsk();
        Offer offer = offered(entry);
        List<String> chosen =
                offer.texts.keySet().stream().filter(fields::contains).toList();
        if (chosen.isEmpty()) {
            throw new Refusal("refusal.erasure.fields");
        }
        written(document, LONGEST_NUMBER, "refusal.erasure.document");
        written(reason, LONGEST_REASON, "refusal.erasure.reason");
        if (chosen.stream().anyMatch(field -> says(reason, offer.texts.get(field)))) {
            throw new Refusal("refusal.erasure.repeats");
        }
        if (erasures.waits(entry)) {
            throw new Refusal("refusal.erasure.waits");
        }
        CaseKey key = CaseKey.of(String.valueOf(offer.entry.caseKey()));
        erasures.insert(new Erasure(
                0,
                key.toString(),
                entry,
                chosen,
                document.strip(),
                reason.strip(),
                me.id(),
                clock.instant(),
                null,
                null,
                null));
        events.publishEvent(new ErasureAsked(key, entry, chosen, document.strip(), reason.strip()));
    }

    private static boolean says(String reason, @Nullable String word) {
        return word != null && reason.contains(word);
    }

    private static void written(String text, int longest, String refusal) {
        if (text.isBlank() || text.strip().length() > longest) {
            throw new Refusal(refusal, longest);
        }
    }

    /**
     * @throws Refusal if the decider is no leader, asked for it or stands in for whoever did, it is decided already, or the case is not as the ledger
     *     knows it: erasing vouches for the case's rows anew, and must not vouch for what somebody altered
     */
    @Transactional
    public void decide(long id, boolean agreed) {
        Person me = directory.me();
        if (!me.in(Groups.LEADER)) {
            throw new Refusal.Forbidden("refusal.erasure.onlyLeader");
        }
        Erasure asked = erasures.take(id)
                .filter(Erasure::open)
                .orElseThrow(() -> new Refusal.NotFound("refusal.erasure.decided"));
        if (fourEyes.bars(me.id(), List.of(asked.askedBy()))) {
            throw new Refusal.Forbidden("refusal.erasure.own");
        }
        CaseKey key = CaseKey.of(asked.caseKey());
        erasures.decided(id, agreed, me.id(), clock.instant());
        if (!agreed) {
            events.publishEvent(new ErasureDeclined(key, asked.entry(), asked.document()));
            return;
        }
        erasures.hold(asked.caseKey());
        if (!erasures.isIntact(asked.caseKey())) {
            throw new Refusal("refusal.erasure.notIntact", key);
        }
        erase(asked, key);
    }

    private void erase(Erasure asked, CaseKey key) {
        Offer offer = offered(asked.entry());
        Set<String> words = Set.copyOf(chosen(asked, offer.texts).values());
        others.forEach(other -> other.forget(key, words));
        List<Fact> gone = erasures.facts(asked.caseKey()).stream()
                .filter(fact -> mustGo(fact, words))
                .toList();
        erasures.erase(gone);
        chain.vouchAnew(asked.caseKey());
        events.publishEvent(
                new WordsErased(key, gone.stream().map(Fact::name).toList(), asked.document(), asked.askedBy()));
    }

    /** Every fact with these words; and the digests of rows, by which short words could be guessed. */
    private boolean mustGo(Fact fact, Set<String> words) {
        return fact.action().equals(Rows.FACT)
                || (Entry.canBeErased(fact.action())
                        && texts.of(fact.facts()).values().stream().anyMatch(words::contains));
    }

    /**
     * Requests, those that wait first.
     *
     * @throws Refusal if whoever is signed in is neither of the plan office nor a leader nor an inspector
     */
    public List<Erasure> all() {
        Person me = directory.me();
        if (!me.in(Groups.PLAN_OFFICE) && !me.in(Groups.LEADER) && !me.in(Groups.INSPECTOR)) {
            throw new Refusal.Forbidden("refusal.erasure.onlyOffice");
        }
        return erasures.latest();
    }

    /** The words that the requests are about which wait, by request, and in it by their names in the fact. */
    public Map<Long, Map<String, String>> words(Collection<Erasure> requests) {
        List<Erasure> waiting = requests.stream().filter(Erasure::open).toList();
        Map<Long, String> facts = entries
                .all(waiting.stream().map(Erasure::entry).toList())
                .stream()
                .collect(Collectors.toMap(Entry::id, Entry::facts));
        return waiting.stream()
                .collect(Collectors.toMap(
                        Erasure::id,
                        asked -> chosen(asked, texts.of(facts.getOrDefault(asked.entry(), FactLine.ERASED)))));
    }

    private static Map<String, String> chosen(Erasure asked, Map<String, String> all) {
        Map<String, String> chosen = new LinkedHashMap<>(all);
        chosen.keySet().retainAll(asked.fields());
        return chosen;
    }

    private Person whoMayAsk() {
        Person me = directory.me();
        if (!me.in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.erasure.onlyOffice");
        }
        return me;
    }

    /**
     * An entry, and the texts of it that may be erased.
     *
     * @param entry the entry
     * @param texts by their names in the fact
     */
    public record Offer(Entry entry, Map<String, String> texts) {}

    /**
     * Somebody asked for words to be erased.
     *
     * @param entry the entry's number
     * @param fields which of its texts
     * @param document the number of the decision
     * @param reason why
     */
    record ErasureAsked(CaseKey caseKey, long entry, List<String> fields, String document, String reason)
            implements Recorded {}

    /**
     * A leader did not let words be erased.
     *
     * @param entry the entry's number
     * @param document the number of the decision that was named
     */
    record ErasureDeclined(CaseKey caseKey, long entry, String document) implements Recorded {}

    /**
     * Words were erased.
     *
     * @param entries the facts whose words and salts are gone, each by its link's number and its own
     * @param document the number of the decision
     * @param askedBy who asked for it
     */
    record WordsErased(CaseKey caseKey, List<String> entries, String document, String askedBy) implements Recorded {}
}
