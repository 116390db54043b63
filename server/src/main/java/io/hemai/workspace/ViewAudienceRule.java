package io.hemai.workspace;

import io.hemai.access.Roles;
import org.springframework.stereotype.Component;

/** A view is meant for roles that there are. */
@Component
final class ViewAudienceRule extends AudienceRule {
    ViewAudienceRule(ViewObject view, Roles roles) {
        super(view, view.audience, roles);
    }
}
