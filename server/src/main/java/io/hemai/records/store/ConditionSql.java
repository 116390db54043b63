package io.hemai.records.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import io.hemai.metadata.ObjectType;
import io.hemai.records.query.Condition;
import java.util.Comparator;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Compiles bound conditions to SQL over a table that goes by an alias. */
final class ConditionSql {
    private final Aliases aliases;
    private final boolean byRow;

    ConditionSql(Aliases aliases) {
        this(aliases, false);
    }

    private ConditionSql(Aliases aliases, boolean byRow) {
        this.aliases = aliases;
        this.byRow = byRow;
    }

    /**
     * The same for what is tested on few rows of many: what the record itself tells comes first, and links are followed row by row.
     * PostgreSQL else gathers all targets that match before it looks at the first row.
     */
    ConditionSql byRow() {
        return new ConditionSql(aliases, true);
    }

    /** True, false, and never unknown under {@code not}. */
    org.jooq.Condition compile(Condition condition, Name at) {
        return switch (condition) {
            case Condition.All(var parts) ->
                parts.stream().map(p -> compile(p, at)).reduce(trueCondition(), ConditionSql::both);
            case Condition.Any(var parts) ->
                parts.stream()
                        .sorted(Comparator.comparing(p -> byRow && !(p instanceof Condition.Test)))
                        .map(p -> compile(p, at))
                        .reduce(org.jooq.Condition::or)
                        .orElse(falseCondition());
            case Condition.Not(var part) -> denied(compile(part, at));
            case Condition.Test test -> TestSql.compile(test, at);
            case Condition.To(var link, var target, var matches) -> {
                Name next = aliases.next();
                var found = selectOne()
                        .from(Tables.of(target).as(next))
                        .where(Tables.id(next).eq(Tables.uuid(at, link.name())))
                        .and(compile(matches, next));
                // a subquery with an offset stays one of its own
                yield exists(byRow ? found.offset(inline(0)) : found);
            }
            case Condition.From(var link, var child, var matches) -> {
                Name next = aliases.next();
                yield exists(selectOne()
                        .from(Tables.of(child).as(next))
                        .where(Tables.uuid(next, link.name()).eq(Tables.id(at)))
                        .and(compile(matches, next)));
            }
            case Condition.SharedWith shared -> exists(sharedIds(shared, Tables.id(at)));
        };
    }

    /** True where the condition is false or unknown. */
    static org.jooq.Condition denied(org.jooq.Condition condition) {
        return DSL.condition(coalesce(DSL.field(condition), inline(false))).not();
    }

    private static org.jooq.Condition both(org.jooq.Condition one, org.jooq.Condition other) {
        return one.equals(trueCondition()) ? other : one.and(other);
    }

    private static org.jooq.Select<?> sharedIds(Condition.SharedWith shared, org.jooq.Field<java.util.UUID> id) {
        return selectOne()
                .from(Tables.named("share").as("s"))
                .where(DSL.field(DSL.name("s", "record"), SQLDataType.UUID).eq(id))
                .and(sharedWith(shared));
    }

    private static org.jooq.Condition sharedWith(Condition.SharedWith shared) {
        Name s = DSL.name("s");
        org.jooq.Condition whom = Tables.uuid(s, "user").eq(shared.user().value());
        if (!shared.departments().isEmpty()) {
            whom = whom.or(Tables.uuid(s, "department")
                    .in(shared.departments().stream().map(d -> d.value()).toList()));
        }
        return DSL.field(DSL.name("s", "object"), SQLDataType.VARCHAR)
                .eq(inline(shared.type().name()))
                .and(whom)
                .and(DSL.field(DSL.name("s", "level"), SQLDataType.VARCHAR)
                        .in(shared.levels().stream().sorted().map(DSL::inline).toList()));
    }

    /**
     * The ids of the records that match, found from the narrow end: each branch of an "or" by its own index, a link from the
     * matching targets. For conditions that few records meet.
     */
    org.jooq.Select<org.jooq.Record1<java.util.UUID>> ids(ObjectType type, Condition condition) {
        if (condition instanceof Condition.Any(var parts) && !parts.isEmpty()) {
            return parts.stream()
                    .map(p -> ids(type, p))
                    .reduce(org.jooq.Select::union)
                    .orElseThrow();
        }
        Name at = aliases.next();
        return DSL.select(Tables.id(at)).from(Tables.of(type).as(at)).where(narrow(condition, at));
    }

    private org.jooq.Condition narrow(Condition condition, Name at) {
        return switch (condition) {
            // what is asked besides is tested on the few that the first one finds
            case Condition.All(var parts)
            when !parts.isEmpty() ->
                parts.stream()
                        .skip(1)
                        .map(p -> compile(p, at))
                        .reduce(narrow(parts.getFirst(), at), (a, b) -> a.and(b));
            case Condition.To(var link, var target, var matches) ->
                Tables.uuid(at, link.name()).in(ids(target, matches));
            case Condition.SharedWith shared ->
                Tables.id(at)
                        .in(DSL.select(DSL.field(DSL.name("s", "record"), SQLDataType.UUID))
                                .from(Tables.named("share").as("s"))
                                .where(sharedWith(shared)));
            default -> compile(condition, at);
        };
    }
}
