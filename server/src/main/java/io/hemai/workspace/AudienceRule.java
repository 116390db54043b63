package io.hemai.workspace;

import io.hemai.access.Role;
import io.hemai.access.Roles;
import io.hemai.metadata.Field;
import io.hemai.metadata.StandardObject;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What is meant for people of a role names one that there is. */
abstract class AudienceRule implements Rule {
    private final StandardObject object;
    private final Field<List<String>> audience;
    private final Roles roles;

    AudienceRule(StandardObject object, Field<List<String>> audience, Roles roles) {
        this.object = object;
        this.audience = audience;
        this.roles = roles;
    }

    @Override
    public final String object() {
        return object.name();
    }

    @Override
    public final void apply(ChangeSet changes) {
        List<Change> meant = changes.written().stream()
                .filter(change -> change.value(audience) != null && change.changes(audience))
                .toList();
        if (meant.isEmpty()) {
            return;
        }
        Set<String> known = roles.all().stream().map(Role::name).collect(Collectors.toSet());
        known.add(Role.EVERYONE);
        for (Change change : meant) {
            Objects.requireNonNull(change.value(audience)).stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> change.refuse(audience, WorkspaceError.UNKNOWN_ROLE, name));
        }
    }
}
