package vn.giaoviec.walk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.casework.Audience;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.DeadlineSignalled;
import vn.giaoviec.shared.CaseKey;

/** What a careful observer knows of a case, and whom its deadline must have told what. */
final class Ghost {
    /** Working days after the deadline, or before it. */
    private static final Map<Integer, Audience> LADDER = Map.of(
            -7, Audience.UNIT,
            -3, Audience.UNIT,
            -1, Audience.UNIT,
            0, Audience.UNIT,
            1, Audience.HEAD,
            3, Audience.PLAN_OFFICE,
            7, Audience.LEADER);

    private final CaseKey key;
    private final double diligence;
    private final Set<String> passed = new HashSet<>();
    private final List<DeadlineSignalled> told = new ArrayList<>();
    private Case now;

    /**
     * @param diligence how likely its people do something on a working day, from 0 to 1
     */
    Ghost(CaseKey key, Case now, double diligence) {
        this.key = key;
        this.now = now;
        this.diligence = diligence;
    }

    CaseKey key() {
        return key;
    }

    double diligence() {
        return diligence;
    }

    /** The case as it was last seen. */
    Case now() {
        return now;
    }

    List<DeadlineSignalled> told() {
        return told;
    }

    void sees(Case current) {
        now = current;
    }

    boolean isOpen() {
        return now.state() == Case.State.OPEN;
    }

    /** Says who has to be told by a moment, of what the case is last seen to be: of several steps at once, the latest. */
    void climbs(LocalDateTime moment, WorkingDays days) {
        if (!isOpen()) {
            return;
        }
        Instant submitted = now.submittedAt();
        boolean handedInInTime = submitted != null && !day(submitted).isAfter(now.dueOn());
        Map<Audience, Integer> latest = new EnumMap<>(Audience.class);
        for (int step : List.of(-7, -3, -1, 0, 1, 3, 7)) {
            LocalDate on = step <= 0 ? days.before(now.dueOn(), -step) : days.after(now.dueOn(), step);
            LocalDateTime time = on.atTime(LocalTime.of(7, 30));
            boolean moot = step <= 0 && time.isBefore(LocalDateTime.ofInstant(now.since(), BusinessClock.ZONE));
            Audience audience = Objects.requireNonNull(LADDER.get(step));
            boolean concerned = !handedInInTime || audience == Audience.PLAN_OFFICE;
            if (!moot && concerned && !time.isAfter(moment) && passed.add(now.dueOn() + " " + step)) {
                latest.put(audience, step);
            }
        }
        latest.forEach((audience, step) -> told.add(new DeadlineSignalled(key, audience, step, now.dueOn())));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BusinessClock.ZONE);
    }
}
