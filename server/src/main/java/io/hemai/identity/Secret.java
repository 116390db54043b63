package io.hemai.identity;

import io.hemai.kernel.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** Random texts that open doors, of which only the hash is kept. */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secret() {}

    /** 256 random bits as 43 characters that need no quoting anywhere. */
    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored; a slow hash would add nothing, since the text cannot be guessed. */
    static byte[] hash(String secret) {
        return Sha256.of(secret);
    }
}
