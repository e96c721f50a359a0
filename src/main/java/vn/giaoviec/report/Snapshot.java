package vn.giaoviec.report;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything a report says, as rows: figures are computed from them, and nothing is asked of the living data. Texts are the
 * official, Vietnamese ones.
 *
 * @param form the form of these rows; 1 so far
 * @param plan the plan reported on
 * @param period the time reported on
 * @param groups the plan's solution groups, by number
 * @param pillars its pillars, by code
 * @param units the units that are accountable for cases, by code
 * @param cases every case that had been opened by the cut-off
 * @param indicators every indicator, in the plan's order
 */
public record Snapshot(
        int form,
        PlanHead plan,
        ReportPeriod period,
        List<Named> groups,
        List<Named> pillars,
        List<Named> units,
        List<ReportedCase> cases,
        List<ReportedIndicator> indicators) {
    static final int FORM = 1;

    /**
     * @param year the plan year
     * @param number its number
     * @param title its title
     * @param issuer who signed it
     * @param issuedOn the day it was signed
     * @param illustrative what to say of assignments that are made up for the demo
     */
    public record PlanHead(
            int year, String number, String title, String issuer, LocalDate issuedOn, String illustrative) {}

    /** What a code is called. */
    public record Named(String code, String name) {}
}
