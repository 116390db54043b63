package io.hemai.workspace;

import io.hemai.access.Roles;
import org.springframework.stereotype.Component;

/** A dashboard is meant for roles that there are. */
@Component
final class DashboardAudienceRule extends AudienceRule {
    DashboardAudienceRule(DashboardObject dashboard, Roles roles) {
        super(dashboard, dashboard.audience, roles);
    }
}
