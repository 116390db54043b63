package io.hemai.access;

import io.hemai.kernel.Problems;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The roles of the bound tenant: those delivered, as the company changed them, and its own. */
@Component
public class Roles {
    private static final Logger LOG = LoggerFactory.getLogger(Roles.class);

    private final AccessStore store;
    private final DeliveredRoles delivered;
    private final Metadata metadata;
    private final ObjectProvider<ScopeFilters> filters;
    private final JsonMapper json;

    Roles(
            AccessStore store,
            DeliveredRoles delivered,
            Metadata metadata,
            ObjectProvider<ScopeFilters> filters,
            JsonMapper json) {
        this.store = store;
        this.delivered = delivered;
        this.metadata = metadata;
        this.filters = filters;
        this.json = json;
    }

    /** Every role; what one of them says of objects and fields that are gone for good is left out. */
    public List<Role> all() {
        Map<String, Map<String, @Nullable Object>> roles = new LinkedHashMap<>(delivered.byName());
        store.roles().forEach((name, role) -> roles.put(name, json.readValue(role, new TypeReference<>() {})));
        return roles.values().stream().map(this::stored).toList();
    }

    /** The role of that name. */
    public Optional<Role> find(String name) {
        return all().stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** The role of that name, or a refusal that says there is none. */
    public Role require(String name) {
        return find(name)
                .orElseThrow(() -> Refusal.of(
                        AccessError.UNKNOWN_ROLE,
                        name,
                        all().stream().map(Role::name).collect(Collectors.joining(", "))));
    }

    private Role stored(Map<String, @Nullable Object> role) {
        Problems problems = new Problems();
        Role read = reader(problems).read(role, delivered.has(String.valueOf(role.get("name"))));
        if (!problems.isEmpty()) {
            LOG.debug("role {} names what is not there: {}", read.name(), problems.list());
        }
        return read;
    }

    /** Reads roles as the objects are now, noting what is wrong. */
    private RoleJson reader(Problems problems) {
        return new RoleJson(metadata, (type, given) -> filters.getObject().read(type, given), problems);
    }
}
