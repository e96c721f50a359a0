package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.SettledDays;
import vn.giaoviec.casework.AcceptProduct.ProductAccepted;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/** The report that a recurring case owes for a period: opened when the period is over, accepted like a product. */
@Service
public class AcceptReport {
    private final CaseTable cases;
    private final PeriodTable periods;
    private final ReportingPeriods reportingPeriods;
    private final SettledDays settledDays;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    AcceptReport(
            CaseTable cases,
            PeriodTable periods,
            ReportingPeriods reportingPeriods,
            SettledDays settledDays,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.periods = periods;
        this.reportingPeriods = reportingPeriods;
        this.settledDays = settledDays;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Called by the process that carries the report.
     *
     * @return until when it is due
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant open(CaseKey key, int number) {
        Period period = period(key, number);
        LocalDate due = reportingPeriods.reportDue(period, period.months(), clock.today(), settledDays.known());
        periods.due(key, number, due);
        events.publishEvent(new ReportOpened(key, number, period.from(), period.to(), due));
        return MoveDeadline.endOf(due);
    }

    /**
     * Called by the process once the plan office has accepted the report: it counts as its share of the case.
     *
     * @throws Refusal.Conflict if it was accepted in the meantime
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void accept(CaseKey key, int number) {
        Case theCase = cases.find(key).orElseThrow();
        if (!cases.accepted(key, theCase.acceptanceNumber()) || !periods.accepted(key, number, clock.instant())) {
            throw new Refusal.Conflict("refusal.someoneWasFaster");
        }
        events.publishEvent(new ReportAccepted(key, number));
        int accepted = (int) periods.of(key).stream().filter(Period::isAccepted).count();
        events.publishEvent(new ProductAccepted(key, theCase.acceptanceNumber() + 1, accepted, theCase.reports()));
    }

    private Period period(CaseKey key, int number) {
        return periods.of(key).stream()
                .filter(period -> period.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /**
     * A reporting period was over, and its report fell due.
     *
     * @param caseKey the case
     * @param number which period of the case
     * @param from its first day
     * @param to its last day
     * @param dueOn when the report is due
     */
    record ReportOpened(CaseKey caseKey, int number, LocalDate from, LocalDate to, LocalDate dueOn)
            implements Recorded {}

    /**
     * The report of a period was accepted.
     *
     * @param caseKey the case
     * @param number which period of the case
     */
    record ReportAccepted(CaseKey caseKey, int number) implements Recorded {}
}
