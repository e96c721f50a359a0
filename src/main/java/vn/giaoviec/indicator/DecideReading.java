package vn.giaoviec.indicator;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.substitution.FourEyes;

/** A head of the unit that reports, and not the one who entered it, approves a reading, which locks it, or returns it. */
@Service
public class DecideReading {
    private final ReadingTable readings;
    private final Directory directory;
    private final FourEyes fourEyes;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    DecideReading(
            ReadingTable readings,
            Directory directory,
            FourEyes fourEyes,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.readings = readings;
        this.directory = directory;
        this.fourEyes = fourEyes;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param year the plan year
     * @param indicator the indicator's code
     * @param id the reading's number
     * @param decision {@code approved} or {@code returned}
     * @param reason why; may be empty when approved
     * @throws Refusal.NotFound if the indicator has no such reading
     * @throws Refusal.Forbidden if whoever is signed in does not lead the unit, entered the reading, or stands in
     *     for whoever did
     * @throws Refusal.Conflict if somebody has decided on it
     * @throws ReadingRefused if the decision is none, or the reason of a return is missing or too long
     */
    @Transactional
    public void decide(int year, String indicator, long id, String decision, String reason) {
        Person me = directory.me();
        Reading reading = readings.of(year, indicator).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("refusal.noReading", id));
        refuseUnlessEntitled(me, reading);
        Reading.State state = state(decision);
        String why = reason(state, reason.strip());
        if (!readings.decide(id, state, new Reading.Decision(me.id(), clock.instant(), why))) {
            throw new Refusal.Conflict("refusal.readingDecided", id);
        }
        Long corrects = reading.reported().corrects();
        if (state == Reading.State.RETURNED) {
            readings.letGo(id);
        } else if (corrects != null) {
            readings.passOn(corrects, id, reading.reported().period().key());
        }
        events.publishEvent(new ReadingDecided(year, indicator, reading.unit(), id, state, why));
    }

    private void refuseUnlessEntitled(Person me, Reading reading) {
        if (!me.heads(reading.unit())) {
            throw new Refusal.Forbidden("refusal.readingOnlyHeadsDecide");
        }
        if (fourEyes.bars(me.id(), List.of(reading.by()))) {
            throw new Refusal.Forbidden("refusal.readingFourEyes");
        }
    }

    private static Reading.State state(String decision) {
        return switch (decision.toUpperCase(Locale.ROOT)) {
            case "APPROVED" -> Reading.State.APPROVED;
            case "RETURNED" -> Reading.State.RETURNED;
            default -> throw new ReadingRefused("decision", "refusal.readingDecision");
        };
    }

    private static @Nullable String reason(Reading.State state, String reason) {
        boolean missing = reason.isEmpty() && state == Reading.State.RETURNED;
        if (missing || reason.length() > ReadingForm.LONGEST_REASON) {
            throw new ReadingRefused("reason", "refusal.readingReturnReason", ReadingForm.LONGEST_REASON);
        }
        return reason.isEmpty() ? null : reason;
    }

    /**
     * A second person decided on a measured value.
     *
     * @param year the plan year
     * @param indicator the indicator's code
     * @param unit the unit that reports
     * @param reading the reading's number
     * @param state what has become of it
     * @param reason why, or null
     */
    record ReadingDecided(
            int year,
            String indicator,
            String unit,
            long reading,
            Reading.State state,
            @Nullable String reason) implements Recorded {}
}
