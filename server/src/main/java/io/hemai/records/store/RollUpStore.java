package io.hemai.records.store;

import static org.jooq.impl.DSL.name;

import io.hemai.access.Gate;
import io.hemai.database.Jdbc;
import io.hemai.database.RawSql;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.MoneyType;
import io.hemai.records.RollUp;
import io.hemai.records.ValueContexts;
import io.hemai.records.query.Binder;
import io.hemai.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes roll-ups in the database, for many parents at a time. */
@Component
public class RollUpStore {
    private static final SystemIdentity SELF = new SystemIdentity("roll-up", "computes roll-ups");
    private static final Name CHILD = name("c");
    private static final Name SUMS = name("sums");

    /** Less than PostgreSQL takes to look for two who wait for each other. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final RawSql raw;
    private final Jdbc jdbc;
    private final DerivedWriter writer;
    private final FormulaStore formulas;
    private final Gate gate;
    private final Metadata metadata;
    private final ValueContexts contexts;
    private final Clock clock;

    RollUpStore(
            RawSql raw,
            Jdbc jdbc,
            DerivedWriter writer,
            FormulaStore formulas,
            Gate gate,
            Metadata metadata,
            ValueContexts contexts,
            Clock clock) {
        this.raw = raw;
        this.jdbc = jdbc;
        this.writer = writer;
        this.formulas = formulas;
        this.gate = gate;
        this.metadata = metadata;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** A parent's values as they stand and as they should, in the order of the group's roll-ups. */
    public record Figure(RecordId parent, List<@Nullable Object> stored, List<@Nullable Object> computed) {}

    /**
     * From here on the transaction waits for no row longer than a moment, so that a person's write that waits for a row of this
     * one and holds one that this one needs is never what PostgreSQL ends: this one fails first, and is read again.
     */
    public void giveWay() {
        raw.waitForLocks(PATIENCE);
    }

    /** Waits until nobody else computes roll-ups of the tenant, so that no older result is written over a newer one. */
    public void serialize() {
        jdbc.read(
                DSL.select(DSL.function(
                        name("pg_advisory_xact_lock"),
                        SQLDataType.OTHER,
                        DSL.function(
                                name("hashtextextended"),
                                SQLDataType.BIGINT,
                                DSL.val(CurrentTenant.get().schema() + ".roll_up"),
                                DSL.inline(0L)))),
                ResultSet::next);
    }

    /** The parents that the children lead to now. */
    public Set<RecordId> parents(RollUpGroup group, Collection<RecordId> children) {
        org.jooq.Field<UUID> link = Tables.uuid(CHILD, group.link().name());
        return Set.copyOf(ids(DSL.selectDistinct(link)
                .from(Tables.of(group.child()).as(CHILD))
                .where(Tables.id(CHILD).in(uuids(children)))
                .and(link.isNotNull())));
    }

    /** The ids of the object in their order. */
    public List<RecordId> ids(ObjectType type, @Nullable RecordId after, int limit) {
        return ids(DSL.select(Tables.id(Aliases.ROOT))
                .from(Tables.of(type).as(Aliases.ROOT))
                .where(
                        after == null
                                ? DSL.noCondition()
                                : Tables.id(Aliases.ROOT).gt(after.value()))
                .orderBy(Tables.id(Aliases.ROOT))
                .limit(DSL.inline(limit)));
    }

    private List<RecordId> ids(org.jooq.Select<?> select) {
        return jdbc.read(select, result -> {
            List<RecordId> found = new ArrayList<>();
            while (result.next()) {
                found.add(new RecordId(result.getObject(1, UUID.class)));
            }
            return found;
        });
    }

    private static List<UUID> uuids(Collection<RecordId> ids) {
        return ids.stream().map(RecordId::value).toList();
    }

    /** Those of the parents whose values are not what they should be. An empty sum may as well be no value. */
    public List<Figure> differing(RollUpGroup group, Set<RecordId> parents) {
        if (parents.isEmpty()) {
            return List.of();
        }
        List<org.jooq.Field<?>> columns = new ArrayList<>();
        columns.add(Tables.id(Aliases.ROOT));
        group.rollUps().forEach(r -> columns.addAll(Tables.columns(Aliases.ROOT, r.target())));
        for (int i = 0; i < group.rollUps().size(); i++) {
            columns.add(DSL.field(SUMS.append("v" + i)));
        }
        Table<Record> parent = Tables.of(group.parent()).as(Aliases.ROOT);
        return jdbc.read(
                DSL.select(columns)
                        .from(parent)
                        .leftJoin(sums(group, parents))
                        .on(DSL.field(SUMS.append("parent"), SQLDataType.UUID).eq(Tables.id(Aliases.ROOT)))
                        .where(Tables.id(Aliases.ROOT).in(uuids(parents)))
                        .orderBy(Tables.id(Aliases.ROOT)),
                result -> read(group, result));
    }

