package io.hemai.metadata.custom;

import io.hemai.database.RawSql;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.tenancy.TenantTransactions;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lists values that were written into open choices, so that they are offered from then on. */
@Component
public class OpenChoices {
    private static final int LISTED = 1_000;

    private final MetaStore store;
    private final TenantTransactions transactions;
    private final RawSql sql;

    OpenChoices(MetaStore store, TenantTransactions transactions, RawSql sql) {
        this.store = store;
        this.transactions = transactions;
        this.sql = sql;
    }

    /**
     * Adds the codes that the field does not list to the company's own, in the transaction that writes them.
     *
     * @return those that were new to it
     */
    public List<String> learn(ObjectType type, Field<?> field, Collection<String> codes) {
        if (!(field.type() instanceof ListsChoices listed) || !listed.open()) {
            return List.of();
        }
        int room = LISTED - listed.choices().all().size();
        List<String> unknown = codes.stream()
                .distinct()
                .filter(code -> listed.choices().code(code).isEmpty())
                .sorted()
                .toList();
        List<String> kept = unknown.subList(0, Math.clamp(room, 0, unknown.size()));
        if (!kept.isEmpty()) {
            transactions.write(() -> {
                if (store.learn(type.name(), field.name(), kept) > 0) {
                    sql.metadataChanged();
                }
            });
        }
        return unknown;
    }
}
