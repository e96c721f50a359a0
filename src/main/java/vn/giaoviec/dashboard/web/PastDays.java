package vn.giaoviec.dashboard.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.BusinessClock;

/**
 * What was counted for days that are over. How the cases of a plan stood then changes no more, so each node counts it once,
 * and whoever asks for the same meanwhile waits for the answer instead of asking the database too.
 *
 * @param <T> what is counted
 */
final class PastDays<T> {
    /** Whatever began to be written before a day ended is committed by then; only the demo's clock can jump over it. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private static final int MOST = 200;

    private final BusinessClock clock;
    private final Cache<PastDay, Counted<T>> days =
            Caffeine.newBuilder().maximumSize(MOST).build();

    PastDays(BusinessClock clock) {
        this.clock = clock;
    }

    /** What is known of a day, or what counting it comes to. */
    T of(int year, LocalDate day, Supplier<T> count) {
        return of(year, day, any -> true, count);
    }

    /** The same where it depends on something else too: what is known and does not fit any more is counted again. */
    T of(int year, LocalDate day, Predicate<T> fits, Supplier<T> count) {
        Instant now = clock.instant();
        if (!isSettled(day, now)) {
            return count.get();
        }
        PastDay key = new PastDay(year, day);
        Counted<T> counted = days.get(key, any -> new Counted<>(now, count.get()));
        if (counted.at.isAfter(now) || !fits.test(counted.what)) {
            counted = new Counted<>(now, count.get());
            days.put(key, counted);
        }
        return counted.what;
    }

    /** The same of several days, those that are not known counted together. */
    Map<LocalDate, T> of(int year, Collection<LocalDate> asked, Function<List<LocalDate>, Map<LocalDate, T>> count) {
        Instant now = clock.instant();
        Map<LocalDate, T> found = new HashMap<>();
        for (LocalDate day : asked) {
            Counted<T> counted = known(new PastDay(year, day));
            if (counted != null && !counted.at.isAfter(now)) {
                found.put(day, counted.what);
            }
        }
        List<LocalDate> missing =
                asked.stream().filter(day -> !found.containsKey(day)).toList();
        if (!missing.isEmpty()) {
            count.apply(missing).forEach((day, what) -> {
                found.put(day, what);
                if (isSettled(day, now)) {
                    days.put(new PastDay(year, day), new Counted<>(now, what));
                }
            });
        }
        return found;
    }

    private @Nullable Counted<T> known(PastDay key) {
        return days.getIfPresent(key);
    }

    private static boolean isSettled(LocalDate day, Instant now) {
        return now.isAfter(CaseListQuery.endOf(day).plus(SETTLED));
    }

    private record PastDay(int year, LocalDate day) {}

    /**
     * @param at when it was counted: a test may turn back time, and then it is not known any more
     * @param what what it came to
     */
    private record Counted<T>(Instant at, T what) {}
}
