package io.hemai.shaping;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.access.Role;
import io.hemai.access.RoleChanges;
import io.hemai.access.Roles;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What roles allow; nobody carries the administrator's elsewhere, which is the same everywhere. */
@Component
@Order(50)
final class RolesPart implements ConfigurationPart {
    private final Roles roles;
    private final RoleChanges changes;
    private final Gate gate;

    RolesPart(Roles roles, RoleChanges changes, Gate gate) {
        this.roles = roles;
        this.changes = changes;
        this.gate = gate;
    }

    @Override
    public String section() {
        return "roles";
    }

    @Override
    public void require() {
        gate.require(AdminAbility.ROLES);
    }

    @Override
    public Map<String, Map<String, @Nullable Object>> said() {
        Map<String, Map<String, @Nullable Object>> said = new LinkedHashMap<>();
        roles.all().stream().filter(role -> !role.name().equals(Role.ADMIN)).forEach(role -> {
            Map<String, @Nullable Object> json = new LinkedHashMap<>(role.json());
            json.remove("name");
            json.remove("delivered");
            said.put(role.name(), json);
        });
        return said;
    }

    @Override
    public void add(String key, Map<String, @Nullable Object> wanted) {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(wanted);
        sent.put("name", key);
        changes.create(sent);
    }

    @Override
    public void change(String key, Map<String, @Nullable Object> changed, Map<String, @Nullable Object> wanted) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(said().getOrDefault(key, Map.of()));
        whole.putAll(wanted);
        changes.replace(key, whole);
    }
}
