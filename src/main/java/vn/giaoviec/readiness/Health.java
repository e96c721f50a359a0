package vn.giaoviec.readiness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Whether this node should be given work now: its database answers, and both agree on the time. Leases and due timers are
 * compared across nodes, so a node whose clock has run away must rest. Why it should rest is for the log only.
 */
@Service
public class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration MOST_SKEW = Duration.ofSeconds(2);

    private final ServerQuery server;
    private final Clock realClock;
    private @Nullable CompletableFuture<Duration> asked;

    Health(ServerQuery server, Clock realClock) {
        this.server = server;
        this.realClock = realClock;
    }

    /** Whether the node is fit; answers after two seconds at the latest. */
    public boolean good() {
        try {
            Duration skew = ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (skew.compareTo(MOST_SKEW) > 0) {
                LOG.warn("the clocks of this process and of the database are {} apart", skew);
                return false;
            }
            return true;
        } catch (TimeoutException | ExecutionException unreachable) {
            LOG.warn("the database does not answer: {}", String.valueOf(unreachable.getCause()));
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Whether this process and the database agree on the time; asked within the caller's transaction. Where they do not, this
     * node must not decide what is due: it would remind and escalate too early, or let others wait.
     */
    public boolean clocksAgree() {
        // an embedded database has this process's own clock
        return !server.isMariaDb() || skew().compareTo(MOST_SKEW) <= 0;
    }

    /** One question at a time: while the database is silent, impatient callers share it instead of piling up. */
    private synchronized CompletableFuture<Duration> ask() {
        CompletableFuture<Duration> running = asked;
        if (running == null || running.isDone()) {
            running = new CompletableFuture<>();
            asked = running;
            CompletableFuture<Duration> answer = running;
            Thread asker = new Thread(() -> answer(answer), "health");
            asker.setDaemon(true);
            asker.start();
        }
        return running;
    }

    private void answer(CompletableFuture<Duration> answer) {
        try {
            answer.complete(skew());
        } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
        }
    }

    /** How far the database's time lies outside the span in which it was asked. */
    private Duration skew() {
        Instant before = realClock.instant();
        Instant there = server.now();
        Instant after = realClock.instant();
        if (there.isBefore(before)) {
            return Duration.between(there, before);
        }
        return there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
    }
}
