package io.hemai.metadata.schema;

import io.hemai.metadata.Column;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.fieldtype.LinkType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Changes tables of a tenant while it runs. What is said to belong into a transaction takes the lock of its table there. */
@Component
public class TableShaping {
    /** An index over so many rows is made within a request. */
    private static final int FEW = 10_000;
    /** Bytes that the fields of a row may take in a page of 8 kB, besides the row's own head. */
    private static final int PAGE = 7_900;
    /** How the names of emptied columns begin; no field is called so. */
    private static final String SPARE = "spare_";

    private final Ddl ddl;
    private final CatalogReader catalog;
    private final PatientLocks locks;

    TableShaping(Ddl ddl, CatalogReader catalog, PatientLocks locks) {
        this.ddl = ddl;
        this.catalog = catalog;
        this.locks = locks;
    }

    /** Makes the table of a new object with its indexes and foreign keys, within the transaction. */
    public void createTable(String schema, ObjectType type, ObjectTypes all) {
        TableShape table = Shapes.of(type, all);
        ddl.createTable(schema, table);
        table.indexes().forEach(index -> ddl.createIndex(schema, table.name(), index));
        table.references().forEach(reference -> ddl.addCheckedReference(schema, table.name(), reference));
    }

    /** Adds the columns of a field within the transaction, out of emptied ones where there are some of the kind. */
    public void addColumns(String schema, ObjectType type, Field<?> field, ObjectTypes all) {
        Optional<ReferenceShape> reference = Shapes.of(type, all).reference(field.name());
        Map<String, String> spare = spareColumns(schema, type);
        for (ColumnShape column : Shapes.columns(field)) {
            Optional<String> old = spare.entrySet().stream()
                    .filter(e -> e.getValue().equals(Sql.typeName(column.kind())))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (old.isPresent()) {
                spare.remove(old.get());
                ddl.renameColumn(schema, type.name(), old.get(), column.name());
                reference.ifPresent(r -> ddl.addReference(schema, type.name(), r));
            } else {
                ddl.addColumn(schema, type.name(), column, reference);
            }
        }
    }

    private Map<String, String> spareColumns(String schema, ObjectType type) {
        Map<String, String> spare = new TreeMap<>(columns(schema, type));
        spare.keySet().removeIf(column -> !column.startsWith(SPARE));
        return spare;
    }

    private Map<String, String> columns(String schema, ObjectType type) {
        return catalog.read(schema).columns().getOrDefault(type.name(), Map.of());
    }

    /** Names of the columns that a field takes. */
    public List<String> columnNames(Field<?> field) {
        return Shapes.columns(field).stream().map(ColumnShape::name).toList();
    }

    /** Whether a row with all of these fields filled fits a page, with long texts stored elsewhere. */
    public boolean fitsPage(Collection<Field<?>> fields) {
        return fields.stream()
                        .flatMap(f -> f.type().columns().stream())
                        .mapToInt(TableShaping::most)
                        .sum()
                <= PAGE;
    }

    /** How many bytes a column takes at most in the row itself: text of up to 24 bytes is never stored elsewhere. */
    private static int most(Column column) {
        return switch (column.kind()) {
            case TEXT -> column.suffix().isEmpty() ? 24 : 8;
            case TEXT_ARRAY, JSONB -> 24;
            case NUMERIC -> 20;
            case UUID -> 16;
            case BIGINT, TIMESTAMPTZ -> 8;
            case DATE -> 4;
            case BOOLEAN -> 1;
        };
    }

    /** Lets one shape a tenant's tables at a time, until the transaction ends. */
    public void takeTurns(String schema) {
        ddl.takeTurns(schema);
    }

    /** Whether an index over the table takes no time worth speaking of. */
    public boolean isSmall(String schema, ObjectType type) {
        return ddl.isSmall(schema, type.name(), FEW);
    }

    /** Whether a field has indexes by itself or by its traits. */
    public boolean wantsIndexes(ObjectType type, Field<?> field) {
        return !Shapes.indexes(type.name(), field).isEmpty();
    }

