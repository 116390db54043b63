package io.hemai.records.rollup;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.journal.JournalFeed;
import io.hemai.kernel.RecordId;
import io.hemai.records.store.RollUpGroup;
import io.hemai.records.store.RollUpStore;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Recomputes every roll-up of the bound tenant and tells what was wrong, which nothing ever should be. */
@Component
public class Reconcile {
    private static final Logger LOG = LoggerFactory.getLogger(Reconcile.class);
    private static final SystemIdentity SELF = new SystemIdentity("reconcile", "recomputes all roll-ups");
    private static final int CHUNK = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Figures figures;
    private final RollUpStore store;
    private final RollUpReader reader;
    private final JournalFeed feed;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final MeterRegistry meters;

    Reconcile(
            Figures figures,
            RollUpStore store,
            RollUpReader reader,
            JournalFeed feed,
            Tenants tenants,
            TenantTransactions transactions,
            MeterRegistry meters) {
        this.figures = figures;
        this.store = store;
        this.reader = reader;
        this.feed = feed;
        this.tenants = tenants;
        this.transactions = transactions;
        this.meters = meters;
    }

    /** A value that was not what it should have been, and is now. */
    public record Difference(
            String object,
            RecordId record,
            String field,
            @Nullable Object stored,
            @Nullable Object computed) {}

    /** Corrects what is wrong, in chunks of parents, each a transaction of its own. */
    public List<Difference> run() {
        return Acting.call(SELF, () -> {
            List<Difference> all = new ArrayList<>();
            for (RollUpGroup group : figures.groups()) {
                RecordId after = null;
                do {
                    List<RecordId> chunk = chunk(group, after);
                    all.addAll(tenants.asOfNow(() -> check(group, chunk)));
                    after = chunk.size() < CHUNK ? null : chunk.getLast();
                } while (after != null);
            }
            meters.counter("hemai.rollup.differences").increment(all.size());
            all.forEach(d -> LOG.warn("roll-up was wrong: {}", d));
            return all;
        });
    }

    private List<RecordId> chunk(RollUpGroup group, @Nullable RecordId after) {
        return transactions.read(() -> store.ids(group.parent(), after, CHUNK));
    }

    /** What the reader has not come to yet is no difference: it may catch up before anything is called wrong. */
    private List<Difference> check(RollUpGroup group, List<RecordId> chunk) {
        Set<RecordId> suspects = transactions.read(() -> store.differing(group, Set.copyOf(chunk))).stream()
                .map(RollUpStore.Figure::parent)
                .collect(Collectors.toSet());
        if (suspects.isEmpty()) {
            return List.of();
        }
        if (!feed.catchUp(reader, PATIENCE)) {
            LOG.warn("{} has not caught up, so some differences may be only late", reader.name());
        }
        return transactions.write(() -> {
            store.serialize();
            List<RollUpStore.Figure> wrong = store.differing(group, suspects);
            store.write(group, wrong);
            transactions.requireCurrent();
            return wrong.stream().flatMap(f -> differences(group, f).stream()).toList();
        });
    }

    private static List<Difference> differences(RollUpGroup group, RollUpStore.Figure figure) {
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < group.rollUps().size(); i++) {
            Object stored = figure.stored().get(i);
            Object computed = figure.computed().get(i);
            if (!Objects.equals(stored, computed)) {
                found.add(new Difference(
                        group.parent().name(),
                        figure.parent(),
                        group.rollUps().get(i).target().name(),
                        stored,
                        computed));
            }
        }
        return found;
    }
}
