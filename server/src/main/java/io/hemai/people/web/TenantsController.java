package io.hemai.people.web;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.people.Founding;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantState;
import io.hemai.tenancy.Tenants;
import io.hemai.web.Once;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The companies of this installation, for its operator: who has that ability in the main tenant. */
@RestController
@RequestMapping("/api/v1/tenants")
class TenantsController {
    private final Tenants tenants;
    private final Founding founding;
    private final Gate gate;

    TenantsController(Tenants tenants, Founding founding, Gate gate) {
        this.tenants = tenants;
        this.founding = founding;
        this.gate = gate;
    }

    /** A company to be. */
    record NewTenant(
            @Nullable String name,
            @Nullable String label,
            @Nullable Administrator admin) {
        /** Who looks after it first. */
        record Administrator(
                @Nullable String login, @Nullable String password) {}
    }

    @GetMapping
    @RequiresScope(Scope.ADMIN)
    Map<String, List<Map<String, String>>> list() {
        gate.require(AdminAbility.OPERATOR);
        return Map.of(
                "items", tenants.all().stream().map(TenantsController::about).toList());
    }

    @PostMapping
    @Once(secretRequest = true)
    @RequiresScope(Scope.ADMIN)
    ResponseEntity<Map<String, String>> create(@RequestBody NewTenant given) {
        gate.require(AdminAbility.OPERATOR);
        NewTenant.Administrator admin =
                Objects.requireNonNullElseGet(given.admin(), () -> new NewTenant.Administrator(null, null));
        Tenant made =
                founding.found(text(given.name()), text(given.label()), text(admin.login()), text(admin.password()));
        return ResponseEntity.created(URI.create("/api/v1/tenants/" + made.id()))
                .body(about(new Tenants.Listed(made, TenantState.ACTIVE)));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static Map<String, String> about(Tenants.Listed listed) {
        Tenant tenant = listed.tenant();
        return Map.of(
                "name",
                tenant.id().name(),
                "label",
                tenant.label(),
                "state",
                listed.state().code());
    }
}
