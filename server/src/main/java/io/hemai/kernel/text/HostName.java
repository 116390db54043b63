package io.hemai.kernel.text;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Domain names as they appear in addresses, Chinese ones included. */
final class HostName {
    private static final Pattern ASCII_NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z][a-z0-9-]*[a-z0-9])");
    private static final int LONGEST = 253;

    private HostName() {}

    /** The name in lower case when it is a full domain name, otherwise empty. */
    static Optional<String> of(String typed) {
        try {
            String ascii = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            boolean good =
                    ascii.length() <= LONGEST && ASCII_NAME.matcher(ascii).matches();
            return good ? Optional.of(IDN.toUnicode(ascii)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // how IDN says "no domain name"
        }
    }
}
