package io.hemai.access;

import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.identity.Scope;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.identity.Viewer;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.metadata.ObjectType;
import io.hemai.tenancy.CurrentTenant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The one place that says what an identity may see and do; every read and write asks it. */
@Component
public class Gate {
    private static final Set<Scope> EVERY_SCOPE = EnumSet.allOf(Scope.class);

    private final Standings standings;

    Gate(Standings standings) {
        this.standings = standings;
    }

    /** What the identity may do with the object. */
    public Rights rights(Identity who, ObjectType type) {
        return switch (who) {
            case SystemIdentity system -> Rights.full();
            case UserIdentity user -> {
                Rights own = standings.rights(user.user(), type);
                Viewer viewer = user.viewer();
                // who looks through somebody else's eyes learns nothing that would be withheld otherwise
                Rights rights = viewer == null ? own : own.both(standings.rights(viewer.user(), type));
                yield user.scopes().containsAll(EVERY_SCOPE) ? rights : rights.within(user.scopes(), type);
            }
        };
    }

    /**
     * What the identity would read of the object if records that name withheld fields, and tell nothing of their values, were there for
     * it as well. Whoever shows one of these leaves the names out.
     */
    public Filter readableDespiteNames(Identity who, ObjectType type) {
        return switch (who) {
            case SystemIdentity system -> Filter.all();
            case UserIdentity user -> {
                Filter own = standings.readableDespiteNames(user.user(), type);
                Viewer viewer = user.viewer();
                yield viewer == null ? own : Rights.both(own, standings.readableDespiteNames(viewer.user(), type));
            }
        };
    }

    /** Whether the identity may do what concerns the company as a whole. */
    public boolean may(Identity who, AdminAbility ability) {
        return switch (who) {
            case SystemIdentity system -> true;
            case UserIdentity user ->
                mayGrant(user, ability)
                        && (ability != AdminAbility.OPERATOR
                                || CurrentTenant.get().id().equals(TenantId.MAIN));
        };
    }

    /** Refuses unless who acts has the ability. */
    public void require(AdminAbility ability) {
        requireAny(ability);
    }

    /** Refuses unless who acts has one of the abilities. */
    public void requireAny(AdminAbility... abilities) {
        if (Arrays.stream(abilities).noneMatch(a -> may(Acting.who(), a))) {
            throw Refusal.of(AccessError.NOT_PERMITTED, abilities[0].code());
        }
    }

    /** Whether the identity may give the ability to others, or take it from them: only what it may use itself. */
    public boolean mayGrant(Identity who, AdminAbility ability) {
        return switch (who) {
            case SystemIdentity system -> true;
            case UserIdentity user ->
                user.scopes().contains(ability.scope()) && abilities(user).contains(ability);
        };
    }

    /** What the person's roles allow besides records, whatever token is used. */
    public Set<AdminAbility> abilities(UserIdentity user) {
        return standings.of(user.user()).abilities();
    }

    /** Names of the roles that count for the person. */
    public List<String> roles(UserIdentity user) {
        return standings.of(user.user()).roles().stream().map(Role::name).toList();
    }

    /** The department the identity works in. */
    public Optional<RecordId> department(Identity who) {
        return switch (who) {
            case SystemIdentity system -> Optional.empty();
            case UserIdentity user -> departmentOf(user.user());
        };
    }

    /** The department that the person works in; records of the person belong to it. */
    public Optional<RecordId> departmentOf(RecordId user) {
        return standings.of(user).department();
    }
}
