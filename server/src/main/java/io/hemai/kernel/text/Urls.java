package io.hemai.kernel.text;

import io.hemai.kernel.text.Checked.Invalid;
import io.hemai.kernel.text.Checked.Valid;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks web addresses: http and https only, a full host name, no sign-in data inside. */
public final class Urls {
    private static final int LONGEST = 2_000;
    private static final Pattern WITH_SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*", Pattern.DOTALL);
    /** {@code javascript:…} but not {@code example.com:8080}. */
    private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+-]*:(?!\\d+(/|$)).*", Pattern.DOTALL);

    private static final Pattern IP_V4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");

    private Urls() {}

    /** Returns the address with scheme and host in lower case; {@code https://} is added where no scheme is given. */
    public static Checked<String> check(String typed) {
        String text = halfWidth(typed).strip();
        if (text.isEmpty()) {
            return new Invalid<>(TextError.URL_EMPTY);
        }
        if (text.length() > LONGEST) {
            return new Invalid<>(TextError.URL_TOO_LONG, String.valueOf(LONGEST));
        }
        if (!WITH_SCHEME.matcher(text).matches()) {
            if (OTHER_SCHEME.matcher(text).matches()) {
                return new Invalid<>(TextError.URL_SCHEME, text.substring(0, text.indexOf(':')));
            }
            return parsed("https://" + text, "https://".length());
        }
        return parsed(text, 0);
    }

    private static Checked<String> parsed(String text, int added) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                return new Invalid<>(TextError.URL_SCHEME, scheme);
            }
            String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
            if (authority.contains("@")) {
                return new Invalid<>(TextError.URL_CREDENTIALS);
            }
            return host(authority)
                    .<Checked<String>>map(host -> new Valid<>(scheme + "://" + host + afterAuthority(uri)))
                    .orElseGet(() -> new Invalid<>(TextError.URL_HOST, authority));
        } catch (URISyntaxException e) {
            return new Invalid<>(TextError.URL_SYNTAX, String.valueOf(e.getIndex() + 1 - added));
        }
    }

    /** Host and port, checked; {@link URI#getHost} knows no Chinese host names. */
    private static Optional<String> host(String authority) {
        int colon = authority.lastIndexOf(':');
        String name = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "" : authority.substring(colon);
        if (!port.matches("|:[0-9]{1,5}") || (port.length() > 1 && Integer.parseInt(port.substring(1)) > 65_535)) {
            return Optional.empty();
        }
        return IP_V4.matcher(name).matches()
                ? Optional.of(name + port)
                : HostName.of(name).map(host -> host + port);
    }

    private static String afterAuthority(URI uri) {
        String path = Optional.ofNullable(uri.getRawPath()).orElse("");
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
        return path + query + fragment;
    }

    /** Full-width ASCII, as Chinese input methods leave it, to plain ASCII; NFKC would change paths too. */
    private static String halfWidth(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E') {
                plain.setCharAt(i, (char) (c - '\uFF01' + '!'));
            } else if (c == '\u3000') {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }
}
