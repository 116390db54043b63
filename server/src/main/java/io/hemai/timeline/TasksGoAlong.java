package io.hemai.timeline;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.journal.Act;
import io.hemai.journal.Entry;
import io.hemai.journal.Journal;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Query;
import io.hemai.records.Reaction;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the owner of a record has still to do about it goes to whom the record is given; what colleagues have to do stays theirs. Where
 * giving is taken back, what came along goes back, and nothing else.
 */
@Component
class TasksGoAlong implements Reaction {
    private static final String WHY = "assign";

    /** So many changes of a record may have come since. */
    private static final int LATEST = 20;

    private final TaskObject task;
    private final Journal journal;
    private final JsonMapper json;
    private final ObjectProvider<Records> records;

    TasksGoAlong(TaskObject task, Journal journal, JsonMapper json, ObjectProvider<Records> records) {
        this.task = task;
        this.journal = journal;
        this.json = json;
        this.records = records;
    }

    @Override
    public String object() {
        return EVERY;
    }

    /**
     * @param back whether it is given back by taking an act back
     */
    private record Hands(RecordId from, RecordId to, boolean back) {
        static Stream<Hands> of(Change change, boolean exact) {
            RecordId from = change.previous(CommonFields.OWNER);
            RecordId to = change.value(CommonFields.OWNER);
            return from == null || to == null || from.equals(to)
                    ? Stream.of()
                    : Stream.of(new Hands(from, to, exact || change.undoes()));
        }
    }

    @Override
    public void after(ChangeSet written) {
        String object = written.type().name();
        if (written.options().migrating()
                || task.concerned().stream().noneMatch(link -> link.name().equals(object))) {
            return;
        }
        boolean exact = written.options().exact();
        Map<Hands, List<About>> given = written.sound(Change.Kind.UPDATE).stream()
                .flatMap(change ->
                        Hands.of(change, exact).map(hands -> Map.entry(hands, new About(object, change.id()))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        if (!given.isEmpty()) {
            Acting.run(SystemIdentity.onBehalfOf(Acting.who(), WHY), () -> given.forEach(this::give));
        }
    }

    private void give(Hands hands, List<About> about) {
        for (int from = 0; from < about.size(); from += Limits.IN_VALUES) {
            Filter open = task.about
                    .in(about.subList(from, Math.min(from + Limits.IN_VALUES, about.size())))
                    .and(CommonFields.OWNER.is(hands.from()))
                    .and(task.doneAt.isEmpty());
            List<Row> some;
            List<Row> going;
            do {
                some = records.getObject().list(Query.of(task).where(open).limit(Limits.BATCH));
                going = hands.back()
                        ? some.stream().filter(row -> cameAlong(row, hands)).toList()
                        : some;
                Map<RecordId, Values> changes = going.stream()
                        .collect(Collectors.toMap(Row::id, row -> Values.of(CommonFields.OWNER, hands.to())));
                records.getObject().update(task, changes, WHY);
            } while (some.size() == Limits.BATCH && !going.isEmpty());
        }
    }

    /** Whether the task came into the hands from which it goes back when its record did. */
    private boolean cameAlong(Row row, Hands hands) {
        About about = row.require(task.about);
        OptionalLong given = given(about.object(), about.id(), hands);
        return given.isPresent() && given.equals(given(task.name(), row.id(), hands));
    }

    /** The transaction that gave the record into the hands from which it goes back. */
    private OptionalLong given(String object, RecordId record, Hands back) {
        return journal.of(object, record, Long.MAX_VALUE, LATEST).stream()
                .filter(entry -> entry.act() == Act.UPDATED)
                .filter(entry -> {
                    JsonNode owner = json.readTree(entry.changes()).path(CommonFields.OWNER.name());
                    return back.to().toString().equals(owner.path(0).asString(""))
                            && back.from().toString().equals(owner.path(1).asString(""));
                })
                .mapToLong(Entry::transaction)
                .findFirst();
    }
}
