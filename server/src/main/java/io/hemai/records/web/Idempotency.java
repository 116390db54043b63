package io.hemai.records.web;

import io.hemai.identity.Acting;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.RecordsError;
import io.hemai.records.store.IdempotencyStore;
import io.hemai.records.store.IdempotencyStore.Known;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.web.Once;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Does a request with an {@code Idempotency-Key} once: the answer is kept with the effect, as {@link Once} says, and given again to
 * whoever repeats the request within a day. Refusals are not kept.
 */
@Component
class Idempotency {
    static final String HEADER = "Idempotency-Key";

    private final IdempotencyStore store;
    private final TenantTransactions transactions;
    private final RequestDigest digests;
    private final PlainAnswers answers;

    Idempotency(IdempotencyStore store, TenantTransactions transactions, RequestDigest digests, PlainAnswers answers) {
        this.store = store;
        this.transactions = transactions;
        this.digests = digests;
        this.answers = answers;
    }

    /** A request with a key. */
    private record Asked(
            RecordId caller,
            String key,
            String digest,
            boolean secretRequest,
            boolean secretAnswer,
            HandlerMethod route) {}

    /** A failure of the work that is no refusal, carried out of the transaction. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(Exception cause) {
            super(cause);
        }
    }

    /** Does the work, or answers what it answered before. */
    @Nullable
    Object once(
            HttpServletRequest request,
            HandlerMethod route,
            @Nullable Object[] arguments,
            Callable<@Nullable Object> work)
            throws Exception {
        String key = request.getHeader(HEADER);
        // each token by itself: what one may read another may not
        Optional<RecordId> caller = Acting.user().map(user -> user.usedToken().orElse(user.user()));
        Once once = AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), Once.class);
        Once.How how = how(route, once, request);
        if (key.isBlank() || caller.isEmpty() || how == Once.How.NOWHERE) {
            return work.call();
        }
        if (key.length() > Limits.IDEMPOTENCY_KEY) {
            throw Refusal.ofField(HEADER, RecordsError.KEY_TOO_LONG, Limits.IDEMPOTENCY_KEY);
        }
        Asked asked = new Asked(
                caller.get(),
                key,
                digests.of(request, route, arguments),
                once != null && once.secretRequest(),
                once != null && once.secretAnswer(),
                route);
        try {
            return how == Once.How.TOGETHER ? together(asked, work) : apart(asked, work);
        } catch (Failed failed) {
            throw (Exception) failed.getCause();
        }
    }

    @SuppressWarnings("unchecked") // the framework's own map
    private static Once.How how(HandlerMethod route, @Nullable Once once, HttpServletRequest request) {
        if (route.getBean() instanceof Once.Choice choice) {
            return choice.once(
                    (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE));
        }
        return once == null ? Once.How.APART : once.value();
    }

    private Object together(Asked asked, Callable<@Nullable Object> work) {
        return transactions.write(() -> begin(asked)
                .map(known -> repeat(asked, known))
                .orElseGet(() -> keep(asked, called(asked.route(), work))));
    }

    private Object apart(Asked asked, Callable<@Nullable Object> work) {
        Optional<Known> known = transactions.write(() -> {
            Optional<Known> before = begin(asked);
            if (before.isEmpty()) {
                store.keep(asked.caller(), asked.key(), Known.running(kept(asked)));
            }
            return before;
        });
        return known.isPresent() ? repeat(asked, known.get()) : first(asked, work);
    }

    private Object first(Asked asked, Callable<@Nullable Object> work) {
        boolean done = false;
        try {
            ResponseEntity<byte[]> answer = called(asked.route(), work);
            done = true;
            return transactions.write(() -> keep(asked, answer));
        } finally {
            if (!done) {
                transactions.write(() -> store.forget(asked.caller(), asked.key()));
            }
        }
    }

    /** Takes the key; tells what was answered for it. */
    private Optional<Known> begin(Asked asked) {
        if (!store.begin(asked.caller(), asked.key())) {
            throw Refusal.ofField(HEADER, RecordsError.STILL_RUNNING);
        }
        Optional<Known> known = store.find(asked.caller(), asked.key());
        known.ifPresent(before -> {
            if (before.isRunning()) {
                throw Refusal.ofField(HEADER, RecordsError.STILL_RUNNING);
            }
            if (!digests.same(asked.digest(), before.request(), asked.secretRequest())) {
                throw Refusal.ofField(HEADER, RecordsError.KEY_REUSED);
            }
        });
        return known;
    }

    private static ResponseEntity<byte[]> repeat(Asked asked, Known known) {
        if (asked.secretAnswer()) {
            String made = String.valueOf(known.location());
            String id = made.substring(made.lastIndexOf('/') + 1);
            throw Refusal.ofField(HEADER, RecordsError.SECRET_ONCE, id).with("id", id);
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(known.status());
        if (known.location() != null) {
            answer.header("Location", known.location());
        }
        if (known.etag() != null) {
            answer.eTag(known.etag());
        }
        return known.body().length == 0
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_JSON).body(known.body());
    }

    private ResponseEntity<byte[]> called(HandlerMethod route, Callable<@Nullable Object> work) {
        try {
            return answers.of(route, work.call());
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception failed) {
            throw new Failed(failed);
        }
    }

    private ResponseEntity<byte[]> keep(Asked asked, ResponseEntity<byte[]> answer) {
        byte[] body = Objects.requireNonNullElse(answer.getBody(), new byte[0]);
        store.keep(
                asked.caller(),
                asked.key(),
                new Known(
                        kept(asked),
                        answer.getStatusCode().value(),
                        answer.getHeaders().getFirst("Location"),
                        answer.getHeaders().getETag(),
                        asked.secretAnswer() ? new byte[0] : body));
        return answer;
    }

    private String kept(Asked asked) {
        return digests.kept(asked.digest(), asked.secretRequest());
    }
}
