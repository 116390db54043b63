package io.hemai.timeline;

import io.hemai.access.FieldRight;
import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.Values;
import io.hemai.timeline.FollowedUp.FollowUp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps the next step of customers in line with the tasks and contacts of their owner. It changes what the acting person could
 * change, and nothing else, and tells nobody of tasks that they do not see.
 */
@Component
class FollowUps {
    /** Why, in histories. */
    static final String WHY = "follow-up";

    private static final SystemIdentity KEEPING = new SystemIdentity("follow-up", WHY);

    private final ObjectProvider<FollowedUp> followed;
    private final TaskObject task;
    private final Gate gate;
    private final ObjectProvider<Records> records;

    FollowUps(ObjectProvider<FollowedUp> followed, TaskObject task, Gate gate, ObjectProvider<Records> records) {
        this.followed = followed;
        this.task = task;
        this.gate = gate;
        this.records = records;
    }

    /** A task with a time that is to be done by somebody. */
    record Planned(About about, RecordId owner, NextStep step) {}

    /** What the row of a task plans; empty when it is done, or has no time. */
    Optional<Planned> planned(@Nullable Row row) {
        if (row == null || row.value(task.doneAt) != null) {
            return Optional.empty();
        }
        About about = row.value(task.about);
        RecordId owner = row.value(CommonFields.OWNER);
        Instant due = row.value(task.dueAt);
        return about == null || owner == null || due == null
                ? Optional.empty()
                : Optional.of(new Planned(about, owner, new NextStep(due, row.value(task.subject))));
    }

    /**
     * A customer as it stands.
     *
     * @param object what it is, and where it says what is next
     * @param open tasks of its owner, the first one first
     */
    record Standing(FollowUp object, About record, RecordId owner, NextStep next, List<NextStep> open) {}

    /**
     * Changes what is next with those of the records that the acting person may change.
     *
     * @param matching which records of an object need to be looked at
     * @param course what is next with one of them from now on
     */
    void keep(Collection<About> all, Function<FollowUp, Filter> matching, Function<Standing, NextStep> course) {
        if (all.isEmpty() || !seesTasks()) {
            return;
        }
        Map<String, Set<RecordId>> ids = all.stream()
                .collect(Collectors.groupingBy(
                        About::object, Collectors.mapping(About::id, Collectors.toCollection(TreeSet::new))));
        followed.stream()
                .map(FollowedUp::followUp)
                .filter(object -> ids.containsKey(object.object().name()))
                .forEach(object -> keep(
                        object,
                        List.copyOf(ids.getOrDefault(object.object().name(), Set.of())),
                        matching.apply(object),
                        course));
    }

    private void keep(FollowUp object, List<RecordId> all, Filter matching, Function<Standing, NextStep> course) {
        ObjectType type = records.getObject().type(object.object());
        if (!writes(object, gate.rights(Acting.who(), type))) {
            return;
        }
        for (int from = 0; from < all.size(); from += Limits.IN_VALUES) {
            List<RecordId> some = all.subList(from, Math.min(from + Limits.IN_VALUES, all.size()));
            Query asked = Query.of(object.object())
                    .where(CommonFields.ID.in(some).and(matching))
                    .limit(some.size());
            List<RecordId> found =
                    records.getObject().list(asked).stream().map(Row::id).toList();
            Collection<Row> standing =
                    records.getObject().changeable(type, found).values();
            Acting.run(KEEPING, () -> write(object, standing, course));
        }
    }

    private boolean seesTasks() {
        Rights rights = gate.rights(Acting.who(), records.getObject().type(task));
        return !rights.read().equals(Filter.none()) && rights.sees(task.subject) && rights.sees(task.dueAt);
    }

    private static boolean writes(FollowUp object, Rights rights) {
        Field<String> words = object.step();
        return rights.on(object.at()) == FieldRight.WRITE && (words == null || rights.on(words) == FieldRight.WRITE);
    }

    private void write(FollowUp object, Collection<Row> standing, Function<Standing, NextStep> course) {
        Map<RecordId, List<Planned>> tasks = openTasks(object, List.copyOf(standing)).stream()
                .collect(Collectors.groupingBy(planned -> planned.about().id()));
        Map<RecordId, Values> changes = new LinkedHashMap<>();
        for (Row row : standing) {
            RecordId owner = row.value(CommonFields.OWNER);
            if (owner == null) {
                continue;
            }
            List<NextStep> open = tasks.getOrDefault(row.id(), List.of()).stream()
                    .filter(planned -> planned.owner().equals(owner))
                    .map(Planned::step)
                    .toList();
            NextStep next = next(object, row);
            NextStep then =
                    course.apply(new Standing(object, new About(object.object().name(), row.id()), owner, next, open));
            if (!then.equals(next)) {
                changes.put(row.id(), values(object, then));
            }
        }
        records.getObject().update(object.object(), changes, WHY);
    }

    /** Open tasks about the records that one of their owners is to do, the first one first. */
    private List<Planned> openTasks(FollowUp object, List<Row> about) {
        Set<RecordId> owners = about.stream()
                .flatMap(row -> Stream.ofNullable(row.value(CommonFields.OWNER)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (owners.isEmpty()) {
            return List.of();
        }
        Field<RecordId> link = task.concerned().stream()
                .filter(field -> field.name().equals(object.object().name()))
                .findFirst()
                .orElseThrow();
        Filter open = link.in(about.stream().map(Row::id).toList())
                .and(CommonFields.OWNER.in(owners))
                .and(task.doneAt.isEmpty())
                .and(task.dueAt.isNotEmpty());
        Query first = Query.of(task).where(open).sort(Sort.by(task.dueAt)).limit(Limits.BATCH);
        List<Row> tasks = records.getObject().list(first);
        if (tasks.size() == Limits.BATCH && about.size() > 1) {
            int half = about.size() / 2;
            return Stream.of(about.subList(0, half), about.subList(half, about.size()))
                    .flatMap(some -> openTasks(object, some).stream())
                    .toList();
        }
        return tasks.stream()
                .flatMap(row -> planned(row).stream())
                .filter(planned ->
                        planned.about().object().equals(object.object().name()))
                .toList();
    }

    private static NextStep next(FollowUp object, Row row) {
        Field<String> words = object.step();
        return new NextStep(row.value(object.at()), words == null ? null : row.value(words));
    }

    private static Values values(FollowUp object, NextStep next) {
        Values values = Values.of(object.at(), next.at());
        Field<String> words = object.step();
        return words == null ? values : values.set(words, next.words());
    }
}