    /** Makes the indexes of a field within the transaction, for a small table. */
    public void index(String schema, ObjectType type, Field<?> field) {
        Shapes.indexes(type.name(), field).forEach(index -> ddl.createIndex(schema, type.name(), index));
    }

    /** Makes the indexes of a field while others write, outside of any transaction; an index cut off before is made anew. */
    public void indexConcurrently(String schema, ObjectType type, Field<?> field) {
        for (IndexShape index : Shapes.indexes(type.name(), field)) {
            if (catalog.read(schema).broken().contains(index.name())) {
                ddl.dropIndexConcurrently(schema, index.name());
            }
            ddl.createIndexConcurrently(schema, type.name(), index);
        }
    }

    /** Takes away the indexes that the field had with other traits, or all, outside of any transaction. */
    public void dropUnwantedIndexes(String schema, ObjectType type, Field<?> field, boolean all) {
        Catalog has = catalog.read(schema);
        Set<String> wanted = all ? Set.of() : names(Shapes.indexes(type.name(), field));
        names(Shapes.possibleIndexes(type.name(), field)).stream()
                .filter(index -> !wanted.contains(index))
                .filter(index -> has.indexes().contains(index) || has.broken().contains(index))
                .forEach(index -> ddl.dropIndexConcurrently(schema, index));
    }

    private static Set<String> names(Collection<IndexShape> indexes) {
        return indexes.stream().map(IndexShape::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Lets what a link leads to go, within the transaction: the foreign key is taken away. */
    public void release(String schema, ObjectType type, Field<?> link) {
        ddl.dropReference(
                schema,
                type.name(),
                ReferenceShape.of(type.name(), link.name(), "").name());
    }

    /**
     * Lets the database hold links again whose field, object or target comes back. Rows that lead nowhere stay as they are until
     * they are settled; then the links are {@link #validate validated}.
     */
    public void bind(String schema, ObjectType type, Collection<Field<?>> links) {
        links.forEach(link -> {
            if (link.type() instanceof LinkType to) {
                ddl.addReference(schema, type.name(), ReferenceShape.of(type.name(), link.name(), to.target()));
            }
        });
    }

    /** Those of the links that are not {@link #validate validated} yet. */
    public List<Link> unchecked(String schema, Collection<Link> links) {
        Set<String> unchecked = catalog.unchecked(schema);
        return links.stream()
                .filter(link -> unchecked.contains(ReferenceShape.of(link.from(), link.name(), link.target())
                        .name()))
                .toList();
    }

    /** Checks, outside of any transaction, that what links led to when they were {@link #bind bound} is there by now. */
    public void validate(String schema, ObjectType type, Field<?> link) {
        if (link.type() instanceof LinkType to) {
            ddl.validateReference(schema, type.name(), ReferenceShape.of(type.name(), link.name(), to.target()));
        }
    }

    /** Empties the columns of a field, outside of any transaction, and renames them, so that a later field takes them. */
    public void empty(String schema, ObjectType type, Field<?> field) {
        dropUnwantedIndexes(schema, type, field, true);
        Map<String, String> there = columns(schema, type);
        for (ColumnShape column : Shapes.columns(field)) {
            if (there.containsKey(column.name())) {
                ddl.clear(schema, type.name(), column.name());
                String name = SPARE + UUID.randomUUID();
                locks.write(() -> ddl.renameColumn(schema, type.name(), column.name(), name));
            }
        }
    }

    /** Values that several rows have, at most so many, as text. */
    public List<String> duplicates(String schema, ObjectType type, Field<?> field, int most) {
        return Shapes.indexes(type.name(), field).stream()
                .filter(IndexShape::unique)
                .findFirst()
                .map(index -> ddl.duplicates(schema, type.name(), index, most))
                .orElse(List.of());
    }

    /** Takes the table of an object away, within the transaction. */
    public void dropTable(String schema, ObjectType type) {
        ddl.dropTable(schema, type.name());
    }
}
