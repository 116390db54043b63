package io.hemai.people.web;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.identity.OpenTo;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.WhileViewing;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problems;
import io.hemai.metadata.MetadataError;
import io.hemai.people.PeopleError;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the company of the person who asks is called, and by whose clock it works. */
@RestController
@RequestMapping("/api/v1/company")
class CompanyController {
    private static final int LONGEST_LABEL = 100;

    private final Tenants tenants;
    private final Gate gate;

    CompanyController(Tenants tenants, Gate gate) {
        this.tenants = tenants;
        this.gate = gate;
    }

    /** What is to be otherwise; null for what stays. */
    record Changes(@Nullable String label, @Nullable String timeZone) {}

    @GetMapping
    @WhileViewing
    @OpenTo(OpenTo.Who.SIGNED_IN)
    Map<String, Object> read() {
        return about(CurrentTenant.get());
    }

    @PatchMapping
    @RequiresScope(Scope.ADMIN)
    Map<String, Object> change(@RequestBody Changes given) {
        gate.require(AdminAbility.PEOPLE);
        Problems problems = new Problems();
        Optional<String> label = Optional.ofNullable(given.label()).map(String::strip);
        label.ifPresent(text -> checkLabel(text, problems));
        Optional<ZoneId> zone = Optional.ofNullable(given.timeZone()).flatMap(text -> zone(text.strip(), problems));
        problems.refuseIfAny();
        Tenant company = CurrentTenant.get();
        return about(tenants.change(company.id(), label.orElse(company.label()), zone.orElse(company.zone())));
    }

    private static void checkLabel(String label, Problems problems) {
        int length = label.codePointCount(0, label.length());
        if (label.isEmpty()) {
            problems.add("label", KernelError.MISSING, "label");
        } else if (length > LONGEST_LABEL) {
            problems.add("label", MetadataError.TOO_LONG, length, LONGEST_LABEL);
        }
    }

    /** By the name of a place: offsets know no summer time, and databases read their signs the other way round. */
    private static Optional<ZoneId> zone(String name, Problems problems) {
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return Optional.of(ZoneId.of(name));
        }
        problems.add("time_zone", PeopleError.UNKNOWN_TIME_ZONE, name);
        return Optional.empty();
    }

    private static Map<String, Object> about(Tenant company) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("name", company.id().name());
        about.put("label", company.label());
        about.put("named", company.isNamed());
        about.put("time_zone", company.zone().getId());
        about.put("currency", company.base().getCurrencyCode());
        return about;
    }
}
