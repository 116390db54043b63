package io.hemai.people;

import io.hemai.access.AccessError;
import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.access.Person;
import io.hemai.access.Rights;
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
import io.hemai.records.Sort;
import io.hemai.records.Values;
import io.hemai.records.WriteOptions;
import io.hemai.records.verb.Asked;
import io.hemai.records.verb.Verb;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets somebody leave: switches the person off and gives everything open that the person owns to a colleague, chunk by chunk;
 * what the person kept for oneself stays.
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
    public record Input(
            @Asked(target = "user", required = true) RecordId to) {}

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
    public boolean permitted(Rights rights) {
        return gate.may(Acting.who(), AdminAbility.PEOPLE);
    }

    @Override
    public Refusal notPermitted() {
        return Refusal.of(AccessError.NOT_PERMITTED, AdminAbility.PEOPLE.code());
    }

    @Override
    public boolean inChunks() {
        return true;
    }

    @Override
    public Output run(Row leaving, Input input) {
        Person successor = people.person(input.to())
                .filter(p -> p.active() && !p.id().equals(leaving.id()))
                .orElseThrow(() -> Refusal.ofField("to", PeopleError.NOBODY_TO_TAKE_OVER, input.to()));
        if (Boolean.TRUE.equals(leaving.value(user.active))) {
            records.update(user, leaving.id(), Values.of(user.active, false), "hand_over");
        }
        SystemIdentity system =
                SystemIdentity.onBehalfOf(Acting.who(), "hand_over: " + leaving.label() + " → " + successor.label());
        return Acting.call(system, () -> giveAll(leaving.id(), successor.id()));
    }

    private Output giveAll(RecordId from, RecordId to) {
        Map<String, Long> handedOver = new TreeMap<>();
        Map<String, Long> left = new TreeMap<>();
        for (ObjectType type : metadata.current().all()) {
            if (type.is(ObjectTrait.OWNED) && !type.is(ObjectTrait.PERSONAL)) {
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

    /** From the oldest to the newest, so that what a rule keeps is met once and is in nobody's way. */
    private long give(ObjectType type, Filter open, RecordId to) {
        long given = 0;
        Stretch next = Stretch.BEGINNING;
        while (!next.ended()) {
            Stretch from = next;
            next = records.together(() -> giveSome(type, open, to, from));
            given += next.given();
        }
        return given;
    }

    /**
     * How far the records have been gone through.
     *
     * @param from when the next ones were made, or later
     * @param kept those of the same moment that were kept where they are
     */
    private record Stretch(Instant from, List<RecordId> kept, long given, boolean ended) {
        static final Stretch BEGINNING = new Stretch(Instant.EPOCH, List.of(), 0, false);

        Filter rest() {
            Filter later = CommonFields.CREATED_AT.atLeast(from);
            return kept.isEmpty() ? later : later.and(new Filter.Not(CommonFields.ID.in(kept)));
        }

        Stretch after(List<Row> rows, List<RecordId> refused) {
            Instant last = rows.getLast().require(CommonFields.CREATED_AT);
            List<RecordId> still = Stream.concat(
                            last.equals(from) ? kept.stream() : Stream.of(),
                            rows.stream()
                                    .filter(r -> last.equals(r.value(CommonFields.CREATED_AT)))
                                    .map(Row::id)
                                    .filter(refused::contains))
                    .toList();
            long now = (long) rows.size() - refused.size();
            return still.size() > Limits.IN_VALUES
                    ? new Stretch(last.plus(1, ChronoUnit.MICROS), List.of(), now, false)
                    : new Stretch(last, still, now, false);
        }
    }

    private Stretch giveSome(ObjectType type, Filter open, RecordId to, Stretch from) {
        List<Row> rows = records.list(Query.of(type.name())
                .where(open.and(from.rest()))
                .sort(Sort.by(CommonFields.CREATED_AT))
                .limit(Limits.CHUNK));
        if (rows.isEmpty()) {
            return new Stretch(from.from(), from.kept(), 0, true);
        }
        List<Change> changes = rows.stream()
                .map(row -> Change.update(type, row.id(), row.version(), Map.of(CommonFields.OWNER.name(), to), true))
                .toList();
        records.writeRowByRow(type, changes, WriteOptions.USUAL.allowingDuplicates());
        return from.after(
                rows, changes.stream().filter(Change::isRefused).map(Change::id).toList());
    }
}
