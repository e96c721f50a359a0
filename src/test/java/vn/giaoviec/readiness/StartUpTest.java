package vn.giaoviec.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** A place that is not fit stops the start, and says all that is wrong. */
class StartUpTest {
    @TempDir
    Path folder;

    @Test
    void everyProblemHasItsLineAndTheProcessEndsWithAnError() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "vn.giaoviec.GiaoViec",
                        "--server.port=0",
                        "--logging.charset.console=UTF-8",
                        "--spring.datasource.url=jdbc:h2:mem:unfit;MODE=MariaDB;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                        "--spring.datasource.hikari.transaction-isolation=TRANSACTION_SERIALIZABLE")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isNotZero();
        assertThat(said.lines())
                .anyMatch(line -> line.startsWith("Kết nối cơ sở dữ liệu của ứng dụng chạy ở mức cô lập SERIALIZABLE"))
                .anyMatch(line -> line.startsWith("Múi giờ của tiến trình Java là UTC"))
                .noneMatch(line -> line.stripLeading().startsWith("at "));
    }

    @Test
    void aSecretLeftEmptyOrAsTheExampleHadItIsNone() {
        for (String none : new String[] {"", "  ", "changeme", "CHANGE-ME", "<secret>", "**********", "${SECRET}"}) {
            assertThat(secret("keycloak", none)).as(none).isTrue();
        }
        assertThat(secret("keycloak", "p7uV0nqk2LxWJ4")).isFalse();
        assertThat(secret("demo", "")).as("nobody asks Keycloak").isFalse();
    }

    private static boolean secret(String signIn, String secret) {
        MockEnvironment environment = new MockEnvironment();
        environment.setIgnoreUnresolvableNestedPlaceholders(true);
        environment.setProperty("giaoviec.security.sign-in", signIn);
        environment.setProperty("giaoviec.keycloak.client-secret", secret);
        return !new ClientSecretCheck(environment).problems().isEmpty();
    }
}
