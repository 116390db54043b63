package io.hemai.workspace;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Rule;
import io.hemai.records.Sort;
import io.hemai.records.query.FilterJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A saved list asks only what who saves it may ask, and knows what it tells those who see it. */
@Component
final class ViewRule implements Rule {
    private final ViewObject view;
    private final Records records;
    private final Metadata metadata;
    private final Gate gate;

    ViewRule(ViewObject view, Records records, Metadata metadata, Gate gate) {
        this.view = view;
        this.records = records;
        this.metadata = metadata;
        this.gate = gate;
    }

    @Override
    public String object() {
        return view.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        changes.written().stream()
                .filter(change -> change.value(view.object) != null)
                .filter(change -> Stream.of(view.object, view.filter, view.columns, view.sort, view.settings)
                        .anyMatch(change::changes))
                .forEach(this::check);
    }

    private void check(Change change) {
        String name = change.value(view.object);
        Optional<ObjectType> type =
                metadata.current().find(String.valueOf(name)).filter(this::isRead);
        if (type.isEmpty()) {
            change.refuse(view.object, WorkspaceError.UNKNOWN_OBJECT, String.valueOf(name));
            return;
        }
        Disclosure disclosure = new Disclosure(metadata.current(), type.get());
        Query query = Query.of(type.get().name());
        Questions.check(change, view.filter, () -> {
            Filter filter = FilterJson.read(change.value(view.filter));
            records.requireAskable(query.where(filter));
            disclosure.asks(filter);
        });
        Questions.check(change, view.columns, () -> {
            records.requireAskable(query.fields(texts(change, view.columns)));
            texts(change, view.columns).forEach(disclosure::shows);
        });
        Questions.check(change, view.sort, () -> {
            List<Sort> sorts =
                    texts(change, view.sort).stream().map(Sort::parse).toList();
            records.requireAskable(query.sort(sorts.toArray(Sort[]::new)));
            sorts.forEach(sort -> disclosure.compares(sort.path()));
        });
        settled(change).forEach(disclosure::shows);
        Questions.keep(change, view.discloses, view.columns, disclosure);
    }

    /** The fields that the interface's settings name. */
    private Stream<String> settled(Change change) {
        return change.value(view.settings) instanceof Map<?, ?> settings
                ? ViewObject.NAMING_SETTINGS.stream().map(settings::get).flatMap(ViewRule::names)
                : Stream.of();
    }

    private static Stream<String> names(@Nullable Object setting) {
        return switch (setting) {
            case String name -> Stream.of(name);
            case Collection<?> several -> several.stream().map(String::valueOf);
            case Map<?, ?> byName -> byName.keySet().stream().map(String::valueOf);
            case null, default -> Stream.of();
        };
    }

    private boolean isRead(ObjectType type) {
        return !gate.rights(Acting.who(), type).read().equals(Filter.none());
    }

    private static List<String> texts(Change change, Field<Object> field) {
        return change.value(field) instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of();
    }
}
