package io.hemai.workspace;

import io.hemai.access.Roles;
import org.springframework.stereotype.Component;

/** A layout is meant for roles that there are. */
@Component
final class LayoutAudienceRule extends AudienceRule {
    LayoutAudienceRule(LayoutObject layout, Roles roles) {
        super(layout, layout.audience, roles);
    }
}
