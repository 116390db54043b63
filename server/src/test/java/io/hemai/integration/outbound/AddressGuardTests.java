package io.hemai.integration.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.StartRefused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses may be called. */
class AddressGuardTests {
    private final AddressGuard usual = new AddressGuard(new OutboundSettings(List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "fd00:ec2::254",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "ff02::1",
                "100::1"
            })
    void internalOnesMayNot(String address) {
        assertThat(usual.mayBeCalled(InetAddress.ofLiteral(address))).isFalse();
        assertThatThrownBy(() -> usual.resolve(address)).isInstanceOf(AddressGuard.NotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "172.32.0.1",
                "100.128.0.1",
                "2606:4700:4700::1111",
                "240e::1",
                "32.2.0.1",
                "32.1.0.1",
                "1.0.0.1"
            })
    void publicOnesMay(String address) throws UnknownHostException {
        assertThat(usual.resolve(address)).containsExactly(InetAddress.ofLiteral(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "127.1", "::ffff:127.0.0.1"})
    void otherWaysToWriteOneAreTheSame(String address) {
        assertThatThrownBy(() -> usual.resolve(address)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void theInstallationAllowsItsOwn() throws UnknownHostException {
        AddressGuard guard = new AddressGuard(new OutboundSettings(List.of("10.1.0.0/16", " localhost ", "fd00::1")));
        assertThat(guard.resolve("10.1.2.3")).hasSize(1);
        assertThatThrownBy(() -> guard.resolve("10.2.0.1")).isInstanceOf(AddressGuard.NotAllowed.class);
        assertThat(guard.resolve("localhost")).isNotEmpty();
        assertThat(guard.resolve("fd00::1")).hasSize(1);
        assertThat(guard.isAllowed("LOCALHOST")).isTrue();
        assertThat(guard.isAllowed("10.1.0.1")).isTrue();
        assertThat(guard.isAllowed("example.com")).isFalse();
    }

    @Test
    void namesOfFewLettersAreNames() {
        AddressGuard guard = new AddressGuard(new OutboundSettings(List.of("db", "cafe.de", "fc00::/7")));
        assertThat(guard.isAllowed("db")).isTrue();
        assertThat(guard.isAllowed("cafe.de")).isTrue();
        assertThat(guard.isAllowed("252.0.0.1")).isFalse();
    }

    @Test
    void aNetworkThatThereCannotBeIsToldAtTheStart() {
        assertThatThrownBy(() -> new OutboundSettings(List.of("10.0.0.0/99"))).isInstanceOf(StartRefused.class);
    }
}
