package io.hemai.web;

import org.springframework.core.env.Environment;

/** Where Hemai listens, as a browser on this machine names it. */
public final class OwnAddress {
    private OwnAddress() {}

    /** The address at the port, without a slash at its end. */
    public static String of(Environment environment, String port) {
        return "http://" + host(environment.getProperty("hemai.address", "").strip()) + ":" + port;
    }

    private static String host(String host) {
        boolean all = host.isEmpty() || host.equals("0.0.0.0") || host.equals("::");
        return all ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    }
}
