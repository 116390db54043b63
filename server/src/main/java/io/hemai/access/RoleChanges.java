package io.hemai.access;

import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Problems;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes, changes and takes away roles, for who has {@link AdminAbility#ROLES}. */
@Component
public class RoleChanges {
    private final Roles roles;
    private final Gate gate;
    private final AccessStore store;
    private final DeliveredRoles delivered;
    private final Metadata metadata;
    private final ObjectProvider<ScopeFilters> filters;
    private final ObjectProvider<PeopleSource> people;
    private final JsonMapper json;

    RoleChanges(
            Roles roles,
            Gate gate,
            AccessStore store,
            DeliveredRoles delivered,
            Metadata metadata,
            ObjectProvider<ScopeFilters> filters,
            ObjectProvider<PeopleSource> people,
            JsonMapper json) {
        this.roles = roles;
        this.gate = gate;
        this.store = store;
        this.delivered = delivered;
        this.metadata = metadata;
        this.filters = filters;
        this.people = people;
        this.json = json;
    }

    /** Makes a role from its JSON; refuses with everything that is wrong with it. */
    public Role create(Map<String, @Nullable Object> given) {
        gate.require(AdminAbility.ROLES);
        Role role = checked(given, false, this::filter);
        if (delivered.has(role.name()) || !store.addRole(role.name(), text(role))) {
            throw Refusal.ofField("name", AccessError.NAME_TAKEN, role.name());
        }
        return role;
    }

    /** Replaces what a role allows; people who have it feel it on their next request. */
    public Role replace(String name, Map<String, @Nullable Object> given) {
        gate.require(AdminAbility.ROLES);
        Role old = roles.require(name);
        if (name.equals(Role.ADMIN)) {
            throw Refusal.of(AccessError.ADMIN_FIXED);
        }
        Map<String, @Nullable Object> named = new LinkedHashMap<>(given);
        Object saidName = named.putIfAbsent("name", name);
        if (saidName != null && !saidName.equals(name)) {
            throw Refusal.ofField("name", AccessError.NAME_FIXED, name);
        }
        Role role = checked(named, old.delivered(), (type, said) -> filter(old, type, said))
                .keeping(old, metadata.current());
        refuseBeyondOwn(old);
        store.putRole(name, text(role));
        return role;
    }

    /** Takes a role away; only when nobody has it. */
    public void delete(String name) {
        gate.require(AdminAbility.ROLES);
        Role role = roles.require(name);
        if (delivered.has(name)) {
            throw Refusal.of(AccessError.DELIVERED, name);
        }
        refuseBeyondOwn(role);
        store.changing(() -> {
            long holders = people.getObject().holders(name);
            if (holders > 0) {
                throw Refusal.of(AccessError.IN_USE, name, holders);
            }
            store.dropRole(name);
            return name;
        });
    }

    private Role checked(
            Map<String, @Nullable Object> given,
            boolean isDelivered,
            BiFunction<ObjectType, Map<String, @Nullable Object>, Filter> reading) {
        Problems problems = new Problems();
        Role role = new RoleJson(metadata, reading, problems).read(given, isDelivered);
        problems.refuseIfAny();
        refuseBeyondOwn(role);
        return role;
    }

    /** A filter that names what is away may be said on by the role that says it; it reaches nothing meanwhile. */
    private Filter filter(Role old, ObjectType type, Map<String, @Nullable Object> given) {
        try {
            return filter(type, given);
        } catch (Refusal unfit) {
            if (old.asksBy(type, given)) {
                return Filter.none();
            }
            throw unfit;
        }
    }

    private Filter filter(ObjectType type, Map<String, @Nullable Object> given) {
        Filter filter = filters.getObject().read(type, given);
        filters.getObject().check(type, filter);
        return filter;
    }

    /** Nobody gives or takes abilities by a role that are not their own. */
    private void refuseBeyondOwn(Role role) {
        Set<AdminAbility> beyond = role.abilities().stream()
                .filter(a -> !gate.mayGrant(Acting.who(), a))
                .collect(Collectors.toSet());
        if (!beyond.isEmpty()) {
            throw Refusal.ofField(
                    "admin",
                    AccessError.BEYOND_OWN,
                    beyond.stream().map(AdminAbility::code).sorted().collect(Collectors.joining(", ")));
        }
    }

    private String text(Role role) {
        return json.writeValueAsString(role.json());
    }
}
