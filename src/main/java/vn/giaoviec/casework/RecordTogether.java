package vn.giaoviec.casework;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down, after the steps themselves, that they were approved with one press of a button. */
@Component
class RecordTogether {
    private final ApplicationEventPublisher events;

    RecordTogether(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Transactional
    public void record(ApproveTogether.StepsApprovedTogether fact) {
        events.publishEvent(fact);
    }
}
