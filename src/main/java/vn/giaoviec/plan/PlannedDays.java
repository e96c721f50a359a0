package vn.giaoviec.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.DependsOnDays;
import vn.giaoviec.calendar.Moved;
import vn.giaoviec.calendar.WorkingDays;

/**
 * Deadlines that the words of a plan name move with the working days until their cases are opened; from then on the case
 * has its own. A date that somebody decided otherwise stays, and so does one that is past.
 */
@Component
class PlannedDays implements DependsOnDays {
    private final Plans plans;
    private final PlanTable table;
    private final BusinessClock clock;

    PlannedDays(Plans plans, PlanTable table, BusinessClock clock) {
        this.plans = plans;
        this.table = table;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Moves look(WorkingDays before, WorkingDays after) {
        LocalDate today = clock.today();
        List<Moved> told = new ArrayList<>();
        Map<Integer, Map<String, LocalDate>> moves = new LinkedHashMap<>();
        for (Plan plan : plans.all()) {
            for (Assignment assignment : plans.assignments(plan.year())) {
                LocalDate from = assignment.dueOn();
                LocalDate to = plans.dueOn(plan, assignment, after).orElse(from);
                boolean ruledByWords = plans.dueOn(plan, assignment, before).equals(Optional.of(from));
                if (ruledByWords && !to.equals(from) && !from.isBefore(today) && !to.isBefore(today)) {
                    moves.computeIfAbsent(plan.year(), any -> new LinkedHashMap<>())
                            .put(assignment.code(), to);
                    if (!plan.isIssued()) { // of an issued one its cases tell
                        told.add(Moved.of(
                                "moved.planned", assignment.code(), assignment.title(), from, to, before, after));
                    }
                }
            }
        }
        return new Moves() {
            @Override
            public List<Moved> told() {
                return told;
            }

            @Override
            public void apply(String reason) {
                moves.forEach(table::due);
            }
        };
    }
}
