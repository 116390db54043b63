package io.hemai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
class WelcomePageTests {
    @Autowired
    TestTenants tenants;

    @Test
    void whoOpensTheAddressIsToldThatThereIsAnApi() {
        Answer page = tenants.api().get("//").expect(200);

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.raw())
                .contains("合脉正在运行", "Hemai runs", "/api/v1/openapi.json", "/api/v1/session")
                .doesNotContain("<script");
    }
}
