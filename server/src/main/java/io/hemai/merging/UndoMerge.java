package io.hemai.merging;

import io.hemai.access.AccessError;
import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.verb.NoInput;
import io.hemai.records.verb.Verb;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes the newest merge into the record back. */
@Component
final class UndoMerge implements Verb<NoInput, UndoMerge.Undone> {
    private final List<Mergeable> mergeable;
    private final Merges merges;
    private final Gate gate;
    private final Records records;

    UndoMerge(List<Mergeable> mergeable, Merges merges, Gate gate, Records records) {
        this.mergeable = mergeable;
        this.merges = merges;
        this.gate = gate;
        this.records = records;
    }

    /** A record that was left as it is. */
    record Left(String object, RecordId id, String field) {}

    /**
     * What came of it.
     *
     * @param moved how many links lead back
     * @param left what changed since and was left
     */
    record Undone(List<RecordId> restored, int moved, List<Left> left) {}

    @Override
    public String object() {
        return "*";
    }

    @Override
    public boolean offeredFor(ObjectType type) {
        return mergeable.stream().anyMatch(m -> m.object().equals(type.name()));
    }

    @Override
    public boolean permitted(Rights rights) {
        return gate.may(Acting.who(), AdminAbility.MERGE);
    }

    @Override
    public Refusal notPermitted() {
        return Refusal.of(AccessError.NOT_PERMITTED, AdminAbility.MERGE.code());
    }

    @Override
    public String name() {
        return "undo_merge";
    }

    @Override
    public Class<NoInput> input() {
        return NoInput.class;
    }

    @Override
    public boolean inBulk() {
        return false;
    }

    @Override
    public Undone run(Row record, NoInput input) {
        Merges.Undone done = records.together(() -> merges.undo(record.type(), record.id()));
        return new Undone(
                done.restored(),
                done.moved(),
                done.left().stream()
                        .map(m -> new Left(m.record().object(), m.record().id(), m.field()))
                        .toList());
    }
}
