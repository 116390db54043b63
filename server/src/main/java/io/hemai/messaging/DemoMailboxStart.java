package io.hemai.messaging;

import io.hemai.web.OwnAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** In a demo that has no mail server: opens the demo mailbox, and sets it up as the installation's mail server. */
class DemoMailboxStart implements ApplicationContextInitializer<GenericApplicationContext> {
    private static final Logger LOG = LoggerFactory.getLogger(DemoMailboxStart.class);
    private static final String BASE_URL = "hemai.base-url";
    private static final String WAIT = "hemai.mail.wait";
    private static final String PORT = "hemai.port";

    @Override
    public void initialize(GenericApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (environment.getProperty("hemai.demo", Boolean.class, false) && isUnset(environment, "hemai.mail.host")) {
            open(context);
        }
    }

    /** From here on mails leave as they do elsewhere. */
    static void open(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        DemoMailbox mailbox = DemoMailbox.open();
        Map<String, Object> settings = new HashMap<>(Map.of(
                "hemai.mail.host", DemoMailbox.HOST,
                "hemai.mail.port", mailbox.port(),
                "hemai.mail.security", "none",
                "hemai.mail.user", "",
                "hemai.mail.from", "合脉 <crm@hemai.example>"));
        if (isUnset(environment, WAIT)) {
            // who tries it out watches for the mail
            settings.put(WAIT, "10s");
        }
        if (isUnset(environment, BASE_URL)) {
            String port = port(environment);
            settings.put(PORT, port);
            settings.put(BASE_URL, OwnAddress.of(environment, port));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("demo mailbox", settings));
        context.registerBean(DemoMailbox.class, () -> mailbox);
        LOG.info("mails go no further than to {}/settings/mailbox", environment.getProperty(BASE_URL));
    }

    /** Where Hemai is going to listen: mails lead there, so any port will not do. */
    private static String port(Environment environment) {
        String port = environment.getProperty(PORT, "8080").strip();
        if (!port.equals("0")) {
            return port;
        }
        try (ServerSocket free = new ServerSocket(0)) {
            return String.valueOf(free.getLocalPort());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static boolean isUnset(Environment environment, String name) {
        return environment.getProperty(name, "").isBlank();
    }
}
