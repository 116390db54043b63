package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.database.RawSql;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.LinkType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Writes what comes back from the bin into columns of fields that are away, so that it is there when they come back. What only
 * one record may have and another one has stays empty.
 */
@Component
public class AwayValues {
    private static final Name KEPT = DSL.name("kept");
    private static final Name OTHER = DSL.name("other");

    private final Jdbc jdbc;
    private final Metadata metadata;
    private final Clock clock;

    AwayValues(Jdbc jdbc, Metadata metadata, Clock clock) {
        this.jdbc = jdbc;
        this.metadata = metadata;
        this.clock = clock;
    }

    /** Gives those records of the entry that are back what they had in fields that are away. */
    public void fill(ObjectType type, BinReader.Entry entry) {
        Map<org.jooq.Field<?>, org.jooq.Field<?>> set = new LinkedHashMap<>();
        away(type.name())
                .forEach(field -> Tables.columns(KEPT, field).forEach(kept -> {
                    org.jooq.Field<?> value = field.has(Trait.UNIQUE) ? unlessTaken(type.name(), field, kept) : kept;
                    set.put(DSL.field(DSL.name(kept.getName()), kept.getDataType()), value);
                }));
        if (set.isEmpty()) {
            return;
        }
        org.jooq.Field<JSONB> rows = DSL.field(DSL.select(DSL.function(
                        DSL.name("jsonb_agg"), SQLDataType.JSONB, DSL.field(DSL.name("data"), SQLDataType.JSONB)))
                .from(Tables.named("bin_row"))
                .where(BinStore.BIN.eq(entry.id().value()))
                .and(BinStore.OBJECT.eq(type.name())));
        jdbc.write(List.of(DSL.update(Tables.of(type).as(Aliases.ROOT))
                .set(set)
                .from(RawSql.rowsFromJson(Tables.qualified(type.name()), rows, KEPT))
                .where(Tables.id(Aliases.ROOT).eq(Tables.id(KEPT)))));
    }

    /** Lets records lead again by a link that is away, wherever it is empty; by none that is gone for good. */
    public void lead(String object, String link, List<BinReader.EmptiedLink> emptied) {
        Optional<Field<?>> found = away(object).stream()
                .filter(field -> field.name().equals(link) && field.type() instanceof LinkType)
                .findFirst();
        if (found.isEmpty()) {
            return;
        }
        org.jooq.Field<UUID> leads = Tables.uuid(Aliases.ROOT, link);
        List<Query> updates = new ArrayList<>();
        for (BinReader.EmptiedLink each : emptied) {
            org.jooq.Field<UUID> target = DSL.val(each.target().value());
            updates.add(DSL.update(DSL.table(Tables.qualified(object)).as(Aliases.ROOT))
                    .set(DSL.field(DSL.name(link), SQLDataType.UUID), target)
                    .where(Tables.id(Aliases.ROOT).eq(each.record().value()))
                    .and(leads.isNull())
                    .and(
                            found.get().has(Trait.UNIQUE)
                                    ? DSL.not(taken(object, found.get(), target))
                                    : DSL.noCondition()));
        }
        jdbc.write(updates);
    }

    private List<Field<?>> away(String object) {
        return metadata.current().away(object, clock.instant());
    }

    private static <T> org.jooq.Field<T> unlessTaken(String object, Field<?> field, org.jooq.Field<T> kept) {
        return DSL.when(DSL.not(taken(object, field, Tables.first(KEPT, field))), kept);
    }

    private static Condition taken(String object, Field<?> field, org.jooq.Field<?> value) {
        return DSL.exists(DSL.selectOne()
                .from(DSL.table(Tables.qualified(object)).as(OTHER))
                .where(compared(field, Tables.first(OTHER, field), value)));
    }

    @SuppressWarnings("unchecked") // both are of the field's first column
    private static <T> Condition compared(Field<?> field, org.jooq.Field<T> one, org.jooq.Field<?> other) {
        if (field.type().comparison() == Comparison.TEXT && !field.name().equals(CommonFields.EXTERNAL_ID.name())) {
            return RawSql.fold((org.jooq.Field<String>) one).eq(RawSql.fold((org.jooq.Field<String>) other));
        }
        return one.eq((org.jooq.Field<T>) other);
    }
}
