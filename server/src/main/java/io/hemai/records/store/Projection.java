package io.hemai.records.store;

import io.hemai.metadata.Column;
import io.hemai.metadata.Link;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.StoredFileType;
import io.hemai.records.query.Binder;
import io.hemai.records.query.Condition;
import io.hemai.records.query.Reached;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Builds the columns that an answer is read from. What lies behind links is read by subqueries in the select list, which run only
 * for the rows of the page.
 */
final class Projection {
    private final Binder binder;
    private final Aliases aliases;
    private final ConditionSql conditions;

    Projection(Binder binder, Aliases aliases) {
        this.binder = binder;
        this.aliases = aliases;
        this.conditions = new ConditionSql(aliases);
    }

    /** The columns of a field that was reached, with labels for links and what is known of files. */
    Output<?> output(Reached reached) {
        List<org.jooq.Field<?>> columns = new ArrayList<>();
        for (Column column : reached.field().type().columns()) {
            columns.add(column(reached, column));
        }
        if (reached.field().type() instanceof StoredFileType) {
            return Output.of(reached, columns, file(reached), null);
        }
        org.jooq.Field<String> label = label(reached);
        return label == null
                ? Output.of(reached, columns)
                : Output.of(reached, columns, label, names(reached).orElse(null));
    }

    /** One column of a field, over its links. */
    org.jooq.Field<?> column(Reached reached, Column column) {
        return over(reached.hops(), Aliases.ROOT, at -> Tables.column(at, reached.field(), column));
    }

    /** What is shown of the names that the link leads to; empty when they are not names of an object's records. */
    Optional<NameSight> names(Reached reached) {
        return reached.type()
                .link(reached.field().name())
                .flatMap(binder::target)
                .map(target -> NameSight.of(target, binder.rights(target)));
    }

    /**
     * The name of the link's target as it is read, to be shown by {@link #names}; null when there is none or it may not be read.
     * No column when the field is no link.
     */
    org.jooq.@Nullable Field<String> label(Reached reached) {
        if (!(reached.field().type() instanceof LinkType type)) {
            return null;
        }
        Link link = reached.type().link(reached.field().name()).orElseThrow();
        return binder.target(link)
                .<org.jooq.Field<String>>map(target -> {
                    List<Reached.Hop> hops = new ArrayList<>(reached.hops());
                    hops.add(new Reached.Hop(link, target, binder.readable(target)));
                    return over(hops, Aliases.ROOT, NameSight.of(target, binder.rights(target))::column);
                })
                .orElseGet(() -> DSL.inline(type.target()));
    }

    /** What is known of the file that a field refers to. */
    private org.jooq.Field<String> file(Reached reached) {
        Column column = reached.field().type().columns().getFirst();
        return over(
                reached.hops(),
                Aliases.ROOT,
                at -> FileFacts.of(Tables.column(at, reached.field(), column).coerce(UUID.class), aliases.next()));
    }

    private interface At<T> {
        org.jooq.Field<T> at(Name alias);
    }

    private <T> org.jooq.Field<T> over(List<Reached.Hop> hops, Name from, At<T> column) {
        if (hops.isEmpty()) {
            return column.at(from);
        }
        Reached.Hop hop = hops.getFirst();
        Name next = aliases.next();
        org.jooq.Condition readable =
                hop.readable().isAlways() ? DSL.noCondition() : conditions.compile(hop.readable(), next);
        return DSL.field(DSL.select(over(hops.subList(1, hops.size()), next, column))
                .from(Tables.of(hop.target()).as(next))
                .where(Tables.id(next).eq(Tables.uuid(from, hop.link().name())))
                .and(readable));
    }

    /** The condition under which a row is the root of this projection. */
    org.jooq.Condition where(Condition condition) {
        return conditions.compile(condition, Aliases.ROOT);
    }

    ConditionSql conditions() {
        return conditions;
    }
}
