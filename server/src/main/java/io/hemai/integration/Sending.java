package io.hemai.integration;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.integration.outbound.Outbound;
import io.hemai.integration.outbound.Reply;
import io.hemai.integration.store.CallState;
import io.hemai.integration.store.CallStore;
import io.hemai.integration.store.StoredCall;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.tenancy.TenantTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends messages to webhooks. Each is claimed for a time, sent outside of any transaction, and what came of it is noted only by who
 * claimed it last.
 */
@Component
class Sending {
    /** Longer than a message can be on its way, even where the clocks of two nodes differ by minutes. */
    static final Duration CLAIM = Duration.ofMinutes(5);
    /** How long after the first try the last one is. */
    static final Duration PATIENCE = Duration.ofDays(3);
    /** How long messages are signed by the former key as well. */
    static final Duration BOTH_KEYS = Duration.ofHours(24);

    private static final String INACTIVE = "inactive";
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    static final SystemIdentity COURIER = new SystemIdentity("webhooks", "webhooks");
    /** How long a message waits for its next try; the last pause is that of all others. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final WebhookObject webhook;
    private final Records records;
    private final CallStore calls;
    private final SigningKeys keys;
    private final Outbound outbound;
    private final Lines lines;
    private final Standing standing;
    private final TenantTransactions transactions;
    private final MeterRegistry meters;
    private final Clock clock;

    Sending(
            WebhookObject webhook,
            Records records,
            CallStore calls,
            SigningKeys keys,
            Outbound outbound,
            Lines lines,
            Standing standing,
            TenantTransactions transactions,
            MeterRegistry meters,
            Clock clock) {
        this.webhook = webhook;
        this.records = records;
        this.calls = calls;
        this.keys = keys;
        this.outbound = outbound;
        this.lines = lines;
        this.standing = standing;
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
    }

    /** The bound tenant's next message whose webhook may get one now; nobody else's to send for a time. */
    Optional<StoredCall> claim() {
        Instant now = clock.instant();
        Optional<StoredCall> claimed = transactions.write(() -> calls.claim(lines.busy(), now, now.plus(CLAIM)));
        claimed.ifPresent(call -> lines.begins(call.webhook()));
        return claimed;
    }

    /** When the bound tenant's next message may be sent; empty when there is none, or when the end of another tells. */
    Optional<Instant> nextDue() {
        Optional<Instant> waiting = transactions.read(() -> calls.next(lines.busy()));
        return lines.nextRoused()
                .filter(end -> waiting.isEmpty() || end.isBefore(waiting.get()))
                .or(() -> waiting);
    }

    /** Sends a claimed message, and notes what came of it. */
    void send(StoredCall call) {
        Duration wanted = null;
        boolean arrived = false;
        try {
            Optional<Row> to = Acting.call(
                    COURIER,
                    () -> Optional.ofNullable(records.rows(webhook.name(), List.of(call.webhook()))
                            .get(call.webhook())));
            if (to.isEmpty() || !Boolean.TRUE.equals(to.get().value(webhook.active))) {
                note(call, waits(call, to.isEmpty()));
            } else {
                Reply reply = outbound.post(
                        URI.create(to.get().require(webhook.url)), headers(call, to.get()), bytes(call.body()));
                wanted = reply instanceof Reply.Answered answered ? answered.after() : null;
                arrived = note(call, to.get(), reply);
            }
        } catch (RuntimeException trouble) {
            LOG.warn("message {} could not be sent", call.messageId(), trouble);
            note(call, after(call, new Reply.Unreached(Reply.Trouble.NO_ANSWER), false, false));
        } finally {
            if (arrived) {
                lines.arrived(call.webhook());
            } else {
                lines.failed(call.webhook(), wanted);
            }
        }
    }

    /** While a webhook is switched off its messages wait for it; a deleted one gets none any more. */
    private StoredCall waits(StoredCall call, boolean gone) {
        Instant now = clock.instant();
        boolean given = gone || now.isAfter(call.since().plus(PATIENCE));
        return call.after(
                given ? CallState.FAILED : CallState.WAITING,
                given ? null : now.plus(Lines.LONGEST_REST),
                now,
                new StoredCall.Heard(null, null, INACTIVE));
    }

    private Map<String, String> headers(StoredCall call, Row to) {
        Instant now = clock.instant();
        long number = to.require(webhook.keyNumber);
        List<byte[]> signing = new ArrayList<>(List.of(keys.of(call.webhook(), number)));
        if (standing.signsByFormer(to, now)) {
            signing.add(keys.of(call.webhook(), number - 1));
        }
        return Signature.headers(call.messageId(), now, bytes(call.body()), signing);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether it arrived. */
    private boolean note(StoredCall call, Row to, Reply reply) {
        boolean arrived = reply instanceof Reply.Answered answered && answered.isTaken();
        boolean gone = reply instanceof Reply.Answered answered && answered.isGone();
        StoredCall after = after(call, reply, arrived, gone);
        note(call, after);
        standing.noted(to, arrived, gone, clock.instant());
        meters.counter("hemai.webhook", "outcome", arrived ? "delivered" : "failed")
                .increment();
        return arrived;
    }

    private StoredCall after(StoredCall call, Reply reply, boolean arrived, boolean gone) {
        Instant now = clock.instant();
        CallState state = arrived
                ? CallState.DELIVERED
                : gone || now.isAfter(call.since().plus(PATIENCE)) ? CallState.FAILED : CallState.WAITING;
        return switch (reply) {
            case Reply.Answered(int status, var text, var wanted) ->
                call.after(
                        state,
                        state == CallState.WAITING ? now.plus(pause(call, wanted)) : null,
                        now,
                        new StoredCall.Heard(status, text, null));
            case Reply.Unreached(var trouble) ->
                call.after(
                        state,
                        state == CallState.WAITING ? now.plus(pause(call, null)) : null,
                        now,
                        new StoredCall.Heard(null, null, trouble.code()));
        };
    }

    private static Duration pause(StoredCall call, @Nullable Duration wanted) {
        Duration usual = PAUSES.get(Math.clamp(call.tries(), 1, PAUSES.size()) - 1);
        if (wanted == null || wanted.compareTo(usual) < 0) {
            return usual;
        }
        return wanted.compareTo(LONGEST_PAUSE) < 0 ? wanted : LONGEST_PAUSE;
    }

    private void note(StoredCall claimed, StoredCall after) {
        if (!transactions.write(() -> calls.note(claimed, after))) {
            LOG.warn("message {} took longer than its claim; somebody else has sent it too", claimed.messageId());
        }
    }
}
