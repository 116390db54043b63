package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Reads what records say in chosen fields of text, of many objects in one statement. */
@Component
@NamedInterface("sight")
public class TextReader {
    private static final int KEPT = 1_000;

    private final Jdbc jdbc;
    private final Metadata metadata;
    private final SeenPlans<Jdbc.Kept> statements = new SeenPlans<>(KEPT, Function.identity());

    TextReader(Jdbc jdbc, Metadata metadata) {
        this.jdbc = jdbc;
        this.metadata = metadata;
    }

    /**
     * A record's texts.
     *
     * @param label what a person calls it; null when its name is empty
     * @param values by the names of the fields asked for; null where empty
     */
    public record Texts(
            String object, RecordId id, @Nullable String label, Map<String, @Nullable String> values) {}

    /** What to read of one object's records. */
    public record Wanted(Sight.View view, List<Field<?>> fields, Collection<RecordId> ids) {
        private String object() {
            return view.type().name();
        }

        /** All that its part of the statement depends on, apart from what whoever asks may see. */
        private List<Object> shape() {
            return List.of(
                    object(), view.extent(), fields.stream().map(Field::name).toList());
        }

        private UUID[] bound() {
            return ids.stream().map(RecordId::value).toArray(UUID[]::new);
        }
    }

    /** The texts of those of the records that may be read, by id. */
    public Map<RecordId, Texts> read(List<Wanted> wanted) {
        Map<RecordId, Texts> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        Map<String, List<Field<?>>> fields = new HashMap<>();
        wanted.forEach(w -> fields.put(w.object(), w.fields()));
        List<Object> shape = wanted.stream().<Object>map(Wanted::shape).toList();
        Jdbc.Kept all = statements.of(
                shape,
                () -> jdbc.keep(wanted.stream()
                        .map(this::select)
                        .reduce(TextReader::union)
                        .orElseThrow()));
        Map<String, UUID[]> ids = wanted.stream().collect(Collectors.toMap(Wanted::object, Wanted::bound));
        return jdbc.read(all, ids, result -> {
            while (result.next()) {
                Texts texts = texts(result, fields);
                found.put(texts.id(), texts);
            }
            return found;
        });
    }

    /**
     * The next records of an object in the order of their ids, whoever may read them, held against changes until the transaction
     * ends; for Hemai's own indexes.
     *
     * @param after the id of the last one that was read before; null to begin
     */
    public List<Texts> next(String object, List<Field<?>> fields, @Nullable RecordId after, int most) {
        ObjectType type = metadata.current().require(object);
        org.jooq.Condition beyond =
                after == null ? DSL.noCondition() : Tables.id(Aliases.ROOT).gt(after.value());
        return jdbc.read(
                DSL.select(columns(type, fields))
                        .from(Tables.of(type).as(Aliases.ROOT))
                        .where(beyond)
                        .orderBy(Tables.id(Aliases.ROOT))
                        .limit(DSL.inline(most))
                        .forShare(),
                result -> {
                    List<Texts> read = new ArrayList<>();
                    while (result.next()) {
                        read.add(texts(result, Map.of(object, fields)));
                    }
                    return read;
                });
    }

    private Select<? extends Record> select(Wanted wanted) {
        ObjectType type = wanted.view().type();
        return DSL.select(columns(type, wanted.fields()))
                .from(Tables.of(type).as(Aliases.ROOT))
                .where(Tables.id(Aliases.ROOT).eq(DSL.any(Jdbc.given(wanted.object(), wanted.bound()))))
                .and(wanted.view().readable(Tables.id(Aliases.ROOT)));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // all branches select the same columns
    private static Select<? extends Record> union(Select<? extends Record> one, Select<? extends Record> other) {
        return ((Select) one).unionAll((Select) other);
    }

    private static List<org.jooq.Field<?>> columns(ObjectType type, List<Field<?>> fields) {
        List<org.jooq.Field<String>> values = fields.stream()
                .map(f -> Tables.first(Aliases.ROOT, f).cast(SQLDataType.CLOB))
                .toList();
        return List.of(
                DSL.inline(type.name()).as("object"),
                Tables.id(Aliases.ROOT).as("id"),
                Tables.first(Aliases.ROOT, type.nameField())
                        .cast(SQLDataType.CLOB)
                        .as("label"),
                DSL.array(values).cast(SQLDataType.CLOB.getArrayDataType()).as("texts"));
    }

    private static Texts texts(ResultSet result, Map<String, List<Field<?>>> fields) throws SQLException {
        String object = result.getString(1);
        String[] read = (String[]) result.getArray(4).getArray();
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        List<Field<?>> asked = fields.getOrDefault(object, List.of());
        for (int i = 0; i < read.length; i++) {
            values.put(asked.get(i).name(), read[i]);
        }
        return new Texts(object, new RecordId(result.getObject(2, UUID.class)), result.getString(3), values);
    }
}
