package io.hemai.integration;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.integration.outbound.Outbound;
import io.hemai.integration.outbound.Reply;
import io.hemai.integration.store.CallState;
import io.hemai.integration.store.CallStore;
import io.hemai.integration.store.StoredCall;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.tenancy.CurrentTenant;
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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends messages to webhooks. Each is claimed for a time, sent outside of any transaction, and what came of it is noted only by who
 * claimed it last. A webhook that does not take a message gets the others later, and one at a time, until it does.
 */
@Component
class Sending {
    /** Longer than a message can be on its way, even where the clocks of two nodes differ by minutes. */
    static final Duration CLAIM = Duration.ofMinutes(5);
    /** How long after the first try the last one is. */
    static final Duration PATIENCE = Duration.ofDays(3);
    /** How long messages are signed by the former key as well. */
    static final Duration BOTH_KEYS = Duration.ofHours(24);

    static final String INACTIVE = "inactive";

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final SystemIdentity COURIER = new SystemIdentity("webhooks", "webhooks");
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
    private static final int AT_ONCE = 8;

    private final WebhookObject webhook;
    private final Records records;
    private final CallStore calls;
    private final SigningKeys keys;
    private final Outbound outbound;
    private final TenantTransactions transactions;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<Place, Line> lines = new ConcurrentHashMap<>();

    Sending(
            WebhookObject webhook,
            Records records,
            CallStore calls,
            SigningKeys keys,
            Outbound outbound,
            TenantTransactions transactions,
            MeterRegistry meters,
            Clock clock) {
        this.webhook = webhook;
        this.records = records;
        this.calls = calls;
        this.keys = keys;
        this.outbound = outbound;
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
    }

    /** A message that is nobody else's to send for a time. */
    record Claimed(StoredCall call) {}

    private record Place(TenantId tenant, RecordId webhook) {}

    /**
     * How this node stands with a webhook.
     *
     * @param underWay how many messages are on their way there
     * @param failures how many in a row did not arrive
     * @param restsUntil when the next may be sent
     */
    private record Line(int underWay, int failures, Instant restsUntil) {
        static final Line NEW = new Line(0, 0, Instant.MIN);

        boolean isBusy(Instant now) {
            return underWay >= (failures == 0 ? AT_ONCE : 1) || now.isBefore(restsUntil);
        }

        boolean isIdle() {
            return underWay == 0 && failures == 0;
        }

        Line begins() {
            return new Line(underWay + 1, failures, restsUntil);
        }

        Line delivered() {
            return new Line(underWay - 1, 0, Instant.MIN);
        }

        Line failed(Instant now) {
            return new Line(underWay - 1, failures + 1, now.plus(pause(failures + 1)));
        }
    }

    private static Duration pause(int failures) {
        return PAUSES.get(Math.min(failures, PAUSES.size()) - 1);
    }

    /** The bound tenant's next message whose webhook may get one now. */
    Optional<Claimed> claim() {
        Instant now = clock.instant();
        Optional<Claimed> claimed = transactions.write(
                () -> calls.claim(busy(now), now, now.plus(CLAIM)).map(Claimed::new));
        claimed.ifPresent(
                one -> lines.compute(place(one.call()), (place, line) -> (line == null ? Line.NEW : line).begins()));
        return claimed;
    }

    /** When the bound tenant's next message may be sent; empty when there is none, or when the end of another tells. */
    Optional<Instant> nextDue() {
        Instant now = clock.instant();
        Optional<Instant> waiting = transactions.read(() -> calls.next(busy(now)));
        return resting(now).stream()
                .filter(end -> waiting.isEmpty() || end.isBefore(waiting.get()))
                .min(Instant::compareTo)
                .or(() -> waiting);
    }

    private List<RecordId> busy(Instant now) {
        TenantId tenant = CurrentTenant.get().id();
        return lines.entrySet().stream()
                .filter(line ->
                        line.getKey().tenant().equals(tenant) && line.getValue().isBusy(now))
                .map(line -> line.getKey().webhook())
                .toList();
    }

