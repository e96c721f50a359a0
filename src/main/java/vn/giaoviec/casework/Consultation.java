package vn.giaoviec.casework;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.SettledDays;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;

/** Asking the co-ordinating units for their opinion (lấy ý kiến). */
@Service
public class Consultation {
    private final Plans plans;
    private final SettledDays settledDays;
    private final BusinessClock clock;

    Consultation(Plans plans, SettledDays settledDays, BusinessClock clock) {
        this.plans = plans;
        this.settledDays = settledDays;
        this.clock = clock;
    }

    /** The units to ask: those the plan names as co-ordinating, except the accountable unit itself. */
    public List<String> unitsToAsk(CaseKey key) {
        return plans.assignment(key.year(), key.assignment()).stream()
                .flatMap(assignment -> assignment.coordinating().stream())
                .map(Assignment.Involved::unit)
                .filter(unit -> !unit.equals(key.unit()))
                .toList();
    }

    /** When an answer is due: at the end of the given working day from today. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant answerBy(int workingDaysFromNow) {
        return settledDays
                .known()
                .after(clock.today(), workingDaysFromNow)
                .atTime(23, 59, 59)
                .atZone(BusinessClock.ZONE)
                .toInstant();
    }
}
