package io.hemai.integration.store;

import static org.jooq.impl.DSL.name;

import io.hemai.database.Transactions;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Keeps the secrets of the installation, which no tenant's role sees. */
@Component
public class KeyStore {
    private static final Table<Record> TABLE = DSL.table(name("platform", "installation_key"));
    private static final Field<String> PURPOSE = DSL.field(name("purpose"), SQLDataType.VARCHAR.notNull());
    private static final Field<byte[]> SECRET = DSL.field(name("secret"), SQLDataType.VARBINARY.notNull());

    private final DSLContext sql;
    private final Transactions transactions;

    KeyStore(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** The secret for that purpose: the one that was kept first, of several nodes that made one at the same time. */
    public byte[] kept(String purpose, byte[] made) {
        return transactions.write(() -> {
            sql.insertInto(TABLE)
                    .set(PURPOSE, purpose)
                    .set(SECRET, made)
                    .onConflictDoNothing()
                    .execute();
            return Objects.requireNonNull(
                    sql.select(SECRET).from(TABLE).where(PURPOSE.eq(purpose)).fetchOne(SECRET));
        });
    }
}
