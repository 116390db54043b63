package io.hemai.automation.run;

import io.hemai.access.Person;
import io.hemai.automation.Outcome.Deed;
import io.hemai.automation.store.FlowRun;
import io.hemai.journal.Cause;
import io.hemai.journal.Origin;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.Normalised;
import io.hemai.kernel.text.Template;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.TextType;
import io.hemai.records.Change;
import io.hemai.records.Row;
import io.hemai.records.WriteOptions;
import io.hemai.records.verb.Verb;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What runs at one step want done, gathered and done together. */
final class Wants {
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_LINE = 200;
    private static final String OWNER = CommonFields.OWNER.name();

    private final FlowParts with;
    private final LiveFlow flow;
    private final ObjectType type;
    private final List<Made> made = new ArrayList<>();
    private final Map<FlowRun, Deed.Tag> tagged = new LinkedHashMap<>();
    private final Map<ObjectType, List<Change>> changes = new LinkedHashMap<>();
    private final List<Runnable> calls = new ArrayList<>();
    private final List<FlowTelling.Told> told = new ArrayList<>();

    Wants(FlowParts with, LiveFlow flow, ObjectType type) {
        this.with = with;
        this.flow = flow;
        this.type = type;
    }

    /** A record to be made, whose texts may name fields of the run's record. */
    private record Made(FlowRun run, Row about, Deed.Create create) {
        Set<String> names() {
            Set<String> names = new LinkedHashSet<>();
            create.values().values().forEach(value -> {
                if (value instanceof Template text) {
                    names.addAll(text.names());
                }
            });
            return names;
        }

        Map<String, @Nullable Object> filled(ObjectType of, Map<String, String> said, Set<RecordId> left) {
            Map<String, @Nullable Object> filled = new LinkedHashMap<>();
            create.values()
                    .forEach((field, value) -> filled.put(
                            field, value instanceof Template text ? text.filled(said, longest(of, field)) : value));
            if (create.values().get(OWNER) instanceof String owner
                    && RecordId.parse(owner).filter(left::contains).isPresent()) {
                filled.remove(OWNER);
            }
            return filled;
        }

        private static int longest(ObjectType of, String field) {
            return of.field(field).filter(f -> f.type() instanceof TextType).isPresent() ? LONGEST_LINE : LONGEST_TEXT;
        }
    }

    void want(Deed deed, FlowRun run, Row row, String step) {
        switch (deed) {
            case Deed.Update(var values) -> want(Change.update(type, run.record(), null, values, false), run);
            case Deed.Create create -> made.add(new Made(run, row, create));
            case Deed.Tag tag -> tagged.put(run, tag);
            case Deed.Tell tell -> told.add(new FlowTelling.Told(flow.flow() + " " + step, row, tell));
            case Deed.Call(var verb, var given) ->
                calls.add(() -> call(with.verbs().require(type, verb), given, run, row));
        }
    }

    void want(Change change, FlowRun run) {
        change.from(origin(run));
        changes.computeIfAbsent(change.type(), of -> new ArrayList<>()).add(change);
    }

    private static Origin origin(FlowRun run) {
        return new Origin(run.id(), run.parent(), run.depth());
    }

    private <I> void call(Verb<I, ?> verb, Map<String, @Nullable Object> given, FlowRun run, Row row) {
        Cause.ofFlow(flow.name(), origin(run)).call(() -> {
            with.verbs().run(verb, row, with.verbs().input(verb, given));
            return run;
        });
    }

    void carryOut() {
        make();
        tag();
        changes.forEach((of, some) -> with.records().write(of, some, WriteOptions.USUAL.allowingDuplicates()));
        calls.forEach(Runnable::run);
        with.telling().tell(told);
    }

    /** What the texts name is read once for all, and who does not work here any more gets nothing to do. */
    private void make() {
        if (made.isEmpty()) {
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        made.forEach(one -> names.addAll(one.names()));
        Map<RecordId, Map<String, String>> said = names.isEmpty()
                ? Map.of()
                : with.texts()
                        .of(type, made.stream().map(one -> one.about().id()).toList(), names);
        Set<RecordId> left = left();
        for (Made one : made) {
            ObjectType of = with.metadata().current().require(one.create().object());
            Map<String, @Nullable Object> values =
                    one.filled(of, said.getOrDefault(one.about().id(), Map.of()), left);
            want(Change.create(of, values, false), one.run());
        }
    }

    private Set<RecordId> left() {
        Set<RecordId> owners = made.stream()
                .map(one -> one.create().values().get(OWNER))
                .flatMap(owner -> owner instanceof String id ? RecordId.parse(id).stream() : Stream.empty())
                .collect(Collectors.toSet());
        if (owners.isEmpty()) {
            return Set.of();
        }
        Map<RecordId, Person> known = with.people().getObject().persons(owners);
        return owners.stream()
                .filter(owner -> {
                    Person person = known.get(owner);
                    return person != null && !person.active();
                })
                .collect(Collectors.toSet());
    }

    /** Of the tags as they stand now, which stay so until this is written. */
    private void tag() {
        if (tagged.isEmpty()) {
            return;
        }
        Map<RecordId, Row> rows = with.records()
                .lockedRows(type, tagged.keySet().stream().map(FlowRun::record).toList());
        tagged.forEach((run, tag) -> {
            Row row = rows.get(run.record());
            if (row != null) {
                tag(run, row, tag);
            }
        });
    }

    private void tag(FlowRun run, Row row, Deed.Tag tag) {
        List<String> had = row.value(type.requireField(tag.field())) instanceof List<?> tags
                ? tags.stream().map(String::valueOf).toList()
                : List.of();
        Set<String> gone = normalised(tag.remove().stream());
        Set<String> there = normalised(had.stream());
        List<String> wanted = Stream.concat(
                        had.stream(), tag.add().stream().filter(one -> there.add(Normalised.of(one))))
                .filter(one -> !gone.contains(Normalised.of(one)))
                .toList();
        if (!wanted.equals(had)) {
            want(Change.update(type, run.record(), null, Map.of(tag.field(), wanted), false), run);
        }
    }

    private static Set<String> normalised(Stream<String> tags) {
        return tags.map(Normalised::of).collect(Collectors.toCollection(HashSet::new));
    }
}
