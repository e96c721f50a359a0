package vn.giaoviec.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.OpenStep;

/** What a deadline asks of the step that is completed. */
@Component
class StepTimes {
    private final PeriodTable periods;
    private final BusinessClock clock;

    StepTimes(PeriodTable periods, BusinessClock clock) {
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * @throws Refusal with the reason
     */
    void check(OpenStep step, Case theCase, Draft draft, @Nullable String option) {
        switch (step.element()) {
            case CompleteStep.ASSIGN -> {
                String day = draft.field(CompleteStep.INTERNAL_DUE).strip();
                if (!day.isEmpty()) {
                    internalDue(theCase, CompleteStep.day(CompleteStep.INTERNAL_DUE, day));
                }
            }
            case CompleteStep.SUBMIT -> {
                if (isLate(theCase, clock.today())
                        && draft.field(CompleteStep.LATENESS).isBlank()) {
                    throw new Refusal("refusal.latenessReasonMissing", theCase.dueOn());
                }
                if (theCase.recurs() && !periods.of(theCase.key()).stream().allMatch(Period::isAccepted)) {
                    throw new Refusal("refusal.reportsMissing");
                }
            }
            case CompleteStep.ACCEPT -> {
                LocalDate end = theCase.dueOn();
                if (theCase.recurs()
                        && "accepted".equals(option)
                        && clock.today().isBefore(end)) {
                    throw new Refusal("refusal.recurringNotDoneBefore", end);
                }
            }
            default -> {
                // no rule of time
            }
        }
    }

    /** Whether handing the product in now is late. */
    static boolean isLate(Case theCase, LocalDate today) {
        return today.isAfter(theCase.dueOn());
    }

    /** The deadline inside the unit is never later than the one from above. */
    private void internalDue(Case theCase, LocalDate day) {
        if (day.isAfter(theCase.dueOn())) {
            throw new Refusal("refusal.internalDueTooLate", theCase.dueOn());
        }
        if (day.isBefore(clock.today())) {
            throw new Refusal("refusal.internalDuePast");
        }
    }
}
