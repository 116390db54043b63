package io.hemai.records.store;

import static io.hemai.records.store.FileTables.CREATED_BY;
import static io.hemai.records.store.FileTables.FIELD;
import static io.hemai.records.store.FileTables.FILE;
import static io.hemai.records.store.FileTables.ID;
import static io.hemai.records.store.FileTables.OBJECT;
import static io.hemai.records.store.FileTables.RECORD;
import static io.hemai.records.store.FileTables.files;
import static io.hemai.records.store.FileTables.uses;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.HoldsFiles;
import io.hemai.records.ValueContexts;
import io.hemai.records.query.Binder;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Which files somebody may read: one that no record uses whoever stored it, any other who may read both a record and its field
 * that refers to the file.
 */
@Component
public class FileSight {
    private final DSLContext sql;
    private final Gate gate;
    private final Metadata metadata;
    private final ValueContexts contexts;
    private final Clock clock;

    FileSight(DSLContext sql, Gate gate, Metadata metadata, ValueContexts contexts, Clock clock) {
        this.sql = sql;
        this.gate = gate;
        this.metadata = metadata;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** Those of the files that the acting identity may read: a statement for its own, one for each object that uses some. */
    public Set<RecordId> readable(Collection<RecordId> ids) {
        Identity who = Acting.who();
        UUID[] wanted = FileStore.values(ids);
        Set<RecordId> readable = new HashSet<>(own(wanted));
        for (String object : using(wanted)) {
            metadata.current().find(object).ifPresent(type -> readable.addAll(used(who, type, wanted)));
        }
        return readable;
    }

    /** A person's files that no record uses; the system needs no record to read a file. */
    private List<RecordId> own(UUID[] wanted) {
        org.jooq.Condition allowed = Acting.user()
                .map(UserIdentity::user)
                .map(person -> CREATED_BY
                        .eq(person.value())
                        .and(notExists(selectOne().from(uses()).where(FILE.eq(ID)))))
                .orElse(DSL.noCondition());
        return sql.select(ID)
                .from(files())
                .where(ID.eq(any(wanted)))
                .and(allowed)
                .fetch(row -> new RecordId(row.value1()));
    }

    private List<String> using(UUID[] wanted) {
        return sql.selectDistinct(OBJECT)
                .from(uses())
                .where(FILE.eq(any(wanted)))
                .fetch(OBJECT);
    }

    private List<RecordId> used(Identity who, ObjectType type, UUID[] wanted) {
        Rights rights = gate.rights(who, type);
        List<String> seen = type.fields().stream()
                .filter(f -> f.type() instanceof HoldsFiles<?>)
                .filter(rights::sees)
                .map(Field::name)
                .toList();
        if (seen.isEmpty() || rights.read().equals(Filter.none())) {
            return List.of();
        }
        Binder binder = new Binder(who, metadata.current(), gate, contexts.current(), clock);
        org.jooq.Condition readable = new ConditionSql(new Aliases()).compile(binder.readable(type), Aliases.ROOT);
        Table<?> use = uses().as(name("u"));
        org.jooq.Field<UUID> file = DSL.field(name("u", FILE.getName()), SQLDataType.UUID);
        return sql.selectDistinct(file)
                .from(use)
                .join(Tables.of(type).as(Aliases.ROOT))
                .on(Tables.id(Aliases.ROOT).eq(DSL.field(name("u", RECORD.getName()), SQLDataType.UUID)))
                .where(file.eq(any(wanted)))
                .and(DSL.field(name("u", OBJECT.getName()), SQLDataType.VARCHAR).eq(type.name()))
                .and(DSL.field(name("u", FIELD.getName()), SQLDataType.VARCHAR).in(seen))
                .and(readable)
                .fetch(row -> new RecordId(row.value1()));
    }
}
