package io.hemai.web;

import io.hemai.kernel.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Refuses to start on a port or an address that is none, before anything else is done. */
class ListenCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int HIGHEST = 65_535;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String port = setting(context.getEnvironment(), "hemai.port");
        if (!port.isEmpty() && !(port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= HIGHEST)) {
            throw new StartRefused(
                    "HEMAI_PORT is no port: " + port,
                    "Set it to a number from 1 to " + HIGHEST + ", or leave it unset for 8080.");
        }
        String address = setting(context.getEnvironment(), "hemai.address");
        if (!address.isEmpty() && !isOfThisMachine(address)) {
            throw new StartRefused(
                    "HEMAI_ADDRESS is no address of this machine: " + address,
                    "Set it to 127.0.0.1 for this machine alone, or leave it unset for all its networks.");
        }
    }

    private static String setting(Environment environment, String name) {
        return environment.getProperty(name, "").strip();
    }

    private static boolean isOfThisMachine(String address) {
        try {
            InetAddress named = InetAddress.getByName(address);
            return named.isAnyLocalAddress() || NetworkInterface.getByInetAddress(named) != null;
        } catch (IOException unknown) {
            return false;
        }
    }
}
