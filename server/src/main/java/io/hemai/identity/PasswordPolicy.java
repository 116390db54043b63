package io.hemai.identity;

import io.hemai.kernel.Problem;
import io.hemai.kernel.Problems;
import io.hemai.kernel.text.Normalised;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which passwords are good enough: long, not the login, not what everybody takes. No rules about kinds of characters. */
final class PasswordPolicy {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private static final int FEWEST_DIFFERENT = 4;
    private static final int SHORTEST_LOGIN = 4;
    private static final Set<String> COMMON = common();

    private PasswordPolicy() {}

    /** Everything that speaks against the password. */
    static List<Problem> problems(String field, String login, String password) {
        Problems problems = new Problems();
        int length = password.codePointCount(0, password.length());
        String folded = Normalised.of(password);
        if (length < SHORTEST) {
            problems.add(field, IdentityError.PASSWORD_TOO_SHORT, SHORTEST);
        } else if (length > LONGEST) {
            problems.add(field, IdentityError.PASSWORD_TOO_LONG, LONGEST);
        } else if (common(folded)) {
            problems.add(field, IdentityError.PASSWORD_COMMON);
        }
        if (likeLogin(folded, Normalised.of(login))) {
            problems.add(field, IdentityError.PASSWORD_LIKE_LOGIN);
        }
        return problems.list();
    }

    private static boolean common(String folded) {
        return COMMON.contains(folded) || folded.chars().distinct().count() < FEWEST_DIFFERENT;
    }

    /** The login itself, or little more than it. */
    private static boolean likeLogin(String folded, String login) {
        return login.equals(folded)
                || (login.length() >= SHORTEST_LOGIN
                        && folded.contains(login)
                        && folded.length() - login.length() < SHORTEST_LOGIN);
    }

    private static Set<String> common() {
        InputStream list = Objects.requireNonNull(
                PasswordPolicy.class.getResourceAsStream("common-passwords.txt"), "common-passwords.txt");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
