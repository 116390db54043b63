package io.hemai.access;

import static io.hemai.access.SampleCompany.ACCOUNT;
import static io.hemai.access.SampleCompany.CARD;
import static io.hemai.access.SampleCompany.EAST;
import static io.hemai.access.SampleCompany.LI;
import static io.hemai.access.SampleCompany.LIST;
import static io.hemai.access.SampleCompany.WANG;
import static io.hemai.access.SampleCompany.matches;
import static io.hemai.access.SampleCompany.person;
import static io.hemai.access.SampleCompany.reads;
import static io.hemai.access.SampleCompany.rights;
import static io.hemai.access.SampleCompany.role;
import static io.hemai.access.SampleCompany.works;
import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.access.DataScope.Level;
import io.hemai.access.SampleCompany.Thing;
import io.hemai.identity.Scope;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Label;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people keep for themselves, and what is meant for a role. */
class PersonalEntitlementsTests {
    private static final Thing LIS = Thing.of(LIST, LI, EAST);
    private static final Thing WANGS = Thing.of(LIST, WANG, EAST);
    private static final Role ALL = role("all", Map.of("*", ObjectGrant.full()));
    private static final Role ACCOUNTS = role("accounts", Map.of("account", reads(Level.ALL)));
    private static final Role SHAPER =
            new Role("shaper", Label.same("shaper"), Map.of(), Map.of(), Set.of(AdminAbility.META), false);

    private static Rights of(Role... roles) {
        return rights(person(LI, EAST, roles), LIST, roles);
    }

    @Test
    void everyRoleGrantsOnesOwnAndNoneMore() {
        for (Role role : new Role[] {ALL, ACCOUNTS, SHAPER}) {
            Rights rights = of(role);
            assertThat(rights.create()).isTrue();
            for (Filter reached : new Filter[] {rights.read(), rights.update(), rights.delete()}) {
                assertThat(matches(reached, LIS)).isTrue();
                assertThat(matches(reached, WANGS)).isFalse();
            }
        }
        assertThat(of()).isEqualTo(Rights.none());
    }

    @Test
    void aRoleMaySayOtherwise() {
        assertThat(matches(of(role("auditor", Map.of("list", reads(Level.ALL)))).read(), WANGS))
                .isTrue();
        assertThat(of(role("bare", Map.of("list", works(Level.NONE)))).read()).isEqualTo(Filter.none());
    }

    @Test
    void anAudienceReadsAndThoseWhoShapeChange() {
        Thing meant = WANGS.meantFor("accounts");
        Thing own = LIS.meantFor("all");

        assertThat(matches(of(ACCOUNTS).read(), meant)).isTrue();
        assertThat(matches(of(ALL).read(), meant)).isFalse();
        assertThat(matches(of(ALL).read(), WANGS.meantFor(Role.EVERYONE))).isTrue();
        assertThat(matches(of(ACCOUNTS).update(), meant)).isFalse();
        assertThat(matches(of(ALL).read(), own)).isTrue();
        assertThat(matches(of(ALL).update(), own)).isFalse();
        assertThat(matches(of(ALL).delete(), own)).isFalse();
        assertThat(matches(of(SHAPER).update(), meant)).isTrue();
        assertThat(matches(of(SHAPER).delete(), meant)).isTrue();
        assertThat(of(ALL).on(LIST.requireField("audience"))).isEqualTo(FieldRight.READ);
        assertThat(of(SHAPER).on(LIST.requireField("audience"))).isEqualTo(FieldRight.WRITE);
        assertThat(of(SHAPER)
                        .within(Set.of(Scope.RECORDS_READ, Scope.RECORDS_WRITE), LIST)
                        .on(LIST.requireField("audience")))
                .isEqualTo(FieldRight.READ);
    }

    @Test
    void sharingWithTheRightToChangeEndsWhereAnAudienceBegins() {
        Thing shared = WANGS.shared(LI, ShareLevel.WRITE);

        assertThat(matches(of(ALL).update(), shared)).isTrue();
        assertThat(matches(of(ALL).update(), shared.meantFor("all"))).isFalse();
    }

    @Test
    void whatTellsOfWithheldThingsIsKeptBack() {
        Role masked = role("masked", Map.of("account", reads(Level.ALL)), Map.of("account.mobile", FieldRight.MASKED));
        Role hidden = role("hidden", Map.of("account", reads(Level.ALL)), Map.of("account.mobile", FieldRight.HIDDEN));
        Thing shown = WANGS.meantFor(Role.EVERYONE).telling("account", "account.mobile");
        Thing compared = WANGS.shared(LI, ShareLevel.WRITE).telling("account", "account.mobile=");
        Thing elsewhere = WANGS.meantFor(Role.EVERYONE).telling("deal");

        assertThat(matches(of(ALL).read(), compared)).isTrue();
        assertThat(matches(of(masked).read(), shown)).isTrue();
        assertThat(matches(of(masked).read(), compared)).isFalse();
        assertThat(matches(of(masked).update(), compared)).isFalse();
        assertThat(matches(of(hidden).read(), shown)).isFalse();
        assertThat(matches(of(hidden).read(), elsewhere)).isFalse();
        assertThat(matches(of(ALL).read(), elsewhere)).isTrue();
        assertThat(matches(of(hidden).read(), LIS.telling("account.mobile="))).isTrue();
        Role auditor = role(
                "auditor",
                Map.of("list", reads(Level.ALL), "account", reads(Level.ALL)),
                Map.of("account.mobile", FieldRight.HIDDEN));
        assertThat(matches(of(auditor).read(), WANGS.telling("account.mobile=")))
                .isFalse();
    }

    @Test
    void whatShapesIsReadAndMadeByThoseWhoShape() {
        Rights reading = rights(person(LI, EAST, ACCOUNTS), CARD, ACCOUNTS);
        Rights shaping = rights(person(LI, EAST, SHAPER), CARD, SHAPER);

        assertThat(reading).isEqualTo(Rights.none());
        assertThat(rights(person(LI, EAST, ALL), CARD, ALL).update()).isEqualTo(Filter.none());
        assertThat(shaping.read()).isEqualTo(Filter.all());
        assertThat(shaping.update()).isEqualTo(Filter.all());
        assertThat(shaping.within(Set.of(Scope.RECORDS_WRITE), CARD).create()).isFalse();
        assertThat(rights(person(LI, EAST), CARD)).isEqualTo(Rights.none());
        assertThat(rights(person(LI, EAST, SHAPER), ACCOUNT, SHAPER)).isEqualTo(Rights.none());
    }
}
