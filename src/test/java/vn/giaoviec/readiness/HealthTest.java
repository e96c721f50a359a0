package vn.giaoviec.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.TasklistClient;

/** A node is given work only while its database answers and agrees with it on the time. */
@EngineTest
class HealthTest {
    private static final Clock REAL = Clock.system(ZoneOffset.UTC);

    @LocalServerPort
    int port;

    @Autowired
    ServerQuery server;

    @Test
    void aSoundNodeSaysOkAndNothingElse() {
        var answer = TasklistClient.signIn(port, "officer1.stttt").get("/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok");
    }

    @Test
    void clocksThatAgreeAreGood() {
        assertThat(new Health(server, REAL).good()).isTrue();
    }

    @Test
    void aClockThatRanAwayIsNot() {
        assertThat(new Health(server, Clock.offset(REAL, Duration.ofSeconds(30))).good())
                .isFalse();
        assertThat(new Health(server, Clock.offset(REAL, Duration.ofSeconds(-30))).good())
                .isFalse();
    }

    @Test
    void aDatabaseThatIsAwayIsNot() {
        assertThat(new Health(at(1), REAL).good()).isFalse();
    }

    @Test
    void aDatabaseThatSaysNothingIsNotWaitedFor() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(new Health(at(silent.getLocalPort()), REAL).good()).isFalse();
        }
    }

    private static ServerQuery at(int port) {
        return new ServerQuery(new DriverManagerDataSource("jdbc:mariadb://127.0.0.1:" + port + "/none", "none", ""));
    }
}
