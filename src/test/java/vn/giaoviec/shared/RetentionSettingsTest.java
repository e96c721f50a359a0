package vn.giaoviec.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Whoever sets a duration too short is told which, and what would do, before anything is forgotten. */
class RetentionSettingsTest {
    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @ParameterizedTest
    @CsvSource({"notices,90", "mails,30", "drafts,30", "commands,30"})
    void whatIsTooShortIsRefusedAtStart(String what, int least) {
        String key = "giaoviec.retention." + what;
        application.withPropertyValues(key + "=" + least + "d").run(started -> assertThat(started)
                .hasNotFailed());
        application.withPropertyValues(key + "=" + (least - 1) + "d").run(refused -> assertThat(refused)
                .getFailure()
                .rootCause()
                .hasMessageContaining(key)
                .hasMessageContaining(least + "d"));
    }

    @EnableConfigurationProperties(RetentionSettings.class)
    static class Settings {}
}
