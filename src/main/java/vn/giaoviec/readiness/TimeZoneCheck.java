package vn.giaoviec.readiness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;

/** The engine keeps local times without a zone: one process or session elsewhere, and every deadline moves by hours. */
@Component
class TimeZoneCheck implements StartUpCheck {
    private final ServerQuery server;
    private final Clock realClock;

    TimeZoneCheck(ServerQuery server, Clock realClock) {
        this.server = server;
        this.realClock = realClock;
    }

    @Override
    public String name() {
        return "time zone";
    }

    @Override
    public List<Problem> problems() {
        Instant now = realClock.instant();
        ZoneOffset needed = BusinessClock.ZONE.getRules().getOffset(now);
        List<Problem> problems = new ArrayList<>();
        Duration here = Duration.ofMillis(TimeZone.getDefault().getOffset(now.toEpochMilli()));
        if (here.toSeconds() != needed.getTotalSeconds()) {
            problems.add(Problem.of(
                    "startUp.processZone", TimeZone.getDefault().getID(), BusinessClock.ZONE.getId(), needed.getId()));
        }
        if (server.isMariaDb()) {
            Duration session = server.sessionOffset();
            if (session.toSeconds() != needed.getTotalSeconds()) {
                problems.add(Problem.of("startUp.sessionZone", session.toMinutes(), needed.getId()));
            }
        }
        return problems;
    }
}
