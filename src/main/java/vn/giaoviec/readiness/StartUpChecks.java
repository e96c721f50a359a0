package vn.giaoviec.readiness;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks every check once, after the migrations and before anything else touches the database: {@link ChecksComeFirst}
 * makes the engine and all our tables wait for this bean.
 */
@Component
class StartUpChecks {
    private static final Logger LOG = LoggerFactory.getLogger(StartUpChecks.class);

    StartUpChecks(List<StartUpCheck> checks) {
        List<Problem> problems =
                checks.stream().flatMap(check -> ask(check).stream()).toList();
        if (!problems.isEmpty()) {
            throw new StartUpRefused(problems);
        }
    }

    private static List<Problem> ask(StartUpCheck check) {
        List<Problem> problems = check.problems();
        LOG.debug("{}: {}", check.name(), problems);
        return problems;
    }
}
