package io.hemai.records.live;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.journal.Act;
import io.hemai.journal.Entry;
import io.hemai.journal.FeedPlace;
import io.hemai.journal.Tail;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.store.Labels;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The changes of records that the acting identity may read, in the order in which they became certain. */
@Component
public class LiveChanges {
    private static final int BATCH = 500;

    private final Tail tail;
    private final Metadata metadata;
    private final Gate gate;
    private final Labels labels;

    LiveChanges(Tail tail, Metadata metadata, Gate gate, Labels labels) {
        this.tail = tail;
        this.metadata = metadata;
        this.gate = gate;
        this.labels = labels;
    }

    /**
     * Changes that may be told.
     *
     * @param read how many there were with those that may not
     * @param more whether there is more already, or soon will be
     */
    public record News(List<Entry> entries, FeedPlace next, int read, boolean more) {}

    /** The place behind everything that has happened. */
    public FeedPlace end() {
        return tail.end();
    }

    /** What follows; empty when the place is of an epoch that is over. */
    public Optional<News> after(FeedPlace from) {
        return tail.after(from, BATCH).map(this::readable);
    }

    private News readable(Tail.Following following) {
        Map<String, List<Entry>> byObject = following.entries().stream().collect(Collectors.groupingBy(Entry::object));
        Set<Entry> told = new HashSet<>();
        byObject.forEach((object, entries) ->
                metadata.current().find(object).ifPresent(type -> told.addAll(readable(type, entries))));
        return new News(
                following.entries().stream().filter(told::contains).toList(),
                following.next(),
                following.entries().size(),
                following.more());
    }

    /** Of what is gone only those are told who saw every record of the object. */
    private List<Entry> readable(ObjectType type, List<Entry> entries) {
        Rights rights = gate.rights(Acting.who(), type);
        if (rights.read().equals(Filter.all())) {
            return entries;
        }
        if (rights.read().equals(Filter.none())) {
            return List.of();
        }
        Set<RecordId> ids = entries.stream().map(Entry::record).collect(Collectors.toSet());
        Set<RecordId> seen = labels.of(type, ids).keySet();
        return entries.stream()
                .filter(e -> e.act() != Act.DELETED && seen.contains(e.record()))
                .toList();
    }
}
