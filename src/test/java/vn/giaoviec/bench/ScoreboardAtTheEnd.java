package vn.giaoviec.bench;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Shows the scoreboard when the last bench is over; says nothing where no bench ran. Named in {@code META-INF/services}. */
public final class ScoreboardAtTheEnd implements TestExecutionListener {
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Scoreboard.show();
    }
}
