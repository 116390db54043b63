package io.hemai;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to go once everything runs. */
@Component
class Greeting {
    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

    private final String baseUrl;
    private final Environment environment;

    Greeting(@Value("${hemai.base-url:}") String baseUrl, Environment environment) {
        this.baseUrl = baseUrl;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        String address = baseUrl.isBlank()
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : baseUrl;
        LOG.info("Hemai is ready at {}", address);
    }
}
