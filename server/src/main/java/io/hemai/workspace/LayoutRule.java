package io.hemai.workspace;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A layout is of an object that there is, says of it what there is, and is called after it unless it has a name. */
@Component
final class LayoutRule implements Rule {
    /** What is drawn from a definition that Hemai knows; others are for who keeps them. */
    private static final Set<String> DRAWN = Set.of(LayoutObject.PAGE, LayoutObject.FORM);

    private final LayoutObject layout;
    private final Metadata metadata;
    private final Gate gate;

    LayoutRule(LayoutObject layout, Metadata metadata, Gate gate) {
        this.layout = layout;
        this.metadata = metadata;
        this.gate = gate;
    }

    @Override
    public String object() {
        return layout.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        for (Change change : changes.written()) {
            String object = change.value(layout.object);
            if (object == null) {
                continue;
            }
            Optional<ObjectType> type = metadata.current().find(object);
            if (change.changes(layout.object) && type.isEmpty()) {
                change.refuse(layout.object, WorkspaceError.UNKNOWN_OBJECT, object);
            }
            boolean drawn = change.value(layout.definition) != null
                    && DRAWN.contains(String.valueOf(change.value(layout.kind)));
            if (drawn && (change.changes(layout.definition) || change.changes(layout.kind))) {
                type.ifPresent(of -> check(change, of));
            }
            if (change.value(layout.name) == null) {
                change.set(layout.name, object + " " + change.value(layout.kind));
            }
        }
    }

    private void check(Change change, ObjectType type) {
        Rights rights = gate.rights(Acting.who(), type);
        Set<String> fields = rights.known(type).stream().map(Field::name).collect(Collectors.toSet());
        Set<String> related =
                metadata.current().into(type).stream().map(Link::from).collect(Collectors.toSet());
        new LayoutCheck(change, type.name(), fields, related)
                .check(layout.definition.name(), change.value(layout.definition));
    }
}
