package io.hemai.records;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import io.hemai.records.query.Binder;
import io.hemai.records.query.Condition;
import io.hemai.records.query.Evaluation;
import io.hemai.records.query.Evaluation.Verdict;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of some records, read just now, match filters. What their rows tell is answered in memory; a link that is asked about is
 * followed for all of them at once, and what only the database knows costs one statement a filter, however many records there are.
 * Good for the transaction that it was made in.
 */
public final class Matches {
    private final Records records;
    private final ObjectType type;
    private final Binder binder;
    private final Evaluation evaluation;
    private final Map<RecordId, Row> rows = new HashMap<>();
    private final Map<Filter, Condition> bound = new HashMap<>();
    private final Map<Filter, Set<RecordId>> asked = new HashMap<>();
    /** By object, also those that are not there. */
    private final Map<String, Map<RecordId, Optional<Row>>> reached = new HashMap<>();

    Matches(Records records, Binder binder, ValueContexts contexts, ObjectType type, Collection<Row> rows) {
        this.records = records;
        this.type = type;
        this.binder = binder;
        this.evaluation = new Evaluation(contexts.current(), this::follow);
        rows.forEach(row -> this.rows.put(row.id(), row));
    }

    /** Whether the record, one of those, matches. */
    public boolean matches(RecordId id, Filter filter) {
        Row row = Objects.requireNonNull(rows.get(id), "not one of the records");
        Verdict verdict = evaluation.of(row, bound.computeIfAbsent(filter, f -> binder.caller(type, f)));
        return switch (verdict) {
            case YES -> true;
            case NO -> false;
            case OPEN -> asked.computeIfAbsent(filter, this::ask).contains(id);
        };
    }

    private Set<RecordId> ask(Filter filter) {
        Set<RecordId> found = new HashSet<>();
        List<RecordId> all = List.copyOf(rows.keySet());
        for (int from = 0; from < all.size(); from += Limits.IN_VALUES) {
            List<RecordId> some = all.subList(from, Math.min(from + Limits.IN_VALUES, all.size()));
            records.list(Query.of(type.name())
                            .where(filter.and(CommonFields.ID.in(some)))
                            .limit(some.size()))
                    .forEach(row -> found.add(row.id()));
        }
        return found;
    }

    private Optional<Row> follow(Link link, ObjectType target, RecordId id) {
        Map<RecordId, Optional<Row>> known = reached.computeIfAbsent(target.name(), name -> new HashMap<>());
        if (!known.containsKey(id)) {
            Set<RecordId> wanted = new LinkedHashSet<>(List.of(id));
            from(link).forEach(row -> {
                RecordId led = row.value(link.field());
                if (led != null && !known.containsKey(led)) {
                    wanted.add(led);
                }
            });
            Map<RecordId, Row> found = records.rows(target.name(), wanted);
            wanted.forEach(each -> known.put(each, Optional.ofNullable(found.get(each))));
        }
        return Objects.requireNonNull(known.get(id));
    }

    /** Every row at hand from which the link may be followed. */
    private Stream<Row> from(Link link) {
        Stream<Row> further =
                reached.getOrDefault(link.from(), Map.of()).values().stream().flatMap(Optional::stream);
        return link.from().equals(type.name()) ? Stream.concat(rows.values().stream(), further) : further;
    }
}
