package io.hemai.web;

import io.hemai.kernel.StartRefused;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses to start on a port that is none, before anything else is done. */
class PortCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int HIGHEST = 65_535;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String port = context.getEnvironment().getProperty("hemai.port", "").strip();
        if (!port.isEmpty() && !(port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= HIGHEST)) {
            throw new StartRefused(
                    "HEMAI_PORT is no port: " + port,
                    "Set it to a number from 1 to " + HIGHEST + ", or leave it unset for 8080.");
        }
    }
}
