package io.hemai.metadata.custom;

import static io.hemai.metadata.custom.MetaColumns.CODE;
import static io.hemai.metadata.custom.MetaColumns.CREATED_AT;
import static io.hemai.metadata.custom.MetaColumns.CUSTOM;
import static io.hemai.metadata.custom.MetaColumns.DEFINITION;
import static io.hemai.metadata.custom.MetaColumns.DELETED_AT;
import static io.hemai.metadata.custom.MetaColumns.FAILURE;
import static io.hemai.metadata.custom.MetaColumns.FIELD;
import static io.hemai.metadata.custom.MetaColumns.LIVE;
import static io.hemai.metadata.custom.MetaColumns.NAME;
import static io.hemai.metadata.custom.MetaColumns.OBJECT;
import static io.hemai.metadata.custom.MetaColumns.PLACE;
import static io.hemai.metadata.custom.MetaColumns.STATE;
import static io.hemai.metadata.custom.MetaColumns.WANTED;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what the company changed in tables of its own schema; every call within the caller's transaction. */
@Component
class MetaStore {
    static final String OBJECT_PURGED = "object_purged";
    static final String FIELD_PURGED = "field_purged";

    private static final TypeReference<Map<String, Object>> PLAIN = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;
    private final ObjectReader decimals;
    private final RuleStore rules;
    private final Clock clock;

    MetaStore(DSLContext sql, JsonMapper json, RuleStore rules, Clock clock) {
        this.rules = rules;
        this.sql = sql;
        this.json = json;
        this.decimals = json.readerFor(PLAIN).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.clock = clock;
    }

    StoredMeta load() {
        List<StoredObject> objects = sql.select()
                .from(MetaColumns.objects())
                .orderBy(PLACE)
                .fetch(row ->
                        new StoredObject(row.get(NAME), plain(row.get(DEFINITION)), instant(row.get(DELETED_AT))));
        List<StoredField> fields =
                sql.select().from(MetaColumns.fields()).orderBy(PLACE).fetch(this::field);
        return new StoredMeta(objects, fields, learnt(), rules.load());
    }

    private StoredField field(Record row) {
        return new StoredField(
                row.get(OBJECT),
                row.get(NAME),
                row.get(CUSTOM),
                plain(row.get(DEFINITION)),
                plain(row.get(WANTED)),
                FieldState.valueOf(row.get(STATE).toUpperCase(Locale.ROOT)),
                row.get(LIVE),
                row.get(FAILURE),
                instant(row.get(DELETED_AT)));
    }

    private Map<String, List<String>> learnt() {
        Map<String, List<String>> learnt = new HashMap<>();
        sql.select(OBJECT, FIELD, CODE)
                .from(MetaColumns.choices())
                .orderBy(CREATED_AT, CODE)
                .forEach(row -> learnt.computeIfAbsent(row.value1() + "." + row.value2(), f -> new ArrayList<>())
                        .add(row.value3()));
        return learnt;
    }

    /** The objects and fields, as {@code object.field}, that were ever purged. */
    Set<String> purged() {
        return sql.selectDistinct(OBJECT, MetaColumns.CHANGED_FIELD)
                .from(MetaColumns.changes())
                .where(MetaColumns.ACT.in(OBJECT_PURGED, FIELD_PURGED))
                .fetchSet(row -> row.value2() == null ? row.value1() : row.value1() + "." + row.value2());
    }

    void save(StoredObject object) {
        sql.insertInto(MetaColumns.objects())
                .set(NAME, object.name())
                .set(DEFINITION, plain(object.definition()))
                .set(CREATED_AT, now())
                .set(DELETED_AT, moment(object.deletedAt()))
                .onConflict(NAME)
                .doUpdate()
                .set(DEFINITION, plain(object.definition()))
                .set(DELETED_AT, moment(object.deletedAt()))
                .execute();
    }

    void save(StoredField field) {
        sql.insertInto(MetaColumns.fields())
                .set(OBJECT, field.object())
                .set(NAME, field.name())
                .set(CUSTOM, field.custom())
                .set(CREATED_AT, now())
                .set(values(field))
                .onConflict(OBJECT, NAME)
                .doUpdate()
                .set(values(field))
                .execute();
    }

    private Map<org.jooq.Field<?>, @Nullable Object> values(StoredField field) {
        Map<org.jooq.Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(DEFINITION, plain(field.definition()));
        values.put(WANTED, plain(field.wanted()));
        values.put(STATE, field.state().code());
        values.put(LIVE, field.live());
        values.put(FAILURE, field.failure());
        values.put(DELETED_AT, moment(field.deletedAt()));
        return values;
    }

    void forget(StoredField field) {
        sql.deleteFrom(MetaColumns.fields())
                .where(OBJECT.eq(field.object()).and(NAME.eq(field.name())))
                .execute();
        sql.deleteFrom(MetaColumns.choices())
                .where(OBJECT.eq(field.object()).and(FIELD.eq(field.name())))
                .execute();
    }

    void forget(StoredObject object) {
        sql.deleteFrom(MetaColumns.objects()).where(NAME.eq(object.name())).execute();
        sql.deleteFrom(MetaColumns.fields()).where(OBJECT.eq(object.name())).execute();
        sql.deleteFrom(MetaColumns.choices()).where(OBJECT.eq(object.name())).execute();
        rules.forget(object.name());
    }

    /** Adds codes and says how many were new. */
    int learn(String object, String field, Collection<String> codes) {
        OffsetDateTime now = now();
        var insert = sql.insertInto(MetaColumns.choices(), OBJECT, FIELD, CODE, CREATED_AT);
        for (String code : codes) {
            insert = insert.values(object, field, code, now);
        }
        return codes.isEmpty() ? 0 : insert.onConflictDoNothing().execute();
    }

    /** Notes who changed what. */
    void note(
            Author author,
            String act,
            String object,
            @Nullable String field,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        sql.insertInto(MetaColumns.changes())
                .set(MetaColumns.AT, now())
                .set(MetaColumns.ACTOR, author.user())
                .set(MetaColumns.ACTOR_LABEL, author.label())
                .set(MetaColumns.ACT, act)
                .set(OBJECT, object)
                .set(MetaColumns.CHANGED_FIELD, field)
                .set(MetaColumns.BEFORE, before == null ? null : plain(before))
                .set(MetaColumns.AFTER, after == null ? null : plain(after))
                .execute();
    }

    private JSONB plain(Map<String, Object> value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    private Map<String, Object> plain(JSONB value) {
        return decimals.readValue(value.data());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
