package io.hemai.metadata.custom;

import static io.hemai.metadata.custom.MetaColumns.CREATED_AT;
import static io.hemai.metadata.custom.MetaColumns.DEFINITION;
import static io.hemai.metadata.custom.MetaColumns.ID;
import static io.hemai.metadata.custom.MetaColumns.OBJECT;
import static io.hemai.metadata.custom.MetaColumns.PLACE;
import static io.hemai.metadata.custom.MetaColumns.VERSION;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps validation rules; every call within the caller's transaction. */
@Component
class RuleStore {
    private static final TypeReference<Map<String, Object>> PLAIN = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;

    RuleStore(DSLContext sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    List<StoredRule> load() {
        return sql.select()
                .from(MetaColumns.rules())
                .orderBy(PLACE)
                .fetch(row -> new StoredRule(
                        row.get(ID),
                        row.get(OBJECT),
                        json.readValue(row.get(DEFINITION).data(), PLAIN),
                        row.get(VERSION)));
    }

    void save(StoredRule rule) {
        JSONB definition = JSONB.valueOf(json.writeValueAsString(rule.definition()));
        sql.insertInto(MetaColumns.rules())
                .set(ID, rule.id())
                .set(OBJECT, rule.object())
                .set(DEFINITION, definition)
                .set(VERSION, rule.version())
                .set(CREATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .onConflict(ID)
                .doUpdate()
                .set(DEFINITION, definition)
                .set(VERSION, rule.version())
                .execute();
    }

    void forget(StoredRule rule) {
        sql.deleteFrom(MetaColumns.rules()).where(ID.eq(rule.id())).execute();
    }

    /** Forgets all rules of an object. */
    void forget(String object) {
        sql.deleteFrom(MetaColumns.rules()).where(OBJECT.eq(object)).execute();
    }
}
