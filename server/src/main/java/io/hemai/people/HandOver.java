package io.hemai.people;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.access.Person;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.WriteOptions;
import io.hemai.records.verb.Verb;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets somebody leave: switches the person off and gives everything open that the person owns to a colleague, chunk by chunk.
 * Done again after a breakdown it goes on where it stopped.
 */
@Component
public class HandOver implements Verb<HandOver.Input, HandOver.Output> {
    private final Records records;
    private final Metadata metadata;
    private final Gate gate;
    private final UserObject user;
    private final PeopleRecords people;
    private final ObjectProvider<OpenWork> openWork;

    HandOver(
            Records records,
            Metadata metadata,
            Gate gate,
            UserObject user,
            PeopleRecords people,
            ObjectProvider<OpenWork> openWork) {
        this.records = records;
        this.metadata = metadata;
        this.gate = gate;
        this.user = user;
        this.people = people;
        this.openWork = openWork;
    }

    /**
     * Who takes over.
     *
     * @param to an active user
     */
    public record Input(RecordId to) {}

    /**
     * What was given to whom.
     *
     * @param handedOver how many records of each object
     * @param left how many a rule kept where they are, by object
     */
    public record Output(RecordId to, Map<String, Long> handedOver, Map<String, Long> left) {}

    @Override
    public String object() {
        return user.name();
    }

    @Override
    public String name() {
        return "hand_over";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public boolean inChunks() {
        return true;
    }

    @Override
    public Output run(Row leaving, Input input) {
        gate.require(AdminAbility.PEOPLE);
        Person successor = people.person(input.to())
                .filter(p -> p.active() && !p.id().equals(leaving.id()))
                .orElseThrow(() -> Refusal.ofField("to", PeopleError.NOBODY_TO_TAKE_OVER, input.to()));
        if (Boolean.TRUE.equals(leaving.value(user.active))) {
            records.update(user, leaving.id(), Values.of(user.active, false), "hand_over");
        }
        SystemIdentity system = new SystemIdentity("hand_over", leaving.label() + " → " + successor.label());
        return Acting.call(system, () -> giveAll(leaving.id(), successor.id()));
    }

    private Output giveAll(RecordId from, RecordId to) {
        Map<String, Long> handedOver = new TreeMap<>();
        Map<String, Long> left = new TreeMap<>();
        for (ObjectType type : metadata.current().all()) {
            if (type.is(ObjectTrait.OWNED)) {
                Filter open = CommonFields.OWNER.is(from).and(open(type));
                long given = give(type, open, to);
                long kept = records.count(type.name(), open);
                put(handedOver, type, given);
                put(left, type, kept);
            }
        }
        return new Output(to, handedOver, left);
    }

    private static void put(Map<String, Long> counts, ObjectType type, long count) {
        if (count > 0) {
            counts.put(type.name(), count);
        }
    }

    private Filter open(ObjectType type) {
        return openWork.stream()
                .filter(w -> w.object().equals(type.name()))
                .map(OpenWork::open)
                .reduce(Filter::and)
                .orElseGet(Filter::all);
    }

    private long give(ObjectType type, Filter open, RecordId to) {
        long given = 0;
        long now;
        do {
            now = giveSome(type, open, to);
            given += now;
        } while (now > 0);
        return given;
    }

    private long giveSome(ObjectType type, Filter open, RecordId to) {
        return records.together(() -> {
            List<Change> changes = records
                    .list(Query.of(type.name()).where(open).limit(Limits.CHUNK))
                    .stream()
                    .map(row ->
                            Change.update(type, row.id(), row.version(), Map.of(CommonFields.OWNER.name(), to), true))
                    .toList();
            return changes.isEmpty()
                    ? 0L
                    : (long) records.write(
                                    type, changes, WriteOptions.USUAL.rowByRow().allowingDuplicates())
                            .sound()
                            .size();
        });
    }
}
