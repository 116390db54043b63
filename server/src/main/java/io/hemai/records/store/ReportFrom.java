package io.hemai.records.store;

import io.hemai.metadata.ObjectType;
import io.hemai.records.query.Reached;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The tables that a report reads: its object's, joined with what its groups and measures lead to, each once. */
final class ReportFrom {
    private final Aliases aliases;
    private final ConditionSql conditions;
    private final Map<String, Name> joined = new LinkedHashMap<>();
    private Table<? extends Record> tables;

    ReportFrom(ObjectType type, Aliases aliases, ConditionSql conditions) {
        this.aliases = aliases;
        this.conditions = conditions;
        this.tables = Tables.of(type).as(Aliases.ROOT);
    }

    /** The alias of the table that the hops lead to; what may not be read is as if it were not there. */
    Name reach(List<Reached.Hop> hops) {
        Name at = Aliases.ROOT;
        StringBuilder path = new StringBuilder();
        for (Reached.Hop hop : hops) {
            path.append(hop.link().name()).append('.');
            at = join(path.toString(), at, hop);
        }
        return at;
    }

    private Name join(String path, Name from, Reached.Hop hop) {
        Name known = joined.get(path);
        if (known != null) {
            return known;
        }
        Name next = aliases.next();
        org.jooq.Condition on = Tables.id(next).eq(Tables.uuid(from, hop.link().name()));
        if (!hop.readable().isAlways()) {
            on = on.and(conditions.compile(hop.readable(), next));
        }
        tables = tables.leftJoin(Tables.of(hop.target()).as(next)).on(on);
        joined.put(path, next);
        return next;
    }

    Table<? extends Record> tables() {
        return tables;
    }

    static Name grouped() {
        return DSL.name("g");
    }
}
