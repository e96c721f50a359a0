package vn.giaoviec.casework;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How a province watches its deadlines. Reminders a week, three days and a day before are common practice; who is told of
 * lateness, and when, is the province's own order.
 *
 * @param remind working days before the due day on which the unit is reminded; 0 is the day itself
 * @param tellHead working days after the due day until the unit's head is told
 * @param tellPlanOffice working days after it until the plan office is told
 * @param tellLeader working days after it until the leaders are told
 * @param extensions how often a deadline may be extended
 * @param cutOffDay day of the month with which a reporting period ends (decree 09/2019/NĐ-CP: the 14th)
 * @param monthlyReportDay day of that month by which a monthly report is due
 * @param longerReportDay the same for quarters, halves and years
 * @param unstatedCycle how many months a period lasts where the plan says “thường xuyên” only
 */
@ConfigurationProperties("giaoviec.deadlines")
record DeadlineSettings(
        @DefaultValue({"7", "3", "1", "0"}) List<Integer> remind,
        @DefaultValue("1") int tellHead,
        @DefaultValue("3") int tellPlanOffice,
        @DefaultValue("7") int tellLeader,
        @DefaultValue("1") int extensions,
        @DefaultValue("14") int cutOffDay,
        @DefaultValue("25") int monthlyReportDay,
        @DefaultValue("20") int longerReportDay,
        @DefaultValue("3") int unstatedCycle) {

    DeadlineSettings {
        Assert.isTrue(remind.stream().allMatch(days -> days >= 0), "giaoviec.deadlines.remind: days before, not after");
        Assert.isTrue(
                0 < tellHead && tellHead < tellPlanOffice && tellPlanOffice < tellLeader,
                "giaoviec.deadlines: first the head is told, then the plan office, then the leaders");
        Assert.isTrue(
                0 < cutOffDay && cutOffDay <= 28 && monthlyReportDay <= 28 && longerReportDay <= 28,
                "giaoviec.deadlines: every month must have the cut-off and report days");
        Assert.isTrue(12 % unstatedCycle == 0, "giaoviec.deadlines.unstated-cycle: months that divide a year");
    }

    /** Reminders and escalations in the order of time; each is named by its working days after the due day. */
    List<Rung> ladder() {
        List<Rung> ladder = new ArrayList<>(remind.stream()
                .distinct()
                .sorted((one, other) -> other - one)
                .map(days -> new Rung(-days, Audience.UNIT))
                .toList());
        ladder.add(new Rung(tellHead, Audience.HEAD));
        ladder.add(new Rung(tellPlanOffice, Audience.PLAN_OFFICE));
        ladder.add(new Rung(tellLeader, Audience.LEADER));
        return ladder;
    }

    /**
     * @param step working days after the due day; negative before it
     * @param audience who is told
     */
    record Rung(int step, Audience audience) {}
}
