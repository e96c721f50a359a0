package vn.giaoviec.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.annex.Guess;
import vn.giaoviec.annex.Suggestion;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;

/** A person confirms, with one word, what is proposed for all rows that are undecided; nothing is taken without it. */
@Service
public class ConfirmGuesses {
    private final DecideRow rows;
    private final DecisionTable decisions;
    private final ReviewAnnex review;
    private final IntakeOffice office;
    private final WorkingDays days;
    private final BusinessClock clock;

    ConfirmGuesses(
            DecideRow rows,
            DecisionTable decisions,
            ReviewAnnex review,
            IntakeOffice office,
            WorkingDays days,
            BusinessClock clock) {
        this.rows = rows;
        this.decisions = decisions;
        this.review = review;
        this.office = office;
        this.days = days;
        this.clock = clock;
    }

    /**
     * @param id the draft
     * @param what what is confirmed
     * @return for how many rows or names something was decided
     * @throws Refusal if the actor is not of the plan office, or the draft is closed
     */
    @Transactional
    public int confirm(long id, What what) {
        Person me = office.member();
        rows.open(id);
        Review now = review.of(review.stored(id), days);
        if (what == What.NAMES) {
            return names(id, now, me);
        }
        List<Decision> made = proposed(now, what, me.id(), clock.instant());
        decisions.decide(id, made);
        return made.size();
    }

    /** For how many rows or names that are undecided something is proposed. */
    public static int offered(Review now, What what) {
        return what == What.NAMES
                ? (int) now.names().stream()
                        .filter(name -> name.meaning() == null && likeliest(name) != null)
                        .count()
                : proposed(now, what, "", Instant.EPOCH).size();
    }

    private static List<Decision> proposed(Review now, What what, String by, Instant at) {
        List<Decision> made = new ArrayList<>();
        for (ReviewedRow row : now.taken()) {
            Guess group = row.read().suggestedGroup();
            boolean guessed = !row.suggested().isEmpty();
            if (what == What.GROUPS && row.group() == null && group != null) {
                made.add(new Decision(row.line(), RowField.GROUP, group.code(), by, at));
            } else if (what == What.INDICATORS && row.supports() == null && guessed) {
                String first = row.suggested().get(0).code();
                made.add(new Decision(row.line(), RowField.INDICATORS, first + "=1", by, at));
            } else if (what == What.NO_INDICATORS && row.supports() == null && !guessed) {
                made.add(new Decision(row.line(), RowField.INDICATORS, Supports.NONE, by, at));
            }
        }
        for (ReviewedTarget target : now.takenTargets()) {
            List<Guess> guesses = target.read().indicators();
            if (what == What.TARGETS && target.code().isEmpty() && !guesses.isEmpty()) {
                String code = guesses.get(0).code();
                boolean free = made.stream().noneMatch(one -> one.content().equals(code))
                        && now.takenTargets().stream()
                                .noneMatch(one -> one.code().equals(code));
                if (free) {
                    made.add(new Decision(target.line(), RowField.CODE, code, by, at));
                }
            }
        }
        return made;
    }

    private int names(long id, Review now, Person me) {
        int made = 0;
        for (NameUse name : now.names()) {
            Suggestion first = likeliest(name);
            if (name.meaning() == null && first != null) {
                decisions.mean(id, new Meaning(Meaning.key(name.text()), first.unit(), null, me.id(), clock.instant()));
                made++;
            }
        }
        return made;
    }

    /** The unit to propose for a name; null if there is none, or two are as likely. */
    private static @Nullable Suggestion likeliest(NameUse name) {
        List<Suggestion> all = name.suggestions();
        if (all.isEmpty() || (all.size() > 1 && all.get(0).score() == all.get(1).score())) {
            return null;
        }
        Suggestion first = all.get(0);
        return first.reason() == Suggestion.Reason.ENDED || first.reason() == Suggestion.Reason.GROUP ? null : first;
    }

    /** What may be confirmed for all rows at once. */
    public enum What {
        GROUPS,
        INDICATORS,
        /** That rows for which nothing is proposed support no indicator. */
        NO_INDICATORS,
        /** Which indicators the rows of targets are. */
        TARGETS,
        /** The likeliest unit for each name. */
        NAMES
    }
}
