package io.hemai.timeline;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what a record of the timeline is about and what it concerns in step: {@code about} an opportunity links the opportunity
 * and its account, a link alone says what it is about.
 */
public abstract class ConcernsRule implements Rule {
    private static final SystemIdentity FILLING =
            new SystemIdentity("timeline", "finds the account of a deal or person");

    private final TimelineObject object;
    private final Records records;
    private final Metadata metadata;

    protected ConcernsRule(TimelineObject object, Records records, Metadata metadata) {
        this.object = object;
        this.records = records;
        this.metadata = metadata;
    }

    @Override
    public final String object() {
        return object.name();
    }

    @Override
    public final void apply(ChangeSet changes) {
        List<Change> moved = changes.written().stream()
                .filter(c ->
                        c.changes(object.about) || object.concerned().stream().anyMatch(c::changes))
                .toList();
        moved.forEach(this::align);
        checkOthers(moved);
        object.concerned().forEach(link -> fillAccount(moved, link));
    }

    /** A new about takes the links along that nobody gave; without one, the closest link is what it is about. */
    private void align(Change change) {
        if (change.value(object.about) != null && change.changes(object.about)) {
            object.concerned().stream().filter(link -> !change.given(link)).forEach(link -> change.set(link, null));
            About about = Objects.requireNonNull(change.value(object.about));
            linkTo(about).ifPresent(link -> point(change, link, about.id()));
        } else if (change.value(object.about) == null) {
            object.concerned().stream()
                    .filter(link -> change.value(link) != null)
                    .findFirst()
                    .ifPresent(link -> change.set(
                            object.about, new About(target(link), Objects.requireNonNull(change.value(link)))));
        }
    }

    /** Counts as given, so that it is checked like a link that the caller wrote. */
    private static void point(Change change, Field<RecordId> link, RecordId id) {
        change.set(link, id);
        change.input().put(link.name(), id);
    }

    private Optional<Field<RecordId>> linkTo(About about) {
        return object.concerned().stream()
                .filter(link -> target(link).equals(about.object()))
                .findFirst();
    }

    private static String target(Field<RecordId> link) {
        return link.name();
    }

    /** What has no link of its own must be there, and readable; it stays until this is written. */
    private void checkOthers(List<Change> moved) {
        Map<String, Set<RecordId>> wanted = new HashMap<>();
        for (Change change : moved) {
            About about = change.value(object.about);
            if (about != null && change.changes(object.about) && linkTo(about).isEmpty()) {
                wanted.computeIfAbsent(about.object(), o -> new HashSet<>()).add(about.id());
            }
        }
        wanted.forEach((name, ids) -> {
            Set<RecordId> found = metadata.current().find(name).isPresent()
                    ? records.held(name, ids).keySet()
                    : Set.of();
            for (Change change : moved) {
                About about = change.value(object.about);
                if (about != null && about.object().equals(name) && !found.contains(about.id())) {
                    change.refuse(object.about, TimelineError.ABOUT_NOT_FOUND, name, about.id());
                }
            }
        });
    }

    /** The account of a concerned deal or person is concerned too, unless another one is named. */
    private void fillAccount(List<Change> moved, Field<RecordId> link) {
        Optional<Field<RecordId>> above = metadata.current()
                .find(target(link))
                .flatMap(type -> type.link(object.account.name()))
                .map(Link::field);
        List<Change> open = moved.stream()
                .filter(c -> c.value(link) != null && c.value(object.account) == null)
                .toList();
        if (above.isEmpty() || open.isEmpty()) {
            return;
        }
        Set<RecordId> ids = new HashSet<>();
        open.forEach(c -> ids.add(Objects.requireNonNull(c.value(link))));
        Map<RecordId, Row> rows = Acting.call(FILLING, () -> records.rows(target(link), ids));
        for (Change change : open) {
            Row row = rows.get(change.value(link));
            if (row != null) {
                change.set(object.account, row.value(above.get()));
            }
        }
    }
}
