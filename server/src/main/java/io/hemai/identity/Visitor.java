package io.hemai.identity;

import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Where an attempt to sign in comes from.
 *
 * @param address the client's network address; {@code 0.0.0.0} when a proxy gave none that can be read
 * @param device the mark of a browser in which somebody has signed in before; empty for a new one
 */
public record Visitor(String address, String userAgent, String device) {
    private static final String UNKNOWN = "0.0.0.0";

    public Visitor {
        address = literal(address);
    }

    /** The network it comes from: whoever has one address of IPv6 has 2^64 of them. */
    String network() {
        byte[] bytes = inet().getAddress();
        int kept = bytes.length == 16 ? 8 : bytes.length;
        return HexFormat.of().formatHex(bytes, 0, kept);
    }

    /** Whether it comes from this machine itself. */
    public boolean isLocal() {
        return inet().isLoopbackAddress();
    }

    private InetAddress inet() {
        return InetAddress.ofLiteral(address);
    }

    private static String literal(String address) {
        int zone = address.indexOf('%');
        String plain = zone < 0 ? address : address.substring(0, zone);
        try {
            return InetAddress.ofLiteral(plain).getHostAddress();
        } catch (IllegalArgumentException unreadable) {
            return UNKNOWN;
        }
    }
}
