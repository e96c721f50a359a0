package vn.giaoviec.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.indicator.Figure;
import vn.giaoviec.indicator.Readings;
import vn.giaoviec.indicator.Series;
import vn.giaoviec.indicator.Support;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.Target;
import vn.giaoviec.report.CaseRowQuery.Found;
import vn.giaoviec.report.CaseRowQuery.Supported;
import vn.giaoviec.report.Snapshot.Named;

/** Takes down how a plan stood at the end of a day. */
@Component
class TakeSnapshot {
    private final CaseRowQuery rows;
    private final Plans plans;
    private final Readings readings;
    private final Contributions contributions;
    private final WorkingDays workingDays;

    TakeSnapshot(
            CaseRowQuery rows, Plans plans, Readings readings, Contributions contributions, WorkingDays workingDays) {
        this.rows = rows;
        this.plans = plans;
        this.readings = readings;
        this.contributions = contributions;
        this.workingDays = workingDays;
    }

    /** Of a plan, with the names things have now. */
    Snapshot of(Plan plan, ReportPeriod period) {
        return with(
                new Snapshot.PlanHead(
                        plan.year(),
                        plan.number(),
                        plan.title().vi(),
                        plan.issuer().vi(),
                        plan.issuedOn(),
                        plan.illustrativeNote().vi()),
                plans.groups(plan.year()).stream()
                        .map(group -> new Named(
                                String.valueOf(group.number()), group.name().vi()))
                        .toList(),
                plans.pillars(plan.year()).stream()
                        .map(pillar -> new Named(pillar.code(), pillar.name().vi()))
                        .toList(),
                period);
    }

    /** Of the same plan as an earlier one, and of the same period up to another day. */
    Snapshot again(Snapshot earlier, LocalDate asOf) {
        return with(
                earlier.plan(),
                earlier.groups(),
                earlier.pillars(),
                earlier.period().cutOffOn(asOf));
    }

    private Snapshot with(Snapshot.PlanHead plan, List<Named> groups, List<Named> pillars, ReportPeriod period) {
        Instant end = period.to().plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();
        List<Found> found = rows.cases(plan.year(), end);
        return new Snapshot(
                Snapshot.FORM,
                plan,
                period,
                groups,
                pillars,
                found.stream()
                        .map(one -> new Named(one.unit(), one.unitName()))
                        .distinct()
                        .sorted((one, other) -> one.code().compareTo(other.code()))
                        .toList(),
                cases(found, plan.year(), period.to(), end),
                indicators(plan.year(), end));
    }

    private List<ReportedCase> cases(List<Found> found, int year, LocalDate asOf, Instant end) {
        Map<String, Supported> supports = rows.supports(year);
        Map<String, String> reasons = rows.reasons(year, end);
        WorkingDays days = workingDays.known();
        return found.stream()
                .map(one -> reported(
                        one,
                        supports.getOrDefault(one.caseKey(), new Supported()),
                        reasons.get(one.caseKey()),
                        asOf,
                        days))
                .toList();
    }

    private static ReportedCase reported(
            Found one, Supported supported, @Nullable String reason, LocalDate asOf, WorkingDays days) {
        boolean done = one.state() == Case.State.COMPLETED;
        // what was handed in and not accepted yet may be sent back, and is not kept
        LocalDate submittedOn = done ? one.submittedOn() : null;
        Standing standing = Standing.of(one.state(), one.dueOn(), submittedOn, asOf);
        boolean late = ReportedCase.late(standing);
        return new ReportedCase(
                one.caseKey(),
                one.assignment(),
                one.group(),
                one.unit(),
                supported.pillars(),
                supported.indicators(),
                one.title(),
                one.illustrative(),
                one.originalDueOn(),
                one.dueOn(),
                one.extensions(),
                one.state(),
                submittedOn,
                done ? one.since() : null,
                standing,
                late ? days.between(one.dueOn(), submittedOn == null ? asOf : submittedOn) : 0,
                late ? reason : null);
    }

    private List<ReportedIndicator> indicators(int year, Instant end) {
        List<Target> targets = plans.targets(year);
        Map<String, Series> series = readings.series(year, targets, end);
        Map<String, Support> support = contributions.support(year, end);
        return targets.stream()
                .map(target ->
                        indicator(target, series.getOrDefault(target.code(), Series.EMPTY), support.get(target.code())))
                .toList();
    }

    private static ReportedIndicator indicator(Target target, Series series, @Nullable Support support) {
        if (support == null) {
            throw new IllegalStateException("no support of " + target.code());
        }
        Figure latest = series.latest();
        return new ReportedIndicator(
                target.code(),
                target.pillar(),
                target.name().vi(),
                target.kind(),
                target.operator(),
                target.figure(),
                target.measure(),
                target.strive(),
                latest == null ? null : value(latest),
                series.status(target),
                support.cases(),
                support.acceptedCases(),
                support.weight(),
                support.acceptedWeight());
    }

    private static ReportedIndicator.Value value(Figure figure) {
        return new ReportedIndicator.Value(
                figure.period().from(),
                figure.period().asOf(),
                figure.measured().value(),
                figure.measured().numerator(),
                figure.measured().denominator(),
                figure.measured().reached(),
                figure.parts(),
                figure.readings().stream()
                        .map(reading -> new ReportedIndicator.Source(
                                reading.id(), reading.unit(), reading.reported().corrects()))
                        .toList());
    }
}
