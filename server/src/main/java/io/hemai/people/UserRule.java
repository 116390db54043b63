package io.hemai.people;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.access.RightsVersion;
import io.hemai.access.Role;
import io.hemai.access.Roles;
import io.hemai.identity.Acting;
import io.hemai.kernel.text.Normalised;
import io.hemai.kernel.text.Pinyin;
import io.hemai.metadata.Field;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What must be true of a person: a login that compares, a time zone that exists, roles that exist and may be given. */
@Component
@Order(10)
class UserRule implements Rule {
    private final UserObject user;
    private final Roles roles;
    private final Gate gate;
    private final RightsVersion rights;

    UserRule(UserObject user, Roles roles, Gate gate, RightsVersion rights) {
        this.user = user;
        this.roles = roles;
        this.gate = gate;
        this.rights = rights;
    }

    @Override
    public String object() {
        return user.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        for (Change change : changes.written()) {
            nameLogin(change);
            checkTimeZone(change);
        }
        refuseTakingOver(changes);
        List<Change> concerning =
                changes.written().stream().filter(this::concernsRights).toList();
        if (!concerning.isEmpty()) {
            rights.raise();
            checkRoles(concerning);
        }
    }

    private void nameLogin(Change change) {
        String login = change.value(user.login);
        String name = change.value(user.name);
        if (login != null) {
            change.set(user.login, Normalised.of(login));
        } else if (name != null) {
            String spelt = Pinyin.person(name).full();
            change.set(user.login, spelt.isEmpty() ? null : spelt);
        }
    }

    /** Who changes by what somebody signs in, or where their mail goes, comes close to being them. */
    private void refuseTakingOver(ChangeSet changes) {
        Set<String> beyond = null;
        for (Change change : changes.written()) {
            boolean taken = change.changes(user.login) || change.changes(user.email);
            Set<String> held = names(change.previous(user.roles));
            if (taken && !held.isEmpty()) {
                beyond = beyond == null ? beyondOwn() : beyond;
                Field<String> field = change.changes(user.login) ? user.login : user.email;
                held.stream()
                        .filter(beyond::contains)
                        .forEach(name -> change.refuse(field, PeopleError.ROLE_BEYOND_OWN, name));
            }
        }
    }

    private Set<String> beyondOwn() {
        return roles.all().stream().filter(this::isBeyondOwn).map(Role::name).collect(Collectors.toSet());
    }

    private void checkTimeZone(Change change) {
        String zone = change.value(user.timeZone);
        if (zone != null && change.changes(user.timeZone)) {
            try {
                ZoneId.of(zone);
            } catch (DateTimeException unknown) {
                change.refuse(user.timeZone, PeopleError.UNKNOWN_TIME_ZONE, zone);
            }
        }
    }

    private boolean concernsRights(Change change) {
        return change.creates()
                || change.changes(user.roles)
                || change.changes(user.active)
                || change.changes(user.department)
                || change.changes(user.manager);
    }

    private void checkRoles(List<Change> changes) {
        Map<String, Role> known = roles.all().stream().collect(Collectors.toMap(Role::name, Function.identity()));
        String possible = known.keySet().stream().sorted().collect(Collectors.joining(", "));
        for (Change change : changes) {
            Set<String> before = names(change.previous(user.roles));
            Set<String> after = names(change.value(user.roles));
            after.stream()
                    .filter(name -> !known.containsKey(name) && !before.contains(name))
                    .forEach(name -> change.refuse(user.roles, PeopleError.UNKNOWN_ROLE, name, possible));
            touched(change, before, after).stream()
                    .filter(name -> known.containsKey(name) && isBeyondOwn(known.get(name)))
                    .forEach(name -> change.refuse(user.roles, PeopleError.ROLE_BEYOND_OWN, name));
        }
    }

    private static Set<String> names(@Nullable List<String> roles) {
        return roles == null ? Set.of() : new HashSet<>(roles);
    }

    /** The roles that the change gives or takes; to switch a person on or off gives or takes all. */
    private Set<String> touched(Change change, Set<String> before, Set<String> after) {
        Set<String> touched = new HashSet<>(before);
        touched.addAll(after);
        if (!change.changes(user.active)) {
            touched.removeIf(name -> before.contains(name) && after.contains(name));
        }
        return touched;
    }

    private boolean isBeyondOwn(@Nullable Role role) {
        Set<AdminAbility> abilities = role == null ? Set.of() : role.abilities();
        return abilities.stream().anyMatch(a -> !gate.mayGrant(Acting.who(), a));
    }
}
