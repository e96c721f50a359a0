package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.plan.KeepParts;
import vn.giaoviec.plan.Parts;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/**
 * A head of a unit that reports a part registers what the unit expects of it this year, and may change it until the unit has
 * reported: nobody sets the bar after the jump.
 */
@Service
public class RegisterExpectation {
    private final ExpectationTable expectations;
    private final ReadingTable readings;
    private final KeepParts keepParts;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    RegisterExpectation(
            ExpectationTable expectations,
            ReadingTable readings,
            KeepParts keepParts,
            Directory directory,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.expectations = expectations;
        this.readings = readings;
        this.keepParts = keepParts;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param year the plan year
     * @param indicator the indicator's code
     * @param unit the unit's code
     * @param typed the figure, in Vietnamese or plain notation
     * @throws Refusal.Forbidden if whoever is signed in does not lead that unit, or it reports no part
     * @throws Refusal.NotFound if the plan has no such indicator
     * @throws Refusal.Conflict if the unit has reported already
     * @throws ReadingRefused if it is no figure
     */
    @Transactional
    public void register(int year, String indicator, String unit, String typed) {
        Person me = directory.me();
        Target target = keepParts.hold(year, indicator);
        Parts parts = target.parts();
        if (parts == null || !parts.has(unit) || !me.heads(unit)) {
            throw new Refusal.Forbidden("refusal.expectationNotYours", indicator);
        }
        BigDecimal expected = figure(target, typed.strip());
        if (readings.of(year, indicator).stream()
                .anyMatch(one -> one.ofPart() && one.unit().equals(unit) && (one.stands() || one.waits()))) {
            throw new Refusal.Conflict("refusal.expectationStays");
        }
        Expectation before = expectations.of(year, indicator).get(unit);
        if (before != null && before.expected().compareTo(expected) == 0) {
            return;
        }
        expectations.put(year, indicator, new Expectation(unit, expected, me.id(), clock.instant()));
        events.publishEvent(new ExpectationRegistered(year, indicator, unit, expected));
    }

    private static BigDecimal figure(Target target, String typed) {
        if (target.kind() == Target.Kind.QUALITATIVE) {
            throw new ReadingRefused("expected", "refusal.expectationOfAnswer");
        }
        if (NumberPhrase.isAmbiguous(typed)) {
            throw new ReadingRefused("expected", "refusal.readingNumberAmbiguous", typed);
        }
        return NumberPhrase.read(typed)
                .orElseThrow(() -> new ReadingRefused("expected", "refusal.readingNumber"))
                .setScale(4, RoundingMode.UNNECESSARY);
    }

    /**
     * A unit said what it expects.
     *
     * @param year the plan year
     * @param indicator the indicator's code
     * @param unit the unit
     * @param expected the figure it expects
     */
    record ExpectationRegistered(int year, String indicator, String unit, BigDecimal expected) implements Recorded {}
}
