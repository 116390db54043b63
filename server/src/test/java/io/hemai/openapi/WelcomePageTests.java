package io.hemai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HemaiTest
class WelcomePageTests {
    @Autowired
    TestTenants tenants;

    @LocalServerPort
    int port;

    @Test
    void whoOpensTheAddressIsToldThatThereIsAnApi() {
        Answer page = tenants.api().get("//").expect(200);

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.raw())
                .contains("合脉正在运行", "Hemai runs", "/api/v1/openapi.json", "/api/v1/session")
                .containsPattern("HEMAI=http://[a-z0-9.]+:" + port + "\n")
                .doesNotContain("<script", "8080");
    }
}
