package io.hemai.records.store;

import io.hemai.formula.Path;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.computed.RecordValues;
import io.hemai.records.Change;
import io.hemai.records.Query;
import io.hemai.records.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what formulas ask over links, for many records in one statement a link. */
@Component
public class LinkedValues {
    private static final SystemIdentity SELF = new SystemIdentity("formulas", "reads what formulas ask over links");

    private final RowReader reader;
    private final Metadata metadata;

    LinkedValues(RowReader reader, Metadata metadata) {
        this.reader = reader;
        this.metadata = metadata;
    }

    /** What the paths lead to from records as they will be; the answer gives the values of each as formulas know them. */
    public Function<Change, RecordValues> of(ObjectType type, Collection<Change> changes, Collection<Path> paths) {
        Map<List<String>, Map<RecordId, Row>> rows = new HashMap<>();
        paths.stream()
                .flatMap(
                        path -> java.util.stream.IntStream.range(1, path.names().size())
                                .mapToObj(end -> path.names().subList(0, end)))
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .sorted(java.util.Comparator.comparingInt(List::size))
                .forEach(links -> rows.put(List.copyOf(links), read(type, links, changes, rows)));
        return change -> new RecordValues(type, change::value, path -> at(change, path, rows));
    }

    private Map<RecordId, Row> read(
            ObjectType type,
            List<String> links,
            Collection<Change> changes,
            Map<List<String>, Map<RecordId, Row>> before) {
        Optional<Link> last = link(type, links);
        Optional<ObjectType> target = last.flatMap(link -> metadata.current().find(link.target()));
        if (target.isEmpty()) {
            return Map.of();
        }
        Field<RecordId> field = last.orElseThrow().field();
        Set<RecordId> ids = (links.size() == 1
                        ? changes.stream().map(change -> change.value(field))
                        : before.getOrDefault(links.subList(0, links.size() - 1), Map.of()).values().stream()
                                .map(row -> row.value(field)))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<RecordId, Row> found = new HashMap<>();
        List<RecordId> wanted = List.copyOf(ids);
        for (int from = 0; from < wanted.size(); from += Limits.IN_VALUES) {
            List<RecordId> some = wanted.subList(from, Math.min(from + Limits.IN_VALUES, wanted.size()));
            Query query = Query.of(target.get().name())
                    .where(CommonFields.ID.in(some))
                    .limit(some.size());
            Acting.call(SELF, () -> reader.rows(query)).forEach(row -> found.put(row.id(), row));
        }
        return found;
    }

    private Optional<Link> link(ObjectType type, List<String> links) {
        Optional<ObjectType> at = Optional.of(type);
        for (String name : links.subList(0, links.size() - 1)) {
            at = at.flatMap(here -> here.link(name))
                    .flatMap(link -> metadata.current().find(link.target()));
        }
        return at.flatMap(here -> here.link(links.getLast()));
    }

    private static @Nullable Object at(Change change, Path path, Map<List<String>, Map<RecordId, Row>> rows) {
        ObjectType type = change.type();
        Function<Field<?>, @Nullable Object> values = change::value;
        for (int end = 1; end < path.names().size(); end++) {
            Optional<Link> link = type.link(path.names().get(end - 1));
            Object id = link.isEmpty() ? null : values.apply(link.get().field());
            Row row = id == null
                    ? null
                    : rows.getOrDefault(path.names().subList(0, end), Map.of()).get((RecordId) id);
            if (row == null) {
                return null;
            }
            type = row.type();
            values = row::value;
        }
        return RecordValues.alone(type, values).at(new Path(List.of(path.names().getLast())));
    }
}
