package io.hemai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.HemaiApplication;
import java.io.IOException;
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

/** A start on a port that cannot be had says so, and what to do. */
@ExtendWith(OutputCaptureExtension.class)
class PortTests {
    @TempDir
    Path home;

    private void startOn(String port) {
        assertThatThrownBy(() -> SpringApplication.run(
                        HemaiApplication.class, "--hemai.port=" + port, "--hemai.home=" + home.resolve("data")))
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
