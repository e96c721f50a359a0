package vn.giaoviec.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/** The unit that owns an indicator reports what was measured; it counts once a second person has approved it. */
@Service
public class RecordReading {
    private final ReadingTable readings;
    private final Plans plans;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    RecordReading(
            ReadingTable readings,
            Plans plans,
            Directory directory,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.readings = readings;
        this.plans = plans;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Enters a reading, to be decided on by somebody else. The same form sent again by the same person enters nothing twice.
     *
     * @param year the plan year
     * @param indicator the indicator's code
     * @param typed what was typed
     * @return the reading's number
     * @throws Refusal.Forbidden if whoever is signed in does not work in the unit that owns the indicator
     * @throws Refusal.NotFound if the plan has no such indicator
     * @throws Refusal.Conflict if somebody else entered the same period, or corrected the same reading, at the same moment
     * @throws ReadingRefused with every mistake in the form; or if the period is reported already, or the reading to
     *     correct is none that counts
     */
    @Transactional
    public long record(int year, String indicator, TypedReading typed) {
        Person me = directory.me();
        Target target =
                plans.target(year, indicator).orElseThrow(() -> new Refusal.NotFound("refusal.noIndicator", indicator));
        String unit = target.owner();
        if (unit == null || !me.worksIn(unit)) {
            throw new Refusal.Forbidden("refusal.readingNotYourIndicator", indicator);
        }
        Reported reported = ReadingForm.read(target, clock.today(), typed);
        List<Reading> earlier = readings.of(year, indicator);
        Optional<Reading> same = earlier.stream()
                .filter(one -> one.waits()
                        && one.by().equals(me.id())
                        && one.reported().equals(reported))
                .findFirst();
        if (same.isPresent()) {
            return same.get().id();
        }
        Reading corrected = corrected(reported.corrects(), earlier);
        refuseIfTaken(reported.period(), corrected, earlier);
        return enter(year, indicator, unit, reported, corrected, me);
    }

    private long enter(
            int year, String indicator, String unit, Reported reported, @Nullable Reading corrected, Person me) {
        Instant now = clock.instant();
        boolean held = corrected != null && corrected.reported().period().equals(reported.period());
        try {
            long id = readings.insert(
                    year,
                    indicator,
                    unit,
                    reported,
                    me.id(),
                    now,
                    held ? null : reported.period().key());
            events.publishEvent(new ReadingEntered(year, indicator, unit, id, reported));
            return id;
        } catch (DuplicateKeyException faster) {
            throw new Refusal.Conflict("refusal.someoneWasFaster");
        }
    }

    private static @Nullable Reading corrected(@Nullable Long corrects, List<Reading> earlier) {
        if (corrects == null) {
            return null;
        }
        Reading corrected = earlier.stream()
                .filter(one -> one.id() == corrects && one.stands())
                .findFirst()
                .orElseThrow(() -> new ReadingRefused("corrects", "refusal.readingCorrects"));
        if (earlier.stream()
                .anyMatch(one -> one.waits() && corrects.equals(one.reported().corrects()))) {
            throw new ReadingRefused("corrects", "refusal.readingCorrectionWaits", corrects);
        }
        return corrected;
    }

    /** Of each period one reading counts or waits, and besides at most one that corrects it. */
    private static void refuseIfTaken(ReadingPeriod period, @Nullable Reading corrected, List<Reading> earlier) {
        earlier.stream()
                .filter(one -> (one.stands() || one.waits()) && !one.equals(corrected))
                .filter(one -> one.reported().period().equals(period))
                .findFirst()
                .ifPresent(taken -> {
                    throw new ReadingRefused(
                            "asOf",
                            taken.stands() ? "refusal.readingPeriodApproved" : "refusal.readingPeriodWaits",
                            taken.id());
                });
    }

    /**
     * A measured value was entered.
     *
     * @param year the plan year
     * @param indicator the indicator's code
     * @param unit the unit that reports
     * @param reading the reading's number
     * @param reported what it reports
     */
    record ReadingEntered(int year, String indicator, String unit, long reading, Reported reported)
            implements Recorded {}
}
