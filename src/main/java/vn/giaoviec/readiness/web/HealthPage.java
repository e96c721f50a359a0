package vn.giaoviec.readiness.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoviec.readiness.Health;

/** What a load balancer asks, unsigned: yes or no, and nothing to learn from. */
@RestController
class HealthPage {
    private final Health health;

    HealthPage(Health health) {
        this.health = health;
    }

    @GetMapping("/health")
    ResponseEntity<String> health() {
        return health.good()
                ? ResponseEntity.ok("ok")
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
}
