package vn.giaoviec.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Turns;

/** The plan office makes a report: what it says is frozen, numbered and hashed, and the number and hash are recorded. */
@Service
public class MakeReport {
    private final ReportTable table;
    private final TakeSnapshot takeSnapshot;
    private final Plans plans;
    private final ReportSettings settings;
    private final Directory directory;
    private final Turns turns;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    MakeReport(
            ReportTable table,
            TakeSnapshot takeSnapshot,
            Plans plans,
            ReportSettings settings,
            Directory directory,
            Turns turns,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.takeSnapshot = takeSnapshot;
        this.plans = plans;
        this.settings = settings;
        this.directory = directory;
        this.turns = turns;
        this.clock = clock;
        this.events = events;
    }

    /** The periods a plan can be reported on, with the usual cut-offs. */
    public List<ReportPeriod> periods(int planYear) {
        return ReportPeriod.ofYear(planYear, settings.cutOffDay());
    }

    /**
     * Two who make one at the same time get two numbers; whoever makes again what has been made, word by word, gets that.
     *
     * @param period {@link ReportPeriod#code()} of one of the plan's periods
     * @param cutOff the last day that counts, or null for the usual one; it has to be over, so that nothing can still change
     * @throws Refusal if the person is not of the plan office, the plan is unknown or not issued, or the cut-off is not over or
     *     before the period
     */
    @Transactional
    public Report make(int planYear, String period, @Nullable LocalDate cutOff) {
        Person me = directory.me();
        if (!me.in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.onlyPlanOfficeReports");
        }
        Plan plan = plans.of(planYear).orElseThrow(() -> new Refusal.NotFound("refusal.noPlan", planYear));
        if (!plan.isIssued()) {
            throw new Refusal("refusal.reportBeforeIssue");
        }
        ReportPeriod asked = asked(planYear, period, cutOff);
        String snapshot = CanonicalJson.write(takeSnapshot.of(plan, asked));
        String sha256 = CanonicalJson.sha256(snapshot);
        turns.take("reports");
        Report same = table.same(planYear, sha256).orElse(null);
        if (same != null) {
            return same;
        }
        int year = clock.today().getYear();
        Report report = new Report(
                year, table.next(year), planYear, asked, snapshot, sha256, me.id(), me.name(), clock.instant());
        table.insert(report);
        events.publishEvent(new ReportMade(
                report.written(), planYear, asked.kind(), asked.number(), asked.from(), asked.to(), sha256));
        return report;
    }

    private ReportPeriod asked(int planYear, String code, @Nullable LocalDate cutOff) {
        ReportPeriod usual = periods(planYear).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("refusal.reportPeriod"));
        ReportPeriod period = cutOff == null ? usual : usual.cutOffOn(cutOff);
        if (!period.to().isBefore(clock.today())) {
            throw new Refusal("refusal.reportTooEarly", period.to());
        }
        if (period.to().isBefore(period.from())) {
            throw new Refusal("refusal.reportBeforePeriod", period.from());
        }
        return period;
    }

    /**
     * A report was made.
     *
     * @param number its number as people write it
     * @param year the plan's year
     * @param kind how long a time it reports on
     * @param period which of its kind in that year
     * @param from first day of the period
     * @param to the cut-off
     * @param sha256 the hash of what it rests on
     */
    public record ReportMade(
            String number, int year, ReportKind kind, int period, LocalDate from, LocalDate to, String sha256)
            implements Recorded {}
}
