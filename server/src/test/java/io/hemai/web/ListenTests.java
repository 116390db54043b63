package io.hemai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.HemaiApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A start on a port or an address that cannot be had says so, and what to do. */
@ExtendWith(OutputCaptureExtension.class)
class ListenTests {
    @TempDir
    Path home;

    private void startOn(String port) {
        start("--hemai.port=" + port);
    }

    private void start(String setting) {
        assertThatThrownBy(() ->
                        SpringApplication.run(HemaiApplication.class, setting, "--hemai.home=" + home.resolve("data")))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "99999", "-1"})
    void whatIsNoPortIsRefusedBeforeAnythingIsDone(String port, CapturedOutput output) {
        startOn(port);

        assertThat(output)
                .contains("HEMAI_PORT is no port: " + port, "Set it to a number from 1 to 65535")
                .doesNotContain("\tat ");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "no address"})
    void whatIsNoAddressOfThisMachineIsRefusedBeforeAnythingIsDone(String address, CapturedOutput output) {
        start("--hemai.address=" + address);

        assertThat(output)
                .contains("HEMAI_ADDRESS is no address of this machine: " + address, "Set it to 127.0.0.1")
                .doesNotContain("\tat ");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void theAddressAndNoOtherIsListenedOn(CapturedOutput output) throws IOException {
        try (var application = SpringApplication.run(
                HemaiApplication.class,
                "--hemai.address=127.0.0.1",
                "--hemai.port=0",
                "--hemai.home=" + home.resolve("data"))) {
            String port = application.getEnvironment().getRequiredProperty("local.server.port");
            assertThat(output).contains("Hemai is ready at http://127.0.0.1:" + port);
            // it could not be had if all addresses were taken
            try (ServerSocket other = new ServerSocket(Integer.parseInt(port), 1, InetAddress.getByName("127.0.0.2"))) {
                assertThat(other.isBound()).isTrue();
            }
        }
    }

    @Test
    void aTakenPortIsToldWithTheRemedy(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            startOn(String.valueOf(taken.getLocalPort()));

            assertThat(output)
                    .contains("Port " + taken.getLocalPort() + " is taken by another program.", "set HEMAI_PORT to")
                    .doesNotContain("\tat ");
        }
    }
}
