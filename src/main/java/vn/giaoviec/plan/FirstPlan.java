package vn.giaoviec.plan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.shared.Turns;

/** Takes the shipped plan file over at the first start, when there is no plan yet. */
@Component
@Order(1)
class FirstPlan implements ApplicationRunner {
    private final Settings settings;
    private final Plans plans;
    private final ImportPlan importPlan;
    private final Turns turns;

    FirstPlan(Settings settings, Plans plans, ImportPlan importPlan, Turns turns) {
        this.settings = settings;
        this.plans = plans;
        this.importPlan = importPlan;
        this.turns = turns;
    }

    @Override
    @Transactional(rollbackFor = IOException.class)
    public void run(ApplicationArguments arguments) throws IOException {
        Resource file = settings.firstFile();
        if (file == null || plans.current().isPresent()) {
            return;
        }
        turns.take("first plan");
        if (plans.current().isEmpty()) {
            try (InputStream content = file.getInputStream()) {
                importPlan.importFile(
                        Objects.requireNonNullElse(file.getFilename(), "plan.yaml"), content.readAllBytes());
            }
        }
    }

    /**
     * @param firstFile the plan file to take over into an empty database; none if not set
     */
    @ConfigurationProperties("giaoviec.plan")
    record Settings(@Nullable Resource firstFile) {}
}