    private Table<?> sums(RollUpGroup group, Set<RecordId> parents) {
        org.jooq.Field<UUID> link = Tables.uuid(CHILD, group.link().name());
        Binder binder = new Binder(SELF, metadata.current(), gate, contexts.current(), clock);
        ConditionSql conditions = new ConditionSql(new Aliases());
        List<org.jooq.Field<?>> columns = new ArrayList<>();
        columns.add(link.as("parent"));
        for (int i = 0; i < group.rollUps().size(); i++) {
            RollUp rollUp = group.rollUps().get(i);
            org.jooq.Condition counts = conditions.compile(binder.rights(group.child(), rollUp.where()), CHILD);
            columns.add(value(rollUp, counts).as("v" + i));
        }
        return DSL.select(columns)
                .from(Tables.of(group.child()).as(CHILD))
                .where(link.in(uuids(parents)))
                .groupBy(link)
                .asTable(SUMS.last());
    }

    private static org.jooq.Field<?> value(RollUp rollUp, org.jooq.Condition counts) {
        return switch (rollUp.function()) {
            case COUNT -> DSL.count().filterWhere(counts);
            case SUM -> DSL.sum(taken(rollUp)).filterWhere(counts);
            case MAX -> DSL.max(taken(rollUp)).filterWhere(counts);
        };
    }

    /** Amounts add up and compare in base currency. */
    private static org.jooq.Field<BigDecimal> taken(RollUp rollUp) {
        Field<?> of = Objects.requireNonNull(rollUp.of());
        String suffix = of.type() instanceof MoneyType ? MoneyType.BASE : "";
        return DSL.field(CHILD.append(of.name() + suffix), BigDecimal.class);
    }

    private static List<Figure> read(RollUpGroup group, ResultSet result) throws SQLException {
        ResultColumns columns = new ResultColumns(result);
        List<Figure> differing = new ArrayList<>();
        while (result.next()) {
            RecordId parent = new RecordId(result.getObject(1, UUID.class));
            List<@Nullable Object> stored = new ArrayList<>();
            int at = 2;
            for (RollUp rollUp : group.rollUps()) {
                stored.add(rollUp.target().type().load(columns.at(at)));
                at += rollUp.target().type().columns().size();
            }
            List<@Nullable Object> computed = new ArrayList<>();
            for (int i = 0; i < group.rollUps().size(); i++) {
                computed.add(computed(group.rollUps().get(i), stored.get(i), columns.at(at + i)));
            }
            if (!stored.equals(computed)) {
                differing.add(new Figure(parent, stored, computed));
            }
        }
        return differing;
    }

    private static @Nullable Object computed(RollUp rollUp, @Nullable Object stored, ResultColumns column) {
        boolean adds = rollUp.function() != RollUp.Function.MAX;
        BigDecimal number = adds ? column.decimal(0) : null;
        if (adds && stored == null && (number == null || number.signum() == 0)) {
            return null;
        }
        if (rollUp.target().type() instanceof MoneyType) {
            BigDecimal amount = adds ? number : column.decimal(0);
            return amount == null && !adds
                    ? null
                    : new Money(
                            amount == null ? BigDecimal.ZERO : amount,
                            CurrentTenant.get().base());
        }
        if (adds && number == null) {
            return rollUp.target().type().columns().getFirst().kind() == io.hemai.metadata.ColumnKind.BIGINT
                    ? (Object) 0L
                    : BigDecimal.ZERO;
        }
        return rollUp.target().type().load(column);
    }

    /** Writes the values as they should be. */
    public void write(RollUpGroup group, List<Figure> figures) {
        Map<RecordId, List<@Nullable Object>> values = new LinkedHashMap<>();
        figures.forEach(f -> values.put(f.parent(), f.computed()));
        writer.write(
                group.parent(),
                group.rollUps().stream().<Field<?>>map(RollUp::target).toList(),
                values,
                contexts.current());
        if (group.rollUps().stream().anyMatch(r -> formulas.of(group.parent()).anyReads(r.target()))) {
            formulas.refresh(group.parent(), values.keySet());
        }
    }
}
