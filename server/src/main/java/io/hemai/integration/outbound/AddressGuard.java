package io.hemai.integration.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;
import org.springframework.stereotype.Component;

/**
 * Finds the addresses of hosts, and of those only the ones that may be called. A connection is made to what it answers and to nothing
 * else, so that a name cannot lead elsewhere once it was looked at.
 */
@Component
class AddressGuard implements DnsResolver {
    /** Networks that are nobody's on the internet, besides those that are known as internal. */
    private static final List<String> NOT_PUBLIC = List.of(
            "0.0.0.0/8",
            "100.64.0.0/10",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    private final InetAddressMatcher external =
            InetAddressMatchers.matchExternal().build();
    private final List<Network> notPublic = NOT_PUBLIC.stream().map(Network::of).toList();
    private final OutboundSettings settings;
    private final List<Network> allowed;

    AddressGuard(OutboundSettings settings) {
        this.settings = settings;
        this.allowed = settings.networks();
    }

    /** Every address of the host may be called by nobody here. */
    static final class NotAllowed extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotAllowed(String host) {
            super(host + " is at no address that may be called");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        InetAddress[] open = Arrays.stream(all)
                .filter(address -> settings.allowsName(host) || mayBeCalled(address))
                .toArray(InetAddress[]::new);
        if (open.length == 0) {
            throw new NotAllowed(host);
        }
        return open;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Whether the address is public, or the installation allows it. */
    boolean mayBeCalled(InetAddress address) {
        return isAllowed(address)
                || (external.matches(address) && notPublic.stream().noneMatch(net -> net.has(address)));
    }

    /** Whether the installation names the host, or the address that it is written as. */
    boolean isAllowed(String host) {
        if (settings.allowsName(host)) {
            return true;
        }
        try {
            return isAllowed(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(net -> net.has(address));
    }
}
