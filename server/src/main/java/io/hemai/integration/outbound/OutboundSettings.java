package io.hemai.integration.outbound;

import io.hemai.kernel.StartRefused;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Hemai may call besides public addresses ({@code HEMAI_OUTBOUND_…}).
 *
 * @param allow machines of the company's own network: names, addresses, or networks such as {@code 10.1.0.0/16}
 */
@ConfigurationProperties("hemai.outbound")
public record OutboundSettings(@DefaultValue("") List<String> allow) {
    private static final Pattern NUMERIC =
            Pattern.compile("[0-9.]+(/\\d{1,3})?|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(/\\d{1,3})?");

    public OutboundSettings {
        allow = allow.stream()
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .toList();
        networks(allow);
    }

    /** Whether the name is one of those that are allowed. */
    boolean allowsName(String host) {
        return allow.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Those that are allowed by their address. */
    List<Network> networks() {
        return networks(allow);
    }

    private static List<Network> networks(List<String> entries) {
        return entries.stream()
                .filter(entry -> NUMERIC.matcher(entry).matches())
                .map(OutboundSettings::network)
                .toList();
    }

    private static Network network(String network) {
        try {
            return Network.of(network);
        } catch (IllegalArgumentException none) {
            throw new StartRefused(
                    "HEMAI_OUTBOUND_ALLOW names a network that there cannot be: " + network,
                    "Name addresses or networks such as 10.1.0.0/16, separated by commas.",
                    none);
        }
    }
}
