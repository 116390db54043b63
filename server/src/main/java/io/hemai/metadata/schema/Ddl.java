package io.hemai.metadata.schema;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.hemai.database.RawDdl;
import io.hemai.metadata.ColumnKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statements that shape tables, each under the name of the schema it is for. */
@Component
class Ddl {
    private static final int PORTION = 2_000;

    private final DSLContext sql;
    private final RawDdl raw;

    Ddl(DSLContext sql, RawDdl raw) {
        this.sql = sql;
        this.raw = raw;
    }

    void createTable(String schema, TableShape shape) {
        sql.createTable(table(name(schema, shape.name())))
                .columns(shape.columns().stream().map(Sql::column).toArray(Field<?>[]::new))
                .constraint(
                        constraint(name(Identifiers.fit("pk_" + shape.name()))).primaryKey(name("id")))
                .execute();
    }

    void addColumn(String schema, String table, ColumnShape column, Optional<ReferenceShape> reference) {
        if (reference.isPresent() && column.kind() == ColumnKind.UUID) {
            ReferenceShape to = reference.get();
            raw.addReferenceColumn(
                    name(schema, table), name(column.name()), name(to.name()), name(schema, to.target()));
        } else {
            sql.alterTable(name(schema, table)).addColumn(Sql.column(column)).execute();
        }
    }

    void renameColumn(String schema, String table, String from, String to) {
        sql.alterTable(name(schema, table))
                .renameColumn(name(from))
                .to(name(to))
                .execute();
    }

    /** For tables that hold nothing yet. */
    void addCheckedReference(String schema, String table, ReferenceShape reference) {
        sql.alterTable(name(schema, table))
                .add(constraint(name(reference.name()))
                        .foreignKey(name(reference.column()))
                        .references(name(schema, reference.target()), name("id")))
                .execute();
    }

    /** Must be {@link #validateReference validated} after the transaction. */
    void addReference(String schema, String table, ReferenceShape reference) {
        raw.addReference(
                name(schema, table),
                name(reference.column()),
                name(reference.name()),
                name(schema, reference.target()));
    }

    /** Must not run in a transaction. */
    void validateReference(String schema, String table, ReferenceShape reference) {
        raw.validateReference(name(schema, table), name(reference.name()));
    }

    void dropReference(String schema, String table, String constraint) {
        sql.alterTable(name(schema, table))
                .dropConstraintIfExists(name(constraint))
                .execute();
    }

    void createIndex(String schema, String table, IndexShape index) {
        Name named = name(index.name());
        if (index.kind() == IndexShape.Kind.ELEMENTS) {
            raw.createGinIndex(named, name(schema, table), sparse(index), Sql.parts(index)[0]);
        } else {
            raw.createIndex(index.unique(), named, name(schema, table), sparse(index), Sql.parts(index));
        }
    }

    /** Must not run in a transaction. */
    void createIndexConcurrently(String schema, String table, IndexShape index) {
        Name named = name(index.name());
        if (index.kind() == IndexShape.Kind.ELEMENTS) {
            raw.createGinIndexConcurrently(named, name(schema, table), sparse(index), Sql.parts(index)[0]);
        } else {
            raw.createIndexConcurrently(index.unique(), named, name(schema, table), sparse(index), Sql.parts(index));
        }
    }

    /** Must not run in a transaction. */
    void dropIndexConcurrently(String schema, String index) {
        raw.dropIndexConcurrently(name(schema, index));
    }

    void dropTable(String schema, String table) {
        sql.dropTable(name(schema, table)).execute();
    }

    private static @Nullable Field<?> sparse(IndexShape index) {
        return index.sparse() == null ? null : Sql.sparse(index.sparse());
    }

    /** Whether a table holds so few rows that an index over them is made in an instant. */
    boolean isSmall(String schema, String table, int few) {
        return sql.select(inline(1))
                .from(table(name(schema, table)))
                .offset(few)
                .limit(1)
                .fetch()
                .isEmpty();
    }

    /** Empties a column in portions, each in a transaction of its own. */
    void clear(String schema, String table, String column) {
        Field<Object> value = field(name(column));
        Field<UUID> id = field(name("id"), SQLDataType.UUID);
        int cleared;
        do {
            cleared = sql.update(table(name(schema, table)))
                    .set(value, (Object) null)
                    .where(id.in(select(id)
                            .from(table(name(schema, table)))
                            .where(value.isNotNull())
                            .limit(PORTION)))
                    .execute();
        } while (cleared > 0);
    }

    /** Holds the one row that everybody who shapes the schema must hold. */
    void takeTurns(String schema) {
        sql.select(field(name("key")))
                .from(table(name(schema, "meta_state")))
                .forUpdate()
                .fetch();
    }

    /** Values that several rows have, in the form in which the index compares them. */
    List<String> duplicates(String schema, String table, IndexShape index, int most) {
        Field<?> value = Sql.parts(index)[0];
        return sql.select(value.cast(SQLDataType.CLOB))
                .from(table(name(schema, table)))
                .where(field(name(index.parts().getFirst().column())).isNotNull())
                .groupBy(value)
                .having(count().gt(inline(1)))
                .limit(most)
                .fetch(org.jooq.Record1::value1);
    }
}
