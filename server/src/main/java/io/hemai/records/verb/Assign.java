package io.hemai.records.verb;

import io.hemai.access.FieldRight;
import io.hemai.access.Rights;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.WriteOptions;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a record to somebody to look after. */
@Component
final class Assign implements Verb<Assign.Input, Assign.Assigned> {
    private final Records records;

    Assign(Records records) {
        this.records = records;
    }

    /** Whose it is from now on; null, and said so, for nobody's. */
    record Input(
            @Asked(like = "owner", target = "user", stated = true) @Nullable
            RecordId owner) {}

    /** Told in place of the record to those who may not read it any more. */
    record Assigned(RecordId id, @Nullable RecordId owner) {}

    @Override
    public String object() {
        return "*";
    }

    @Override
    public boolean offeredFor(ObjectType type) {
        return type.is(ObjectTrait.OWNED) && !type.is(ObjectTrait.PERSONAL);
    }

    @Override
    public String name() {
        return "assign";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public boolean permitted(Rights rights) {
        return Verb.super.permitted(rights) && rights.on(CommonFields.OWNER) == FieldRight.WRITE;
    }

    @Override
    public @Nullable Assigned run(Row record, Input input) {
        // with the rights of a caller who writes the owner: the colleague must be one they may name
        String owner = input.owner() == null ? null : input.owner().toString();
        Change change = Change.update(
                record.type(), record.id(), null, Collections.singletonMap(CommonFields.OWNER.name(), owner), false);
        change.because(name());
        records.write(record.type(), List.of(change), WriteOptions.USUAL);
        Query again = Query.of(record.type().name()).where(CommonFields.ID.is(record.id()));
        return records.find(again).isPresent() ? null : new Assigned(record.id(), input.owner());
    }
}
