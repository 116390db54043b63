package io.hemai.journal;

import static org.jooq.impl.DSL.row;

import io.hemai.tenancy.TenantTransactions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Reads on in the bound tenant's journal for those who keep their place themselves and may miss what came before. */
@Component
public class Tail {
    private static final String SETTLED = "settled";

    private final DSLContext sql;
    private final TenantTransactions transactions;

    Tail(DSLContext sql, TenantTransactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /**
     * What came after a place.
     *
     * @param next the place after the entries
     * @param more whether there is more already, or soon will be
     */
    public record Following(List<Entry> entries, FeedPlace next, boolean more) {}

    /** The place behind everything that has happened. */
    public FeedPlace end() {
        return transactions.read(() -> {
            long running = Long.parseLong(
                    Objects.requireNonNull(sql.select(JournalColumns.OLDEST_RUNNING.cast(SQLDataType.VARCHAR))
                            .fetchSingle()
                            .value1()));
            return new FeedPlace(epoch(), running - 1, Long.MAX_VALUE);
        });
    }

    /** What follows; empty when the place is of an epoch that is over. */
    public Optional<Following> after(FeedPlace from, int limit) {
        return transactions.read(
                () -> from.epoch().equals(epoch()) ? Optional.of(read(from, limit)) : Optional.empty());
    }

    private UUID epoch() {
        return sql.select(Epochs.EPOCH)
                .from(Epochs.table())
                .orderBy(Epochs.PLACE.desc())
                .limit(1)
                .fetchSingle()
                .value1();
    }

    private Following read(FeedPlace from, int limit) {
        Result<Record> rows = sql.select(JournalColumns.all())
                .select(DSL.field(JournalColumns.TRANSACTION.lt(JournalColumns.OLDEST_RUNNING))
                        .as(SETTLED))
                .from(JournalColumns.table())
                .where(row(JournalColumns.TRANSACTION, JournalColumns.ID)
                        .gt(row(JournalColumns.xid(from.transaction()), DSL.val(from.id()))))
                .orderBy(JournalColumns.BY_TRANSACTION, JournalColumns.ID)
                .limit(limit)
                .fetch();
        List<Entry> entries = rows.stream()
                .filter(r -> Boolean.TRUE.equals(r.get(SETTLED, Boolean.class)))
                .map(JournalColumns::read)
                .toList();
        FeedPlace next = entries.isEmpty()
                ? from
                : new FeedPlace(
                        from.epoch(),
                        entries.getLast().transaction(),
                        entries.getLast().id());
        return new Following(entries, next, rows.size() == limit || entries.size() < rows.size());
    }
}
