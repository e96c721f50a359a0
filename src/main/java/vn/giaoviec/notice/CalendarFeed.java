package vn.giaoviec.notice;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.shared.Recorded;

/**
 * A person's due dates for the calendar of a telephone or mail program, which cannot sign in: whoever has the address reads them.
 * The address is shown once; what is kept only tells whether it is right.
 */
@Service
public class CalendarFeed {
    private static final int TOKEN_BYTES = 32;

    private final FeedTable table;
    private final DueCaseQuery cases;
    private final DueCalendar calendars;
    private final Directory directory;
    private final NoticeSettings settings;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    CalendarFeed(
            FeedTable table,
            DueCaseQuery cases,
            DueCalendar calendars,
            Directory directory,
            NoticeSettings settings,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.cases = cases;
        this.calendars = calendars;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** Since when the signed-in person's address is valid, if there is one. */
    public Optional<Instant> since() {
        return table.madeAt(directory.me().id());
    }

    /**
     * Makes an address for the signed-in person; an earlier one leads nowhere from now on.
     *
     * @return the address, which cannot be told again
     */
    @Transactional
    public String open() {
        String me = directory.me().id();
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        table.put(me, Sha256.of(token), clock.instant());
        events.publishEvent(new FeedOpened(me));
        return settings.link("/calendar/feed/" + token + ".ics");
    }

    /** The signed-in person's address leads nowhere from now on. */
    @Transactional
    public void revoke() {
        String me = directory.me().id();
        if (table.delete(me)) {
            events.publishEvent(new FeedRevoked(me));
        }
    }

    /** The due dates behind a token as iCalendar; nothing if the token is not valid, or its owner is not active any more. */
    @Transactional(readOnly = true)
    public Optional<String> read(String token) {
        return table.owner(Sha256.of(token))
                .flatMap(directory::person)
                .map(cases::of)
                .map(calendars::write);
    }

    /**
     * A person made due dates readable by an address.
     *
     * @param person whose
     */
    record FeedOpened(String person) implements Recorded {}

    /**
     * The address of a person's due dates was revoked.
     *
     * @param person whose
     */
    record FeedRevoked(String person) implements Recorded {}
}
