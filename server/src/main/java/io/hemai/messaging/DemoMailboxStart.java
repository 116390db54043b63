package io.hemai.messaging;

import io.hemai.web.OwnAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
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
        if (port.isEmpty()) {
            return "8080";
        }
        return port.equals("0") ? String.valueOf(free()) : port;
    }

    /** Not one of those that systems give to connections, one of which might take it before Hemai listens. */
    private static int free() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .limit(100)
                .filter(DemoMailboxStart::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port)) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static boolean isUnset(Environment environment, String name) {
        return environment.getProperty(name, "").isBlank();
    }
}
