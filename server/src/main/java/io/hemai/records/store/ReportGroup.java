package io.hemai.records.store;

import io.hemai.database.RawSql;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.records.RecordsError;
import io.hemai.records.Report.Bucket;
import io.hemai.records.Report.Group;
import io.hemai.records.query.Binder;
import io.hemai.records.query.Condition;
import io.hemai.records.query.Reached;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** One thing that records of a report are put together by: as columns, and as JSON. */
final class ReportGroup {
    private static final Set<Comparison> GROUPABLE = EnumSet.of(
            Comparison.TEXT,
            Comparison.CODE,
            Comparison.NUMBER,
            Comparison.DATE,
            Comparison.INSTANT,
            Comparison.BOOLEAN,
            Comparison.REFERENCE);

    private final Group group;
    private final Reached reached;
    private final String key;
    private final org.jooq.Field<?> value;
    /** Whether the link leads where one may not look. */
    private final org.jooq.@Nullable Field<Boolean> hidden;

    private final @Nullable ObjectType target;
    private final @Nullable NameSight names;

    ReportGroup(Group group, int number, Binder binder, ObjectType type, ReportFrom from, ZoneId zone) {
        this.group = group;
        this.key = "k" + number;
        this.reached = binder.reach(type, group.path());
        check();
        Name at = from.reach(reached.hops());
        org.jooq.Field<?> column = Tables.first(at, reached.field());
        Optional<Link> link = reached.type().link(reached.field().name());
        this.target = link.flatMap(binder::target).orElse(null);
        this.names = target == null ? null : NameSight.of(target, binder.rights(target));
        Condition readable = link.map(binder::readableTarget).orElse(Condition.always());
        if (link.isPresent() && target != null && !readable.isAlways()) {
            List<Reached.Hop> hops = new ArrayList<>(reached.hops());
            hops.add(new Reached.Hop(link.get(), target, readable));
            Name seen = from.reach(hops);
            this.value = Tables.id(seen);
            this.hidden = DSL.field(column.isNotNull().and(Tables.id(seen).isNull()));
        } else {
            this.value = group.bucket() == null ? column : bucket(column, group.bucket(), zone);
            this.hidden = null;
        }
    }

    private void check() {
        Field<?> field = reached.field();
        Comparison comparison = field.type().comparison();
        if (!reached.seen()) {
            throw Refusal.ofField(group.path(), RecordsError.MASKED_FIELD, group.path());
        }
        if (!GROUPABLE.contains(comparison) || field.type().columns().size() > 1) {
            throw Refusal.ofField(group.path(), RecordsError.NOT_GROUPABLE, field.label());
        }
        if (group.bucket() != null && !timed()) {
            throw Refusal.ofField(group.path(), RecordsError.BUCKET_UNFIT, field.label());
        }
    }

    private boolean timed() {
        Comparison comparison = reached.field().type().comparison();
        return comparison == Comparison.DATE || comparison == Comparison.INSTANT;
    }

    /** The first day of the stretch, in the caller's zone. */
    private org.jooq.Field<LocalDate> bucket(org.jooq.Field<?> column, Bucket bucket, ZoneId zone) {
        org.jooq.Field<?> local = reached.field().type().comparison() == Comparison.INSTANT
                ? DSL.function(DSL.name("timezone"), SQLDataType.LOCALDATETIME, DSL.inline(zone.getId()), column)
                : column.cast(SQLDataType.LOCALDATETIME);
        return DSL.function(DSL.name("date_trunc"), SQLDataType.LOCALDATETIME, DSL.inline(bucket.code()), local)
                .cast(SQLDataType.LOCALDATE);
    }

    String name() {
        return group.path();
    }

    Group group() {
        return group;
    }

    Field<?> field() {
        return reached.field();
    }

    /** What the grouping select has. */
    List<org.jooq.Field<?>> keys() {
        return hidden == null ? List.of(value.as(key)) : List.of(value.as(key), hidden.as(key + "_hidden"));
    }

    /** What records are grouped by. */
    List<org.jooq.Field<?>> grouped() {
        return hidden == null ? List.of(value) : List.of(value, hidden);
    }

    /** What is read of each group. */
    List<org.jooq.Field<?>> columns() {
        List<org.jooq.Field<?>> columns = new ArrayList<>();
        columns.add(outer(key, value));
        if (isLink()) {
            columns.add(label());
            columns.add(hidden == null ? DSL.inline(false) : outer(key + "_hidden", hidden));
        }
        return columns;
    }

    private static <T> org.jooq.Field<T> outer(String column, org.jooq.Field<T> like) {
        return DSL.field(ReportFrom.grouped().append(column), like.getDataType());
    }

    private boolean isLink() {
        return reached.field().type() instanceof LinkType;
    }

    private org.jooq.Field<String> label() {
        ObjectType leadsTo = target;
        if (leadsTo == null || names == null) {
            return DSL.inline("");
        }
        Name l = DSL.name("l_" + key);
        return DSL.field(DSL.select(names.column(l))
                .from(Tables.of(leadsTo).as(l))
                .where(Tables.id(l).eq(outer(key, value).coerce(SQLDataType.UUID))));
    }

    /** What rows are sorted by: links by their labels unless these are not shown, texts as dictionaries do. */
    org.jooq.Field<?> order() {
        if (isLink()) {
            return names == null || names.open() ? RawSql.pinyinOrder(label()) : outer(key, value);
        }
        return reached.field().type().comparison() == Comparison.TEXT
                ? RawSql.pinyinOrder(outer(key, value).coerce(SQLDataType.CLOB))
                : outer(key, value);
    }

    /** Writes the value that begins at the column. */
    void write(ResultColumns row, int at, JsonGenerator json) {
        if (group.bucket() != null) {
            LocalDate day = row.at(at).date(0);
            json.writePOJO(day == null ? null : day.toString());
        } else if (isLink()) {
            writeLink(row, at, json);
        } else {
            write(reached.field(), row.at(at), json);
        }
    }

    private void writeLink(ResultColumns row, int at, JsonGenerator json) {
        java.util.UUID id = row.at(at).uuid(0);
        String label = row.text(1);
        boolean unseen = Boolean.TRUE.equals(row.bool(2));
        if (id == null && !unseen) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        if (id == null) {
            json.writeBooleanProperty("hidden", true);
        } else {
            json.writeStringProperty("id", id.toString());
            json.writeStringProperty("label", names == null ? "" : names.shown(label));
        }
        json.writeEndObject();
    }

    static <T> void write(Field<T> field, ResultColumns row, JsonGenerator json) {
        T value = field.type().load(row);
        if (value == null) {
            json.writeNull();
        } else {
            field.type().write(value, json);
        }
    }
}
