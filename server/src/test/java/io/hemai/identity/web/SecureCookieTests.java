package io.hemai.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.IdentityProperties;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@HemaiTest
class SecureCookieTests {
    @Autowired
    TestTenants tenants;

    @Test
    void addressOfHttpsMakesCookiesSecure() {
        assertThat(properties(Map.of("HEMAI_BASE_URL", "https://crm.example")).isSecure())
                .isTrue();
        assertThat(properties(Map.of("HEMAI_BASE_URL", "http://crm.example")).isSecure())
                .isFalse();
        assertThat(properties(Map.of("HEMAI_ADMIN_LOGIN", "root", "HEMAI_ADMIN_PASSWORD", "x"))
                        .admin())
                .isEqualTo(new IdentityProperties.Admin("root", "x", false));
    }

    @Test
    void proxyThatSpeaksHttpsMakesCookiesSecure() {
        TestTenant tenant = tenants.fresh();

        assertThat(tenants.api()
                        .from("203.0.113.4")
                        .header("X-Forwarded-Proto", "https")
                        .trySignIn(tenant.name(), "admin", TestTenant.PASSWORD)
                        .expect(200)
                        .headers()
                        .allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    }

    private static IdentityProperties properties(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("hemai", IdentityProperties.class);
    }
}
