package io.hemai.workspace;

import io.hemai.metadata.Metadata;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import org.springframework.stereotype.Component;

/** A layout is of an object that there is, and is called after what it lays out unless it has a name. */
@Component
final class LayoutRule implements Rule {
    private final LayoutObject layout;
    private final Metadata metadata;

    LayoutRule(LayoutObject layout, Metadata metadata) {
        this.layout = layout;
        this.metadata = metadata;
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
            if (change.changes(layout.object) && metadata.current().find(object).isEmpty()) {
                change.refuse(layout.object, WorkspaceError.UNKNOWN_OBJECT, object);
            }
            if (change.value(layout.name) == null) {
                change.set(layout.name, object + " " + change.value(layout.kind));
            }
        }
    }
}
