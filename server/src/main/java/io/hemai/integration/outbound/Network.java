package io.hemai.integration.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/** An address or a network; of one family, since the same bytes mean something else in the other. */
record Network(boolean six, InetAddressMatcher matcher) {
    /** Such as {@code 10.1.0.0/16}; an {@link IllegalArgumentException} where there can be none. */
    static Network of(String text) {
        return new Network(text.indexOf(':') >= 0, InetAddressMatchers.fromIpAddress(text));
    }

    boolean has(InetAddress address) {
        return six == address instanceof Inet6Address && matcher.matches(address);
    }
}
