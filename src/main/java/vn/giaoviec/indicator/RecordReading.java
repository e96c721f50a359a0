package vn.giaoviec.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.plan.KeepParts;
import vn.giaoviec.plan.Parts;
import vn.giaoviec.plan.RollUp;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.BroughtFile;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/**
 * The unit that owns an indicator, or each of the units among which it is divided, reports what was measured; it counts
 * once a second person has approved it.
 */
@Service
public class RecordReading {
    private final ReadingTable readings;
    private final ReadingChunkTable chunks;
    private final KeepParts keepParts;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    RecordReading(
            ReadingTable readings,
            ReadingChunkTable chunks,
            KeepParts keepParts,
            Directory directory,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.readings = readings;
        this.chunks = chunks;
        this.keepParts = keepParts;
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
     * @throws Refusal.Forbidden if whoever is signed in does not work in the unit that reports
     * @throws Refusal.NotFound if the plan has no such indicator
     * @throws Refusal.Conflict if somebody else entered the same period, or corrected the same reading, at the same moment
     * @throws ReadingRefused with every mistake in the form; or if the period is reported already, or the reading to
     *     correct is none that counts
     * @throws Refusal if the whole province's value is typed though it is rolled up
     */
    @Transactional
    public long record(int year, String indicator, TypedReading typed) {
        Person me = directory.me();
        Target target = keepParts.hold(year, indicator);
        boolean ofPart = !typed.unit().isEmpty();
        String unit = unit(target, typed.unit(), me);
        if (!ofPart && target.parts() != null && typed.corrects().isEmpty()) {
            throw new Refusal("refusal.readingIsRolledUp", indicator);
        }
        Reported reported = ReadingForm.read(target, ofPart, clock.today(), typed);
        EarlierReadings earlier = new EarlierReadings(readings.of(year, indicator), unit, ofPart);
        Optional<Reading> same = earlier.same(me.id(), reported);
        if (same.isPresent()) {
            return same.get().id();
        }
        Reading corrected = earlier.corrected(reported.corrects());
        earlier.refuseIfTaken(reported.period(), corrected);
        if (ofPart && target.parts() != null && target.parts().rule() == RollUp.SUM) {
            earlier.refuseUnlessAddable(reported);
        }
        long id = enter(year, indicator, earlier, reported, corrected, me);
        keep(typed.file(), id);
        events.publishEvent(new ReadingEntered(year, indicator, unit, ofPart, id, reported));
        return id;
    }

    /** The unit that reports: of the whole the owner, of a part whose part it is. */
    private static String unit(Target target, String part, Person me) {
        Parts parts = target.parts();
        boolean reports = parts != null && parts.has(part);
        String unit = part.isEmpty() ? target.owner() : reports ? part : null;
        if (unit == null || !me.worksIn(unit)) {
            throw new Refusal.Forbidden("refusal.readingNotYourIndicator", target.code());
        }
        return unit;
    }

    private long enter(
            int year,
            String indicator,
            EarlierReadings earlier,
            Reported reported,
            @Nullable Reading corrected,
            Person me) {
        boolean held = corrected != null && corrected.reported().period().equals(reported.period());
        try {
            return readings.insert(
                    year,
                    indicator,
                    earlier.unit(),
                    earlier.ofPart(),
                    reported,
                    me.id(),
                    clock.instant(),
                    held ? null : reported.period().key());
        } catch (DuplicateKeyException faster) {
            throw new Refusal.Conflict("refusal.someoneWasFaster");
        }
    }

    private void keep(ReadingFile.@Nullable Typed file, long id) {
        if (file == null) {
            return;
        }
        try (InputStream content = file.content().open()) {
            BroughtFile.of(file.name(), content).read((number, chunk) -> chunks.append(id, number, chunk));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A measured value was entered.
     *
     * @param year the plan year
     * @param indicator the indicator's code
     * @param unit the unit that reports
     * @param ofPart whether it is of that unit's part only
     * @param reading the reading's number
     * @param reported what it reports, with the digest of the file that proves it
     */
    record ReadingEntered(int year, String indicator, String unit, boolean ofPart, long reading, Reported reported)
            implements Recorded {}
}
