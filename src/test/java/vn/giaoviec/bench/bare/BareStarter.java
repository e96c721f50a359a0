package vn.giaoviec.bench.bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The engine's Spring Boot starter with its web applications and nothing else: what our start-up is compared with. */
@SpringBootApplication
public class BareStarter {
    public static void main(String[] arguments) {
        SpringApplication.run(BareStarter.class, arguments);
    }
}
