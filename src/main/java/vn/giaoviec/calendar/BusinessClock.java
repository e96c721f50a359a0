package vn.giaoviec.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/**
 * Business time: due dates, reminders, reports and the engine's timers read it. In production it is the real time; in
 * the demo it runs ahead of or behind it by an offset that only grows, so that a plan of 2024 can be lived through
 * today. Sign-in, leases and seals read the real clock instead.
 */
@Component
public class BusinessClock extends Clock {
    /** The province's zone; it has no daylight saving time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Clock realClock;
    private final CalendarSettings settings;
    private final DemoClockTable table;
    private final ApplicationEventPublisher events;
    private volatile Duration offset;

    BusinessClock(Clock realClock, CalendarSettings settings, DemoClockTable table, ApplicationEventPublisher events) {
        this.realClock = realClock;
        this.settings = settings;
        this.table = table;
        this.events = events;
        this.offset = settings.demo() ? table.offset().orElseGet(this::startDemo) : Duration.ZERO;
    }

    private Duration startDemo() {
        Instant start = settings.demoStart().atTime(8, 0).atZone(ZONE).toInstant();
        Duration fromNow = Duration.between(realClock.instant(), start);
        table.start(fromNow);
        return table.offset().orElse(fromNow);
    }

    /** Whether business time is a demo's: shown on every page, and movable by the plan office. */
    public boolean isDemo() {
        return settings.demo();
    }

    /** How far business time stands from real time; zero in production. */
    public Duration offset() {
        return offset;
    }

    /** Today's date in the province. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }

    /**
     * Moves the demo forward to the morning of a later day.
     *
     * @throws Refusal outside the demo, or if the day is not later than today, or more than two years ahead
     */
    @Transactional
    public void advanceTo(LocalDate day) {
        if (!isDemo()) {
            throw new Refusal.Forbidden("refusal.clockIsReal");
        }
        LocalDate today = today();
        if (!day.isAfter(today)) {
            throw new Refusal("refusal.clockOnlyForward", today);
        }
        if (day.isAfter(today.plusYears(2))) {
            throw new Refusal("refusal.clockTooFar", today.plusYears(2));
        }
        Duration moved = Duration.between(
                        realClock.instant(), day.atTime(8, 0).atZone(ZONE).toInstant())
                .truncatedTo(ChronoUnit.MILLIS); // as the engine's clock and our table keep it
        table.move(moved);
        offset = moved;
        events.publishEvent(new ClockAdvanced(today, day));
    }

    @Override
    public Instant instant() {
        return realClock.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(realClock.withZone(zone), offset);
    }

    /**
     * The demo's calendar was moved forward.
     *
     * @param from the day it was
     * @param to the day it became
     */
    public record ClockAdvanced(LocalDate from, LocalDate to) implements Recorded {}

    static Clock systemClock() {
        return Clock.system(ZoneOffset.UTC);
    }
}
