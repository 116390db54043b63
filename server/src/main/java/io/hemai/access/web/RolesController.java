package io.hemai.access.web;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.access.Role;
import io.hemai.access.RoleChanges;
import io.hemai.access.Roles;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.web.JsonBody;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What roles allow, for who may look after people or roles. */
@RestController
@RequestMapping("/api/v1/roles")
class RolesController {
    private final Roles roles;
    private final RoleChanges changes;
    private final Gate gate;

    RolesController(Roles roles, RoleChanges changes, Gate gate) {
        this.roles = roles;
        this.changes = changes;
        this.gate = gate;
    }

    @GetMapping
    @RequiresScope(Scope.ADMIN)
    Map<String, List<Map<String, Object>>> list() {
        gate.requireAny(AdminAbility.ROLES, AdminAbility.PEOPLE);
        return Map.of("items", roles.all().stream().map(Role::json).toList());
    }

    @GetMapping("/{name}")
    @RequiresScope(Scope.ADMIN)
    Map<String, Object> read(@PathVariable String name) {
        gate.requireAny(AdminAbility.ROLES, AdminAbility.PEOPLE);
        return roles.require(name).json();
    }

    @PostMapping
    @RequiresScope(Scope.ADMIN)
    ResponseEntity<Map<String, Object>> create(@RequestBody JsonBody body) {
        Role role = changes.create(body.object());
        return ResponseEntity.created(URI.create("/api/v1/roles/" + role.name()))
                .body(role.json());
    }

    @PutMapping("/{name}")
    @RequiresScope(Scope.ADMIN)
    Map<String, Object> replace(@PathVariable String name, @RequestBody JsonBody body) {
        return changes.replace(name, body.object()).json();
    }

    @DeleteMapping("/{name}")
    @RequiresScope(Scope.ADMIN)
    ResponseEntity<Void> delete(@PathVariable String name) {
        changes.delete(name);
        return ResponseEntity.noContent().build();
    }
}
