package io.hemai.records.store;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hemai.database.RawSql;
import io.hemai.identity.Identity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.query.Condition;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Chooses how rights enter a statement. Who sees few records gets them as a set of ids gathered by indexes; who sees many gets
 * a test per row while an index is walked; a test in the other case would walk the whole table for nothing.
 */
@Component
class Visibility {
    private final DSLContext sql;
    private final FewRecords limit;
    private final Cache<Key, Boolean> few = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    Visibility(DSLContext sql, FewRecords limit) {
        this.sql = sql;
        this.limit = limit;
    }

    private record Key(TenantId tenant, RecordId user, RecordId reader, String object, long rights, int most) {}

    /** The condition that the rights put on the root of a statement, for reading pages. */
    org.jooq.Condition paged(Identity who, ObjectType type, Condition readable, ConditionSql conditions) {
        return seesFew(who, type, readable)
                ? RawSql.among(Tables.id(Aliases.ROOT), conditions.ids(type, readable))
                : conditions.byRow().compile(readable, Aliases.ROOT);
    }

    /** The same for aggregates, which read every row that may be seen. */
    org.jooq.Condition aggregated(Identity who, ObjectType type, Condition readable, ConditionSql conditions) {
        if (readable.isAlways() || readable.isNever()) {
            return conditions.compile(readable, Aliases.ROOT);
        }
        return seesFew(who, type, readable)
                ? RawSql.among(Tables.id(Aliases.ROOT), conditions.ids(type, readable))
                : Tables.id(Aliases.ROOT).in(conditions.ids(type, readable));
    }

    /** Whether the rights leave so few records that they are best gathered first. */
    boolean seesFew(Identity who, ObjectType type, Condition readable) {
        if (readable.isAlways() || readable.isNever() || !(who instanceof UserIdentity user)) {
            return false;
        }
        Tenant tenant = CurrentTenant.get();
        Key key = new Key(tenant.id(), user.user(), user.reader(), type.name(), tenant.rightsVersion(), limit.most());
        return Objects.requireNonNull(few.get(key, k -> countsFew(type, readable, k.most())));
    }

    /** Counts each branch of the rights apart, so that every one uses its index and stops early. */
    private boolean countsFew(ObjectType type, Condition readable, int most) {
        List<Condition> branches = readable instanceof Condition.Any(var parts) ? parts : List.of(readable);
        ConditionSql conditions = new ConditionSql(new Aliases());
        int left = most;
        for (Condition branch : branches) {
            left -= counted(conditions.ids(type, branch), most);
            if (left < 0) {
                return false;
            }
        }
        return true;
    }

    private int counted(Select<Record1<java.util.UUID>> ids, int most) {
        Name counted = DSL.name("counted");
        return Objects.requireNonNull(sql.select(count())
                        .from(DSL.selectFrom(ids.asTable("ids"))
                                .limit(inline(most + 1))
                                .asTable(counted.last()))
                        .fetchOne())
                .value1();
    }
}
