package io.hemai.automation.run;

import io.hemai.automation.Outcome.Deed;
import io.hemai.automation.store.FlowRun;
import io.hemai.journal.Cause;
import io.hemai.journal.Origin;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.Template;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Row;
import io.hemai.records.WriteOptions;
import io.hemai.records.verb.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What runs at one step want done, gathered and done together. */
final class Wants {
    /** What one text says of records. */
    private static final int LONGEST_TEXT = 10_000;

    private final FlowParts with;
    private final LiveFlow flow;
    private final ObjectType type;
    private final List<Made> made = new ArrayList<>();
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

        Map<String, @Nullable Object> filled(Map<String, String> said) {
            Map<String, @Nullable Object> filled = new LinkedHashMap<>();
            create.values()
                    .forEach((field, value) -> filled.put(
                            field, value instanceof Template text ? text.filled(said, LONGEST_TEXT) : value));
            return filled;
        }
    }

    void want(Deed deed, FlowRun run, Row row, String step) {
        switch (deed) {
            case Deed.Update(var values) -> want(Change.update(type, run.record(), null, values, false), run);
            case Deed.Create create -> made.add(new Made(run, row, create));
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
        return new Origin(run.id(), run.depth());
    }

    private <I> void call(Verb<I, ?> verb, Map<String, @Nullable Object> given, FlowRun run, Row row) {
        Cause.ofFlow(flow.name(), origin(run)).call(() -> {
            with.verbs().run(verb, row, with.verbs().input(verb, given));
            return run;
        });
    }

    void carryOut() {
        make();
        changes.forEach((of, some) -> with.records().write(of, some, WriteOptions.USUAL.allowingDuplicates()));
        calls.forEach(Runnable::run);
        with.telling().tell(told);
    }

    /** What the texts name is read once for all. */
    private void make() {
        Set<String> names = new LinkedHashSet<>();
        made.forEach(one -> names.addAll(one.names()));
        Map<RecordId, Map<String, String>> said = names.isEmpty()
                ? Map.of()
                : with.texts()
                        .of(type, made.stream().map(one -> one.about().id()).toList(), names);
        for (Made one : made) {
            ObjectType of = with.metadata().current().require(one.create().object());
            Map<String, @Nullable Object> values =
                    one.filled(said.getOrDefault(one.about().id(), Map.of()));
            want(Change.create(of, values, false), one.run());
        }
    }
}
