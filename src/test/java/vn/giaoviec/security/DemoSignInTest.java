package vn.giaoviec.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sign-in without passwords starts on the loopback address or not at all. */
class DemoSignInTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "2001:db8::1"})
    void refusesToStartWhereOthersCouldReachIt(String address) {
        assertThatThrownBy(() -> DemoSignIn.allowOnlyLoopback(address(address)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("server.address=127.0.0.1");
    }

    @Test
    void refusesToStartOnAllAddresses() {
        assertThatThrownBy(() -> DemoSignIn.allowOnlyLoopback(null)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void startsOnTheLoopbackAddress(String address) {
        assertThatCode(() -> DemoSignIn.allowOnlyLoopback(address(address))).doesNotThrowAnyException();
    }

    private static @Nullable InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }
}
