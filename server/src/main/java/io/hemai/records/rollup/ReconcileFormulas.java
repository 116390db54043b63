package io.hemai.records.rollup;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.store.FormulaStore;
import io.hemai.records.store.RollUpStore;
import io.hemai.tenancy.TenantTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
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
    private final TenantTransactions transactions;
    private final MeterRegistry meters;

    ReconcileFormulas(
            Metadata metadata,
            FormulaStore formulas,
            RollUpStore records,
            TenantTransactions transactions,
            MeterRegistry meters) {
        this.metadata = metadata;
        this.formulas = formulas;
        this.records = records;
        this.transactions = transactions;
        this.meters = meters;
    }

    /** Corrects what is otherwise, in chunks of records, each a transaction of its own; says how many records that were. */
    int run() {
        int all = 0;
        for (ObjectType type : metadata.current().all()) {
            int wrong = formulas.of(type).isEmpty() ? 0 : check(type);
            if (wrong > 0) {
                LOG.warn("formulas of {} {} records stood otherwise", wrong, type.name());
            }
            all += wrong;
        }
        meters.counter("hemai.formula.differences").increment(all);
        return all;
    }

    private int check(ObjectType type) {
        int wrong = 0;
        RecordId after = null;
        do {
            List<RecordId> chunk = chunk(type, after);
            wrong += transactions.write(() -> {
                int corrected = formulas.refresh(type, chunk);
                transactions.requireCurrent();
                return corrected;
            });
            after = chunk.size() < CHUNK ? null : chunk.getLast();
        } while (after != null);
        return wrong;
    }

    private List<RecordId> chunk(ObjectType type, @Nullable RecordId after) {
        return transactions.read(() -> records.ids(type, after, CHUNK));
    }
}
