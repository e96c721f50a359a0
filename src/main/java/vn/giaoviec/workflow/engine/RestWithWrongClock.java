package vn.giaoviec.workflow.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.giaoviec.readiness.Health;

/**
 * A node whose clock has run away takes no jobs until it is right again: it would fire timers that are not due, and lock jobs
 * for hours that are not.
 */
@Component
class RestWithWrongClock {
    private static final Logger LOG = LoggerFactory.getLogger(RestWithWrongClock.class);

    private final Health health;
    private final JobExecutor jobs;
    private boolean resting;

    RestWithWrongClock(Health health, ProcessEngine engine) {
        this.health = health;
        this.jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void look() {
        boolean right = health.clocksAgree();
        if (!right && jobs.isActive()) {
            LOG.warn("the clock is not the database's: this node takes no jobs");
            jobs.shutdown();
            resting = true;
        } else if (right && resting) {
            LOG.info("the clock is right again: this node takes jobs");
            jobs.start();
            resting = false;
        }
    }
}
