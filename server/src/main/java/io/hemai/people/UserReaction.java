package io.hemai.people;

import io.hemai.access.Role;
import io.hemai.identity.SignIns;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Keeps sign-ins in step with people, and somebody in charge. */
@Component
class UserReaction implements Reaction {
    private final UserObject user;
    private final SignIns signIns;
    private final PeopleRecords people;
    private final List<Field<?>> signingIn;

    UserReaction(UserObject user, SignIns signIns, PeopleRecords people) {
        this.user = user;
        this.signIns = signIns;
        this.people = people;
        this.signingIn = List.of(user.login, user.name, user.active, user.locale, user.timeZone);
    }

    @Override
    public String object() {
        return user.name();
    }

    @Override
    public void after(ChangeSet written) {
        written.written().stream()
                .filter(c -> signingIn.stream().anyMatch(c::changes))
                .forEach(this::keepSignIn);
        if (written.written().stream().anyMatch(c -> wasInCharge(c) && !isInCharge(c))
                && people.activeHolders(Role.ADMIN) == 0) {
            throw Refusal.of(PeopleError.LAST_ADMIN);
        }
    }

    private void keepSignIn(Change change) {
        String locale = change.value(user.locale);
        String zone = change.value(user.timeZone);
        signIns.keep(
                change.id(),
                new SignIns.Person(
                        change.row().require(user.login),
                        change.row().label(),
                        Boolean.TRUE.equals(change.value(user.active)),
                        locale == null ? null : Locale.forLanguageTag(locale),
                        zone == null ? null : ZoneId.of(zone)));
    }

    private boolean wasInCharge(Change change) {
        List<String> roles = change.previous(user.roles);
        return roles != null && roles.contains(Role.ADMIN) && Boolean.TRUE.equals(change.previous(user.active));
    }

    private boolean isInCharge(Change change) {
        List<String> roles = change.value(user.roles);
        return roles != null && roles.contains(Role.ADMIN) && Boolean.TRUE.equals(change.value(user.active));
    }
}
