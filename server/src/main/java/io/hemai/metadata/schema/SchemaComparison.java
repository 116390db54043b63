package io.hemai.metadata.schema;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Adds to a schema what it lacks, table by table, and never takes anything away. */
@Component
class SchemaComparison {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaComparison.class);

    private final CatalogReader reader;
    private final Ddl ddl;
    private final PatientLocks locks;

    SchemaComparison(CatalogReader reader, Ddl ddl, PatientLocks locks) {
        this.reader = reader;
        this.ddl = ddl;
        this.locks = locks;
    }

    /** Whether the schema has none of the tables yet. */
    boolean isNew(String schema, Collection<TableShape> wanted) {
        Catalog has = reader.read(schema);
        return wanted.stream().noneMatch(has::has);
    }

    void complete(String schema, Collection<TableShape> wanted) {
        Catalog has = reader.read(schema);
        wanted.forEach(table -> checkTypes(schema, table, has));
        List<TableShape> fresh = wanted.stream().filter(t -> !has.has(t)).toList();
        if (!fresh.isEmpty()) {
            locks.write(() -> create(schema, fresh));
        }
        wanted.stream().filter(has::has).forEach(table -> complete(schema, table, has));
    }

    private void create(String schema, List<TableShape> fresh) {
        fresh.forEach(table -> ddl.createTable(schema, table));
        for (TableShape table : fresh) {
            table.indexes().forEach(index -> ddl.createIndex(schema, table.name(), index));
            table.references().forEach(reference -> ddl.addCheckedReference(schema, table.name(), reference));
        }
    }

    private void complete(String schema, TableShape table, Catalog has) {
        Map<String, String> columns = has.columns().getOrDefault(table.name(), Map.of());
        List<ColumnShape> missing = table.columns().stream()
                .filter(c -> !columns.containsKey(c.name()))
                .toList();
        if (!missing.isEmpty()) {
            LOG.info("{}.{} gets {} columns", schema, table.name(), missing.size());
            locks.write(() -> missing.forEach(
                    column -> ddl.addColumn(schema, table.name(), column, table.reference(column.name()))));
        }
        table.indexes().stream()
                .filter(index -> !has.indexes().contains(index.name()))
                .forEach(index -> index(schema, table.name(), index, has));
        table.references().stream()
                .filter(r ->
                        columns.containsKey(r.column()) && !has.references().contains(r.name()))
                .forEach(reference -> bind(schema, table.name(), reference));
    }

    private void index(String schema, String table, IndexShape index, Catalog has) {
        LOG.info("{}.{} gets the index {}", schema, table, index.name());
        if (has.broken().contains(index.name())) {
            ddl.dropIndexConcurrently(schema, index.name());
        }
        ddl.createIndexConcurrently(schema, table, index);
    }

    private void bind(String schema, String table, ReferenceShape reference) {
        locks.write(() -> ddl.addReference(schema, table, reference));
        ddl.validateReference(schema, table, reference);
    }

    private static void checkTypes(String schema, TableShape table, Catalog has) {
        Map<String, String> columns = has.columns().getOrDefault(table.name(), Map.of());
        for (ColumnShape column : table.columns()) {
            String wanted = Sql.typeName(column.kind());
            String is = Optional.ofNullable(columns.get(column.name())).orElse(wanted);
            if (!is.equals(wanted)) {
                throw new IllegalStateException("%s.%s.%s is %s and must be %s: a TenantMigration is missing"
                        .formatted(schema, table.name(), column.name(), is, wanted));
            }
        }
    }
}
