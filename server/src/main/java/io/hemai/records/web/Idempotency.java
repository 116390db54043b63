package io.hemai.records.web;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.RecordsError;
import io.hemai.records.store.IdempotencyStore;
import io.hemai.tenancy.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Does a request with an {@code Idempotency-Key} once: the answer is stored in the transaction of the effect and given again to
 * whoever repeats the request within a day. Refusals are not stored.
 */
@Component
class Idempotency {
    static final String HEADER = "Idempotency-Key";

    private final IdempotencyStore store;
    private final TenantTransactions transactions;

    Idempotency(IdempotencyStore store, TenantTransactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * @param key null or blank when the client does not ask for it
     * @param request everything that must be the same in a repetition
     */
    ResponseEntity<byte[]> once(@Nullable String key, String request, Supplier<ResponseEntity<byte[]>> work) {
        if (key == null || key.isBlank()) {
            return transactions.write(work);
        }
        if (key.length() > Limits.IDEMPOTENCY_KEY) {
            throw Refusal.ofField(HEADER, RecordsError.KEY_TOO_LONG, Limits.IDEMPOTENCY_KEY);
        }
        RecordId caller = Acting.user()
                .map(UserIdentity::user)
                .orElseThrow(() -> new IllegalStateException("nobody is signed in"));
        String digest = digest(request);
        return transactions.write(() -> {
            if (!store.begin(caller, key)) {
                throw Refusal.ofField(HEADER, RecordsError.STILL_RUNNING);
            }
            return store.find(caller, key)
                    .map(known -> repeat(known, digest))
                    .orElseGet(() -> first(caller, key, digest, work));
        });
    }

    private static ResponseEntity<byte[]> repeat(IdempotencyStore.Known known, String digest) {
        if (!known.request().equals(digest)) {
            throw Refusal.ofField(HEADER, RecordsError.KEY_REUSED);
        }
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(known.status()).contentType(MediaType.APPLICATION_JSON);
        if (known.location() != null) {
            answer.header("Location", known.location());
        }
        if (known.etag() != null) {
            answer.eTag(known.etag());
        }
        return answer.body(known.body());
    }

    private ResponseEntity<byte[]> first(
            RecordId caller, String key, String digest, Supplier<ResponseEntity<byte[]>> work) {
        ResponseEntity<byte[]> answer = work.get();
        store.keep(
                caller,
                key,
                new IdempotencyStore.Known(
                        digest,
                        answer.getStatusCode().value(),
                        answer.getHeaders().getFirst("Location"),
                        answer.getHeaders().getETag(),
                        Objects.requireNonNullElse(answer.getBody(), new byte[0])));
        return answer;
    }

    private static String digest(String request) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
