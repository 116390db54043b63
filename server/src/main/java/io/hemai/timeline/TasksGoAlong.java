package io.hemai.timeline;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the owner of a record has still to do about it goes to whom the record is given; what colleagues have to do stays theirs. */
@Component
class TasksGoAlong implements Reaction {
    private static final String WHY = "assign";

    private final TaskObject task;
    private final ObjectProvider<Records> records;

    TasksGoAlong(TaskObject task, ObjectProvider<Records> records) {
        this.task = task;
        this.records = records;
    }

    @Override
    public String object() {
        return EVERY;
    }

    private record Hands(RecordId from, RecordId to) {
        static Stream<Hands> of(Change change) {
            RecordId from = change.previous(CommonFields.OWNER);
            RecordId to = change.value(CommonFields.OWNER);
            return from == null || to == null || from.equals(to) ? Stream.of() : Stream.of(new Hands(from, to));
        }
    }

    @Override
    public void after(ChangeSet written) {
        String object = written.type().name();
        if (written.options().migrating()
                || task.concerned().stream().noneMatch(link -> link.name().equals(object))) {
            return;
        }
        Map<Hands, List<About>> given = written.sound(Change.Kind.UPDATE).stream()
                .flatMap(change -> Hands.of(change).map(hands -> Map.entry(hands, new About(object, change.id()))))
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
            do {
                some = records.getObject().list(Query.of(task).where(open).limit(Limits.BATCH));
                Map<RecordId, Values> changes = some.stream()
                        .collect(Collectors.toMap(Row::id, row -> Values.of(CommonFields.OWNER, hands.to())));
                records.getObject().update(task, changes, WHY);
            } while (some.size() == Limits.BATCH);
        }
    }
}