    /** When webhooks that rest get a message again. */
    private List<Instant> resting(Instant now) {
        TenantId tenant = CurrentTenant.get().id();
        return lines.entrySet().stream()
                .filter(line -> line.getKey().tenant().equals(tenant))
                .map(line -> line.getValue().restsUntil())
                .filter(now::isBefore)
                .toList();
    }

    private static Place place(StoredCall call) {
        return new Place(CurrentTenant.get().id(), call.webhook());
    }

    /** Sends a claimed message, and notes what came of it. */
    void send(Claimed claimed) {
        StoredCall call = claimed.call();
        boolean arrived = false;
        try {
            Optional<Row> to = Acting.call(
                    COURIER,
                    () -> Optional.ofNullable(records.rows(webhook.name(), List.of(call.webhook()))
                            .get(call.webhook())));
            if (to.isEmpty() || !Boolean.TRUE.equals(to.get().value(webhook.active))) {
                note(call, given(call, CallState.FAILED, null, null, INACTIVE));
                arrived = true;
            } else {
                Reply reply = outbound.post(
                        URI.create(to.get().require(webhook.url)), headers(call, to.get()), bytes(call.body()));
                arrived = note(call, to.get(), reply);
            }
        } catch (RuntimeException trouble) {
            LOG.warn("message {} could not be sent", call.messageId(), trouble);
        } finally {
            boolean delivered = arrived;
            Instant now = clock.instant();
            lines.computeIfPresent(place(call), (place, line) -> {
                Line after = delivered ? line.delivered() : line.failed(now);
                return after.isIdle() ? null : after;
            });
        }
    }

    private Map<String, String> headers(StoredCall call, Row to) {
        Instant now = clock.instant();
        long number = to.require(webhook.keyNumber);
        Instant renewed = to.value(webhook.renewedAt);
        List<byte[]> signing = new ArrayList<>(List.of(keys.of(call.webhook(), number)));
        if (renewed != null && now.isBefore(renewed.plus(BOTH_KEYS))) {
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
        note(call, after(call, reply, arrived, gone));
        Instant since = to.value(webhook.failingSince);
        if (arrived == (since != null) || gone) {
            Values values = Values.of(webhook.failingSince, arrived ? null : since == null ? clock.instant() : since);
            Acting.run(
                    COURIER, () -> records.update(webhook, to.id(), gone ? values.set(webhook.active, false) : values));
        }
        meters.counter("hemai.webhook", "outcome", arrived ? "delivered" : "failed")
                .increment();
        return arrived;
    }

    private StoredCall after(StoredCall call, Reply reply, boolean arrived, boolean gone) {
        Instant now = clock.instant();
        CallState state = arrived
                ? CallState.DELIVERED
                : gone || now.isAfter(call.since().plus(PATIENCE)) ? CallState.FAILED : CallState.WAITING;
        Duration wanted = reply instanceof Reply.Answered answered ? answered.after() : null;
        return given(
                call,
                state,
                state == CallState.WAITING ? now.plus(pause(call, wanted)) : null,
                reply,
                reply instanceof Reply.Unreached(var trouble) ? trouble.code() : null);
    }

    private static Duration pause(StoredCall call, @Nullable Duration wanted) {
        Duration usual = pause(call.tries());
        if (wanted == null || wanted.compareTo(usual) < 0) {
            return usual;
        }
        return wanted.compareTo(LONGEST_PAUSE) < 0 ? wanted : LONGEST_PAUSE;
    }

    private StoredCall given(
            StoredCall call, CallState state, @Nullable Instant due, @Nullable Reply reply, @Nullable String trouble) {
        Reply.Answered answered = reply instanceof Reply.Answered one ? one : null;
        return new StoredCall(
                call.id(),
                call.webhook(),
                call.key(),
                call.type(),
                call.body(),
                state.code(),
                call.createdAt(),
                due,
                call.since(),
                call.tries(),
                call.fence(),
                state == CallState.DELIVERED ? clock.instant() : null,
                answered == null ? null : answered.status(),
                answered == null ? null : answered.text(),
                trouble);
    }

    private void note(StoredCall claimed, StoredCall after) {
        if (!transactions.write(() -> calls.note(claimed, after))) {
            LOG.warn("message {} took longer than its claim; somebody else has sent it too", claimed.messageId());
        }
    }
}
