package io.hemai.integration;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How this node stands with each webhook. One that takes messages gets several at a time; one that does not gets one at a time, at
 * growing distances, until it does.
 */
@Component
class Lines {
    static final int AT_ONCE = 8;
    /** All webhooks of one tenant together. */
    static final int MOST_OF_ONE = 16;
    /** The rest after the first failure; the next are twice as long each. */
    static final Duration FIRST_REST = Duration.ofSeconds(10);

    static final Duration LONGEST_REST = Duration.ofMinutes(5);
    /** A receiver that wants to be left alone is, for no longer than this. */
    static final Duration LONGEST_WANTED = Duration.ofHours(1);

    private final Map<Place, Line> lines = new ConcurrentHashMap<>();
    private final Clock clock;

    Lines(Clock clock) {
        this.clock = clock;
    }

    private record Place(TenantId tenant, RecordId webhook) {}

    /**
     * A webhook.
     *
     * @param underWay how many messages are on their way there
     * @param rest how long it rests after the next failure; null while it takes messages
     * @param restsUntil when it gets the next one
     */
    private record Line(int underWay, @Nullable Duration rest, Instant restsUntil) {
        static final Line NEW = new Line(0, null, Instant.MIN);

        boolean isBusy(Instant now) {
            return underWay >= (rest == null ? AT_ONCE : 1) || now.isBefore(restsUntil);
        }
    }

    /** Another message is on its way. */
    void begins(RecordId webhook) {
        change(webhook, line -> new Line(line.underWay() + 1, line.rest(), line.restsUntil()));
    }

    /** A message arrived, or needs to no more. */
    void arrived(RecordId webhook) {
        change(webhook, line -> new Line(line.underWay() - 1, null, Instant.MIN));
    }

    /** A message did not arrive; of those that were on their way together only the first counts. */
    void failed(RecordId webhook, @Nullable Duration wanted) {
        Instant now = clock.instant();
        change(webhook, line -> {
            int underWay = line.underWay() - 1;
            if (now.isBefore(line.restsUntil())) {
                return new Line(underWay, line.rest(), line.restsUntil());
            }
            Duration rest = line.rest() == null ? FIRST_REST : line.rest();
            Duration next = shorter(rest.multipliedBy(2), LONGEST_REST);
            Duration kept = wanted == null || wanted.compareTo(rest) < 0 ? rest : shorter(wanted, LONGEST_WANTED);
            return new Line(underWay, next, now.plus(kept));
        });
    }

    /** Somebody has mended it, or wants to see: it need not rest any longer. */
    void rouse(RecordId webhook) {
        change(webhook, line -> new Line(line.underWay(), null, Instant.MIN));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void change(RecordId webhook, UnaryOperator<Line> how) {
        lines.compute(new Place(CurrentTenant.get().id(), webhook), (place, line) -> {
            Line next = how.apply(line == null ? Line.NEW : line);
            return next.underWay() <= 0 && next.rest() == null ? null : next;
        });
    }

    /** Whether so many of the bound tenant's messages are on their way that others have to wait. */
    boolean isFull() {
        return lines.entrySet().stream()
                        .filter(line -> isOurs(line.getKey()))
                        .mapToInt(line -> line.getValue().underWay())
                        .sum()
                >= MOST_OF_ONE;
    }

    /** The bound tenant's webhooks that get nothing at the moment. */
    List<RecordId> busy() {
        Instant now = clock.instant();
        return lines.entrySet().stream()
                .filter(line -> isOurs(line.getKey()) && line.getValue().isBusy(now))
                .map(line -> line.getKey().webhook())
                .toList();
    }

    /** When the first of the bound tenant's webhooks that rest gets a message again. */
    Optional<Instant> nextRoused() {
        Instant now = clock.instant();
        return lines.entrySet().stream()
                .filter(line -> isOurs(line.getKey()))
                .map(line -> line.getValue().restsUntil())
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private static boolean isOurs(Place place) {
        return place.tenant().equals(CurrentTenant.get().id());
    }
}
