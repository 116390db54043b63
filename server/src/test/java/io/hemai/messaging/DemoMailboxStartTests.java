package io.hemai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.StartRefused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** When there is a demo mailbox, and what the installation is told of it. */
class DemoMailboxStartTests {
    private final GenericApplicationContext context = new GenericApplicationContext();

    private Environment start(Map<String, Object> settings) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("given", new HashMap<>(settings)));
        new DemoMailboxStart().initialize(context);
        return context.getEnvironment();
    }

    private static MailSettings mail(Environment environment) {
        return Binder.get(environment).bindOrCreate("hemai.mail", MailSettings.class);
    }

    @AfterEach
    void end() {
        context.refresh();
        context.close();
    }

    @Test
    void aDemoMailsToItselfAndLinksToWhereItListens() {
        Environment environment = start(Map.of("hemai.demo", "true", "hemai.port", "8123"));

        MailSettings mail = mail(environment);
        assertThat(mail.isOn()).isTrue();
        assertThat(mail.port()).isPositive().isNotEqualTo(587);
        assertThat(environment.getProperty("hemai.base-url")).isEqualTo("http://localhost:8123");
        mail.check(environment.getProperty("hemai.base-url"));
    }

    @Test
    void anyPortIsOneThatMailsCanLeadTo() {
        Environment environment = start(Map.of("hemai.demo", "true", "hemai.port", "0"));

        String port = environment.getProperty("hemai.port");
        assertThat(port).isNotEqualTo("0");
        assertThat(environment.getProperty("hemai.base-url")).isEqualTo("http://localhost:" + port);
    }

    @Test
    void theAddressThatIsSetStays() {
        Environment environment =
                start(Map.of("hemai.demo", "true", "hemai.port", "0", "hemai.base-url", "https://demo.example"));

        assertThat(environment.getProperty("hemai.base-url")).isEqualTo("https://demo.example");
        assertThat(environment.getProperty("hemai.port")).isEqualTo("0");
    }

    @Test
    void withoutDemoNoMailIsWritten() {
        assertThat(mail(start(Map.of())).isOn()).isFalse();
        assertThatThrownBy(() -> context.getBeanFactory().getBeanDefinition(DemoMailbox.class.getName()))
                .isInstanceOf(NoSuchBeanDefinitionException.class);
    }

    @Test
    void whoHasAMailServerUsesItAndSaysWhereMailsLead() {
        Environment environment = start(
                Map.of("hemai.demo", "true", "hemai.mail.host", "mail.example.com", "hemai.mail.from", "a@b.example"));

        assertThat(mail(environment).server()).isEqualTo("mail.example.com");
        assertThatThrownBy(() -> mail(environment).check(environment.getProperty("hemai.base-url")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("BASE_URL");
    }
}
