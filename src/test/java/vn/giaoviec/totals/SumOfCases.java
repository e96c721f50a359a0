package vn.giaoviec.totals;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the totals ought to be, for whoever checks them or writes cases past the application. */
public final class SumOfCases {
    private SumOfCases() {}

    /** Each total that is not the sum of its cases, with what is missing. */
    public static List<String> missing(JdbcClient jdbc) {
        return new TotalsTable(jdbc).missing().stream().map(Total::toString).toList();
    }

    /** Makes the totals the sum of their cases. */
    public static void correct(JdbcClient jdbc) {
        TotalsTable table = new TotalsTable(jdbc);
        table.add(table.missing());
    }
}
