package vn.giaoviec.intake;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.directory.Person;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Text;

/** A person decides what a name means, for all rows at once. */
@Service
public class DecideName {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,20}");
    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_MEANING = 1_000;
    private static final int LONGEST_NAME = 200;

    private final DecideRow rows;
    private final DecisionTable decisions;
    private final ReviewAnnex review;
    private final IntakeOffice office;
    private final WorkingDays days;
    private final BusinessClock clock;

    DecideName(
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
     * @param words the name, as it stands in the annex
     * @param units codes of the units it means; empty if it is no unit of ours
     * @throws Refusal if the actor is not of the plan office, the draft is closed, or a unit is not known
     */
    @Transactional
    public void means(long id, String words, String units) {
        decide(id, words, units, null);
    }

    /**
     * The name means a unit that the directory does not know yet; it is added when the draft is applied.
     *
     * @param code its code, capital letters and digits
     * @param name its name
     * @param kind what kind of body it is
     * @param from its first day
     * @throws Refusal if the actor is not of the plan office, the draft is closed, or the code is taken or no code
     */
    @Transactional
    public void meansNew(long id, String words, String code, String name, Unit.Kind kind, @Nullable LocalDate from) {
        String plain = name.strip();
        if (!CODE.matcher(code.strip()).matches()) {
            throw new Refusal("refusal.intakeUnitCode", code);
        }
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw new Refusal("refusal.intakeUnitName", LONGEST_NAME);
        }
        if (from == null) {
            throw new Refusal("refusal.intakeUnitFrom");
        }
        decide(id, words, code.strip(), new Unit(code.strip(), new Text(plain, plain), plain, kind, from, null, null));
    }

    private void decide(long id, String words, String units, @Nullable Unit added) {
        Person me = office.member();
        Draft draft = rows.open(id);
        Review now = review.of(review.stored(id), days);
        String key = Meaning.key(words);
        if (key.isEmpty() || key.length() > LONGEST_WORDS) {
            throw new Refusal("refusal.intakeNameTooLong", LONGEST_WORDS);
        }
        String meaning = Meaning.OUTSIDE;
        if (added != null) {
            refuseIfKnown(now, added, key);
            meaning = added.code();
        } else if (!units.isBlank()) {
            meaning = new CellRules(now.basis(), draft.heading(), false).units(units, true);
        }
        if (meaning.length() > LONGEST_MEANING) {
            throw new Refusal("refusal.intakeCellTooLong", LONGEST_MEANING);
        }
        Unit unit = added != null ? added : namedBefore(now, meaning);
        decisions.mean(id, new Meaning(key, meaning, unit, me.id(), clock.instant()));
    }

    /** A code stands for one unit; whoever brings it with this very name may say it again. */
    private static void refuseIfKnown(Review now, Unit added, String key) {
        Optional<Unit> known = now.basis().units().stream()
                .filter(unit -> unit.code().equals(added.code()))
                .findFirst();
        boolean mine = now.names().stream()
                .map(NameUse::meaning)
                .anyMatch(meaning -> meaning != null
                        && meaning.words().equals(key)
                        && meaning.unit() != null
                        && meaning.unit().code().equals(added.code()));
        if (known.isPresent() && !mine) {
            throw new Refusal.Conflict(
                    "refusal.intakeUnitKnown", added.code(), known.get().name().vi());
        }
    }

    /** Another name of a unit that is new brings the unit too, so that it does not vanish with the first name. */
    private static @Nullable Unit namedBefore(Review now, String meaning) {
        return now.names().stream()
                .map(NameUse::meaning)
                .flatMap(one -> Optional.ofNullable(one == null ? null : one.unit()).stream())
                .filter(unit -> unit.code().equals(meaning))
                .findFirst()
                .orElse(null);
    }
}
