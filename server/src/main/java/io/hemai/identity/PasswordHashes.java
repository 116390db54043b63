package io.hemai.identity;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Refusal;
import java.text.Normalizer;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Hashes passwords by Argon2id; only a few at a time, since each takes 16 MB and a core for a while. */
@Component
class PasswordHashes {
    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 20;

    private final Argon2PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    /** Of a password that nobody knows, so that an unknown login takes as long as a wrong password. */
    private final Supplier<String> nobody = SingletonSupplier.of(() -> encoded(Secret.next()));

    String hash(String password) {
        return within(() -> encoded(password));
    }

    private String encoded(String password) {
        return Objects.requireNonNull(argon2.encode(same(password)));
    }

    /** Does the work with one of the few places, so that checks of the throttle just before a hash are not outrun. */
    <T> T within(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.of(KernelError.UNAVAILABLE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.of(KernelError.UNAVAILABLE);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** Whether it is the password; takes as long when there is none. To be called {@link #within} a place. */
    boolean matches(String password, @Nullable String hash) {
        String none = nobody.get();
        boolean same = argon2.matches(same(password), hash == null ? none : hash);
        return same && hash != null;
    }

    /** The same password from a keyboard that composes characters otherwise. */
    private static String same(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
