package io.hemai.records.store;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.RecordsError;
import io.hemai.records.ValueContexts;
import io.hemai.records.query.Binder;
import io.hemai.records.query.Condition;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** What every statement that answers a query begins with. */
@Component
final class Readings {
    private final Metadata metadata;
    private final Gate gate;
    private final Visibility visibility;
    private final ValueContexts contexts;
    private final Clock clock;

    Readings(Metadata metadata, Gate gate, Visibility visibility, ValueContexts contexts, Clock clock) {
        this.metadata = metadata;
        this.gate = gate;
        this.visibility = visibility;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** A reading of the object, as far as the acting identity may read it; a refusal when it may read none of its records. */
    Reading of(String object) {
        return new Reading(object);
    }

    /** Everything that a statement about one object needs. */
    final class Reading {
        final Identity who = Acting.who();
        final ObjectType type;
        final Rights rights;
        final Binder binder;
        final Projection projection;
        final PageStatement statement;
        final Condition readable;

        private Reading(String object) {
            type = metadata.current().require(object);
            rights = gate.rights(who, type);
            if (rights.read().equals(io.hemai.kernel.Filter.none())) {
                throw Refusal.of(RecordsError.UNKNOWN_OBJECT, object);
            }
            binder = new Binder(who, metadata.current(), gate, contexts.current(), clock);
            projection = new Projection(binder, new Aliases());
            statement = new PageStatement(type, binder, projection);
            readable = binder.readable(type);
        }

        /** What the query finds, for a statement that ends when a page is full. */
        org.jooq.Condition paged(Query query) {
            return visibility
                    .paged(who, type, readable, projection.conditions())
                    .and(projection.where(binder.caller(type, query.where())));
        }

        /** The same, for a statement that gathers all of it. */
        org.jooq.Condition aggregated(Query query) {
            return visibility
                    .aggregated(who, type, readable, projection.conditions())
                    .and(projection.where(binder.caller(type, query.where())));
        }

        /** A page of it, with the positions of its rows behind the outputs. */
        Select<? extends Record> page(Query query, List<Output<?>> outputs, Paging paging) {
            List<org.jooq.Field<?>> columns = new ArrayList<>(Output.columns(outputs));
            paging.keys().forEach(k -> columns.add(k.position().as("c" + (columns.size() + 1))));
            return paging.select(columns, Tables.of(type).as(Aliases.ROOT), paged(query));
        }
    }
}
