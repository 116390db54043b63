package io.hemai.automation.run;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.automation.AutomationError;
import io.hemai.automation.FlowObject;
import io.hemai.automation.FlowPlan;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.journal.Act;
import io.hemai.journal.Entry;
import io.hemai.journal.Journal;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.AsTold;
import io.hemai.records.Matcher;
import io.hemai.records.Matches;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.ValueContexts;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells for which records a flow as it is drawn would have begun in the last days; it begins nothing. What the journal tells is walked
 * back from now, so that conditions are asked of the records as they were then, as far as their own fields go. What times set off is
 * reckoned by what records say now.
 */
@Component
class FlowBackTest {
    static final int MOST_DAYS = 90;
    /** So many entries of the journal are looked at. */
    private static final int MOST_LOOKED = 20_000;

    private static final int AT_ONCE = 1_000;
    private static final int MOST_TOLD = 200;

    private final FlowObject flow;
    private final LiveFlows flows;
    private final Records records;
    private final Matcher matcher;
    private final Metadata metadata;
    private final Journal journal;
    private final Gate gate;
    private final ValueContexts contexts;
    private final JsonMapper json;
    private final TenantTransactions transactions;
    private final Clock clock;

    FlowBackTest(
            FlowObject flow,
            LiveFlows flows,
            Records records,
            Matcher matcher,
            Metadata metadata,
            Journal journal,
            Gate gate,
            ValueContexts contexts,
            JsonMapper json,
            TenantTransactions transactions,
            Clock clock) {
        this.flow = flow;
        this.flows = flows;
        this.records = records;
        this.matcher = matcher;
        this.metadata = metadata;
        this.journal = journal;
        this.gate = gate;
        this.contexts = contexts;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What would have been.
     *
     * @param from how far back was looked
     * @param fired how many runs would have begun
     * @param lookedAt how many changes were looked at
     * @param complete whether all of the time was
     * @param asOfNow whether times set it off, which are reckoned by what records say now
     * @param items for which records, the latest first; some of them
     */
    record Outlook(
            Instant from, Instant to, long fired, int lookedAt, boolean complete, boolean asOfNow, List<Fired> items) {}

    /**
     * A record for which it would have begun.
     *
     * @param at the last time; null where a time of its own set it off
     */
    record Fired(RecordId record, String label, @Nullable Instant at, int times) {}

    /** Looks back with a flow that the caller may change. */
    Outlook of(RecordId id, int days) {
        return transactions.read(() -> {
            LiveFlow drawn = flows.drawn(records.read(flow, id));
            gate.require(AdminAbility.META);
            FlowPlan.Start<?> start = drawn.plan().start();
            if (start.isByHand()) {
                throw Refusal.of(AutomationError.NO_BACK_TEST);
            }
            ObjectType type = metadata.current().require(drawn.object());
            Instant now = clock.instant();
            Instant from = now.minus(Duration.ofDays(days));
            ZoneId zone = CurrentTenant.get().zone();
            return Acting.call(
                    new SystemIdentity("flows", "flows"),
                    () -> start.isByTime()
                            ? byTime(drawn.plan(), type, from, now, zone)
                            : new Looking(drawn.plan(), type, from, now).look());
        });
    }

    private Outlook byTime(FlowPlan plan, ObjectType type, Instant from, Instant now, ZoneId zone) {
        Optional<Filter> reached = plan.start().reached(type, from, now, zone).map(filter -> filter.and(plan.when()));
        if (reached.isEmpty()) {
            return new Outlook(from, now, 0, 0, true, true, List.of());
        }
        List<Row> found =
                records.list(Query.of(type.name()).where(reached.get()).limit(Limits.CHUNK));
        List<Fired> items = found.stream()
                .map(row -> new Fired(row.id(), row.label(), null, times(plan, type, row, from, now, zone)))
                .filter(fired -> fired.times() > 0)
                .toList();
        boolean complete = found.size() < Limits.CHUNK;
        return new Outlook(
                from,
                now,
                items.stream().mapToLong(Fired::times).sum(),
                found.size(),
                complete,
                true,
                items.subList(0, Math.min(MOST_TOLD, items.size())));
    }

    /** A record is started for no earlier than it was made. */
    private static int times(FlowPlan plan, ObjectType type, Row row, Instant from, Instant now, ZoneId zone) {
        Instant made = row.value(CommonFields.CREATED_AT);
        return plan.start().times(type, made == null || made.isBefore(from) ? from : made, now, zone);
    }

    /** One walk back through the journal. */
    private final class Looking {
        private final FlowPlan plan;
        private final ObjectType type;
        private final Instant from;
        private final Instant now;
        private final AsTold told;
        private final Map<RecordId, Optional<Row>> states = new HashMap<>();
        private final Map<RecordId, Fired> fired = new LinkedHashMap<>();
        private long count;

        Looking(FlowPlan plan, ObjectType type, Instant from, Instant now) {
            this.plan = plan;
            this.type = type;
            this.from = from;
            this.now = now;
            this.told = new AsTold(json, contexts.current());
        }

        /** A change that set the flow off, and the record after it. */
        private record Candidate(Entry entry, Row state) {}

        Outlook look() {
            int looked = 0;
            Entry last = null;
            Instant reached = from;
            List<Entry> some;
            do {
                some = journal.about(type.name(), from, last, AT_ONCE);
                if (!some.isEmpty()) {
                    last = some.getLast();
                    reached = last.at();
                    looked += some.size();
                    walk(some);
                }
            } while (some.size() == AT_ONCE && looked < MOST_LOOKED);
            boolean complete = some.size() < AT_ONCE;
            return new Outlook(
                    complete ? from : reached,
                    now,
                    count,
                    looked,
                    complete,
                    false,
                    fired.values().stream().limit(MOST_TOLD).toList());
        }

        private void walk(List<Entry> entries) {
            List<RecordId> unknown = entries.stream()
                    .map(Entry::record)
                    .filter(record -> !states.containsKey(record))
                    .distinct()
                    .toList();
            Map<RecordId, Row> rows = records.rows(type.name(), unknown);
            unknown.forEach(record -> states.put(record, Optional.ofNullable(rows.get(record))));
            List<Candidate> candidates = new ArrayList<>();
            for (Entry entry : entries) {
                Optional<Row> state = Objects.requireNonNull(states.get(entry.record()));
                if (state.isPresent()) {
                    if ((entry.act() == Act.CREATED || entry.act() == Act.UPDATED)
                            && plan.start().isSetOffBy(FlowStarts.happening(json, entry))) {
                        candidates.add(new Candidate(entry, state.get()));
                    }
                    states.put(entry.record(), Optional.of(before(entry, state.get())));
                }
            }
            ask(candidates);
        }

        /** The record as it was before the change; what it was made with stays, since nothing older is asked about. */
        private Row before(Entry entry, Row after) {
            if (entry.act() != Act.UPDATED) {
                return after;
            }
            @Nullable Object[] values = after.values().clone();
            json.readTree(entry.changes())
                    .properties()
                    .forEach(change -> type.field(change.getKey())
                            .ifPresent(field -> values[type.place(field)] =
                                    told.value(field, change.getValue().path(0))));
            return new Row(type, values);
        }

        /** Each record once at a time, since what is asked is asked of one state of it. */
        private void ask(List<Candidate> candidates) {
            List<Map<RecordId, Candidate>> rounds = new ArrayList<>();
            for (Candidate candidate : candidates) {
                RecordId record = candidate.entry().record();
                Map<RecordId, Candidate> round = rounds.stream()
                        .filter(one -> !one.containsKey(record))
                        .findFirst()
                        .orElseGet(() -> {
                            rounds.add(new LinkedHashMap<>());
                            return rounds.getLast();
                        });
                round.put(record, candidate);
            }
            for (Map<RecordId, Candidate> round : rounds) {
                Matches matches = matcher.among(
                        type, round.values().stream().map(Candidate::state).toList());
                round.forEach((record, candidate) -> {
                    if (matches.matches(record, plan.when())) {
                        count(candidate);
                    }
                });
            }
        }

        private void count(Candidate candidate) {
            count++;
            RecordId record = candidate.entry().record();
            Fired known = fired.get(record);
            fired.put(
                    record,
                    known == null
                            ? new Fired(
                                    record,
                                    candidate.state().label(),
                                    candidate.entry().at(),
                                    1)
                            : new Fired(record, known.label(), known.at(), known.times() + 1));
        }
    }
}
