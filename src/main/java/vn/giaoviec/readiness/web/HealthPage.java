package vn.giaoviec.readiness.web;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoviec.readiness.Health;

/**
 * What a load balancer asks, unsigned: yes or no, and nothing to learn from. A node that is still filling an empty database,
 * or is about to end, says no.
 */
@RestController
class HealthPage {
    private final Health health;
    private final ApplicationAvailability availability;

    HealthPage(Health health, ApplicationAvailability availability) {
        this.health = health;
        this.availability = availability;
    }

    @GetMapping("/health")
    ResponseEntity<String> health() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && health.good()
                ? ResponseEntity.ok("ok")
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
}
