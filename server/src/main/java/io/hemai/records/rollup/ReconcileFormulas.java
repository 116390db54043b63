package io.hemai.records.rollup;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.store.FormulaStore;
import io.hemai.records.store.RollUpStore;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works every formula of the bound tenant out anew: what stands otherwise follows from days and rates of the company that were
 * changed since, or is a mistake.
 */
@Component
class ReconcileFormulas {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileFormulas.class);
    private static final int CHUNK = 1_000;

    private final Metadata metadata;
    private final FormulaStore formulas;
    private final RollUpStore records;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final MeterRegistry meters;

    ReconcileFormulas(
            Metadata metadata,
            FormulaStore formulas,
            RollUpStore records,
            Tenants tenants,
            TenantTransactions transactions,
            MeterRegistry meters) {
        this.metadata = metadata;
        this.formulas = formulas;
        this.records = records;
        this.tenants = tenants;
        this.transactions = transactions;
        this.meters = meters;
    }

    /** Corrects what is otherwise, in chunks of records, each a transaction of its own; says how many records that were. */
    int run() {
        int all = 0;
        for (ObjectType type : metadata.current().all()) {
            int wrong = formulas.of(type).isEmpty() ? 0 : check(type.name());
            if (wrong > 0) {
                LOG.warn("formulas of {} {} records stood otherwise", wrong, type.name());
            }
            all += wrong;
        }
        meters.counter("hemai.formula.differences").increment(all);
        return all;
    }

    private int check(String object) {
        int wrong = 0;
        RecordId next = null;
        do {
            RecordId after = next;
            Checked checked = tenants.asOfNow(() -> transactions.write(() -> check(object, after)));
            wrong += checked.wrong();
            next = checked.last();
        } while (next != null);
        return wrong;
    }

    /**
     * A chunk of records.
     *
     * @param last null when there are no more behind
     */
    private record Checked(int wrong, @Nullable RecordId last) {}

    private Checked check(String object, @Nullable RecordId after) {
        Optional<ObjectType> type = metadata.current().find(object);
        if (type.isEmpty()) {
            return new Checked(0, null);
        }
        List<RecordId> chunk = records.ids(type.get(), after, CHUNK);
        int wrong = formulas.refresh(type.get(), chunk);
        transactions.requireCurrent();
        return new Checked(wrong, chunk.size() < CHUNK ? null : chunk.getLast());
    }
}
