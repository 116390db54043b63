package io.hemai.records.store;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.database.Jdbc;
import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.RecordsError;
import io.hemai.records.ValueContexts;
import io.hemai.records.query.Binder;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/**
 * Reads one record as JSON. Nothing is read as often, and building the statement costs more than running it, so the one for a whole
 * record is kept for as long as what somebody may see of the object stays the same.
 */
@Component
public class OneReader {
    private static final int KEPT = 1_000;
    private static final String ID = "id";
    /** Stands for the id while a statement is built. */
    private static final UUID ANY = new UUID(0, 0);

    private final Jdbc jdbc;
    private final TenantTransactions transactions;
    private final Metadata metadata;
    private final Gate gate;
    private final ValueContexts contexts;
    private final Clock clock;
    private final SeenPlans<Plan> plans = new SeenPlans<>(KEPT, Plan::statement);

    OneReader(
            Jdbc jdbc,
            TenantTransactions transactions,
            Metadata metadata,
            Gate gate,
            ValueContexts contexts,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.metadata = metadata;
        this.gate = gate;
        this.contexts = contexts;
        this.clock = clock;
    }

    private record Plan(Jdbc.Kept statement, List<Output<?>> outputs) {}

    /**
     * Writes the record.
     *
     * @param fields paths; empty for every field that the acting identity knows of
     * @return its version; empty when there is none that may be read, and then nothing is written
     */
    public OptionalLong write(String object, RecordId id, List<String> fields, JsonGenerator out) {
        return transactions.read(() -> {
            Plan plan = plan(object, fields);
            return jdbc.read(plan.statement(), Map.of(ID, id.value()), result -> {
                if (!result.next()) {
                    return OptionalLong.empty();
                }
                ResultColumns columns = new ResultColumns(result);
                Output.write(plan.outputs(), columns, out);
                return OptionalLong.of(result.getLong(Output.VERSION_COLUMN));
            });
        });
    }

    private Plan plan(String object, List<String> fields) {
        return fields.isEmpty() ? plans.of(object, () -> build(object, fields)) : build(object, fields);
    }

    private Plan build(String object, List<String> fields) {
        Identity who = Acting.who();
        ObjectType type = metadata.current().require(object);
        Rights rights = gate.rights(who, type);
        if (rights.read().equals(io.hemai.kernel.Filter.none())) {
            throw Refusal.of(RecordsError.UNKNOWN_OBJECT, object);
        }
        Binder binder = new Binder(who, metadata.current(), gate, contexts.current(), clock);
        Projection projection = new Projection(binder, new Aliases());
        List<Output<?>> outputs = new PageStatement(type, binder, projection).outputs(fields, rights.known(type));
        Select<?> select = DSL.select(Output.columns(outputs))
                .from(Tables.of(type).as(Aliases.ROOT))
                .where(Tables.id(Aliases.ROOT).eq(Jdbc.given(ID, ANY)))
                .and(projection.where(binder.readable(type)));
        return new Plan(
                jdbc.keep(select),
                outputs.stream().<Output<?>>map(Output::rendered).toList());
    }
}
