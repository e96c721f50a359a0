package vn.giaoviec.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/** An inspector attaches to a case what the inspection concluded, by a document; whoever erred corrects it by another one. */
@Service
public class RecordConclusion {
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST = 4_000;

    private final ConclusionTable conclusions;
    private final CaseHistory cases;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    RecordConclusion(
            ConclusionTable conclusions,
            CaseHistory cases,
            Directory directory,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.conclusions = conclusions;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param corrects the number of the conclusion on the same case that this one corrects, or null
     * @throws Refusal if whoever is signed in is no inspector, there is no such case or conclusion, a word is missing or too
     *     long, or the document's day is still to come
     */
    @Transactional
    public void conclude(
            CaseKey key,
            Conclusion.Kind kind,
            String document,
            @Nullable LocalDate documentOn,
            String words,
            @Nullable Long corrects) {
        Person me = directory.me();
        if (!me.in(Groups.INSPECTOR)) {
            throw new Refusal.Forbidden("refusal.onlyInspector");
        }
        if (cases.find(key).isEmpty()) {
            throw new Refusal.NotFound("refusal.noCase", key);
        }
        written(document, LONGEST_NUMBER, "refusal.conclusion.document");
        written(words, LONGEST, "refusal.conclusion.words");
        if (documentOn == null || documentOn.isAfter(clock.today())) {
            throw new Refusal("refusal.conclusion.day");
        }
        List<Conclusion> earlier = of(key);
        if (earlier.stream()
                .anyMatch(one -> one.document().equals(document.strip())
                        && one.words().equals(words.strip())
                        && one.kind() == kind
                        && Objects.equals(one.corrects(), corrects))) {
            return; // the same form, sent again
        }
        if (corrects != null && earlier.stream().noneMatch(one -> one.id() == corrects)) {
            throw new Refusal("refusal.conclusion.corrects");
        }
        conclusions.insert(
                key,
                new Conclusion(
                        0, kind, document.strip(), documentOn, words.strip(), corrects, me.id(), clock.instant()));
        events.publishEvent(new ConclusionRecorded(key, kind, document.strip(), documentOn, words.strip(), corrects));
    }

    private static void written(String text, int longest, String refusal) {
        if (text.isBlank() || text.strip().length() > longest) {
            throw new Refusal(refusal, longest);
        }
    }

    /** What was concluded on a case, the oldest first; whether somebody may read the case is for the caller to know. */
    public List<Conclusion> of(CaseKey key) {
        return conclusions.of(key);
    }

    /**
     * An inspection's conclusion was attached to a case.
     *
     * @param caseKey the case
     * @param kind what was found
     * @param document the document's number
     * @param documentOn the document's day
     * @param words the conclusion
     * @param corrects the number of the one it corrects, or null
     */
    record ConclusionRecorded(
            CaseKey caseKey,
            Conclusion.Kind kind,
            String document,
            LocalDate documentOn,
            String words,
            @Nullable Long corrects)
            implements Recorded {}
}
