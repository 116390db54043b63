package io.hemai.integration;

import io.hemai.integration.store.KeyStore;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The keys by which messages to webhooks are signed. None is stored: each follows from the one key of the installation, so that no
 * copy of a tenant's tables gives one away.
 */
@Component
class SigningKeys {
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final KeyStore keys;
    private volatile byte @Nullable [] installation;

    SigningKeys(KeyStore keys) {
        this.keys = keys;
    }

    /** That of a webhook of the bound tenant. Outside of the tenant's transactions, whose role does not see the installation's. */
    byte[] of(RecordId webhook, long number) {
        String purpose = CurrentTenant.get().id().name() + " " + webhook + " " + number;
        return hmac(installation(), purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** As the other side is told it. */
    static String shown(byte[] key) {
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    private byte[] installation() {
        byte[] known = installation;
        if (known == null) {
            byte[] made = new byte[BYTES];
            new SecureRandom().nextBytes(made);
            known = keys.kept("webhooks", made);
            installation = known;
        }
        return known;
    }

    static byte[] hmac(byte[] key, byte[] said) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(said);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + HMAC, missing);
        }
    }
}
