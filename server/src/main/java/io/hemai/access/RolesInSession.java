package io.hemai.access;

import io.hemai.identity.SessionDetail;
import io.hemai.identity.UserIdentity;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the person who is signed in, and so the interface, which roles and abilities are theirs. */
@Component
class RolesInSession implements SessionDetail {
    private final Gate gate;

    RolesInSession(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Map<String, Object> about(UserIdentity who) {
        return Map.of(
                "roles",
                gate.roles(who),
                "admin",
                Arrays.stream(AdminAbility.values())
                        .filter(a -> gate.may(who, a))
                        .map(AdminAbility::code)
                        .toList());
    }
}
