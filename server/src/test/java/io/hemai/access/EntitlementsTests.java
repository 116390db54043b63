package io.hemai.access;

import static io.hemai.access.SampleCompany.ACCOUNT;
import static io.hemai.access.SampleCompany.CALL;
import static io.hemai.access.SampleCompany.CONTACT;
import static io.hemai.access.SampleCompany.DEAL;
import static io.hemai.access.SampleCompany.DEAL_LINE;
import static io.hemai.access.SampleCompany.EAST;
import static io.hemai.access.SampleCompany.EAST_TEAM;
import static io.hemai.access.SampleCompany.HEAD;
import static io.hemai.access.SampleCompany.LI;
import static io.hemai.access.SampleCompany.PRODUCT;
import static io.hemai.access.SampleCompany.SOUTH;
import static io.hemai.access.SampleCompany.STAGE;
import static io.hemai.access.SampleCompany.USER;
import static io.hemai.access.SampleCompany.VISIT;
import static io.hemai.access.SampleCompany.WANG;
import static io.hemai.access.SampleCompany.ZHAO;
import static io.hemai.access.SampleCompany.matches;
import static io.hemai.access.SampleCompany.person;
import static io.hemai.access.SampleCompany.reads;
import static io.hemai.access.SampleCompany.rights;
import static io.hemai.access.SampleCompany.role;
import static io.hemai.access.SampleCompany.unowned;
import static io.hemai.access.SampleCompany.works;
import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.access.DataScope.Level;
import io.hemai.access.SampleCompany.Thing;
import io.hemai.identity.Scope;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Label;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What roles, sharing and parents let a person reach. */
class EntitlementsTests {
    private static final Thing LIS = Thing.of(ACCOUNT, LI, EAST);
    private static final Thing WANGS = Thing.of(ACCOUNT, WANG, EAST);
    private static final Thing OF_THE_TEAM = Thing.of(ACCOUNT, WANG, EAST_TEAM);
    private static final Thing IN_THE_SOUTH = Thing.of(ACCOUNT, ZHAO, SOUTH);
    private static final Thing NOBODYS = Thing.of(ACCOUNT, null, null);
    private static final List<Thing> ALL = List.of(LIS, WANGS, OF_THE_TEAM, IN_THE_SOUTH, NOBODYS);

    @Test
    void scopesTakeInMoreAndMore() {
        assertThat(readBy(Level.NONE)).isEmpty();
        assertThat(readBy(Level.OWN)).containsExactly(LIS);
        assertThat(readBy(Level.DEPARTMENT)).containsExactly(LIS, WANGS);
        assertThat(readBy(Level.SUBTREE)).containsExactly(LIS, WANGS, OF_THE_TEAM);
        assertThat(readBy(Level.ALL)).containsExactlyElementsOf(ALL);
        assertThat(readBy(unowned())).containsExactly(NOBODYS);
        assertThat(readBy(new DataScope.AnyOf(List.of(Level.OWN, unowned())))).containsExactly(LIS, NOBODYS);
    }

    @Test
    void leadingADepartmentOpensItToTheSubtreeScope() {
        Role manager = role("manager", Map.of("account", reads(Level.SUBTREE)));

        assertThat(seen(rights(person(ZHAO, HEAD, manager), ACCOUNT, manager)))
                .containsExactly(LIS, WANGS, OF_THE_TEAM, IN_THE_SOUTH);
        assertThat(seen(rights(person(ZHAO, null, manager), ACCOUNT, manager))).containsExactly(IN_THE_SOUTH);
    }

    @Test
    void whatNobodyGrantsDoesNotExist() {
        Role accounts = role("accounts", Map.of("account", works(Level.ALL)));

        assertThat(rights(person(LI, EAST, accounts), DEAL, accounts)).isEqualTo(Rights.none());
        assertThat(rights(person(LI, EAST), ACCOUNT, accounts)).isEqualTo(Rights.none());
    }

    @Test
    void whoIsSwitchedOffMayNothing() {
        Role all = role("all", Map.of("*", ObjectGrant.full()));
        Person gone = new Person(LI, "Li", EAST, Set.of("all"), false, null);

        assertThat(rights(gone, ACCOUNT, all)).isEqualTo(Rights.none());
    }

    @Test
    void rolesAddUp() {
        Role own = role("own", Map.of("account", works(Level.OWN)));
        Role reader = role("reader", Map.of("*", reads(Level.ALL)));
        Rights rights = rights(person(LI, EAST, own, reader), ACCOUNT, own, reader);

        assertThat(rights.read()).isEqualTo(Filter.all());
        assertThat(changed(rights)).containsExactly(LIS);
        assertThat(rights.create()).isTrue();
    }

    @Test
    void changingNeverReachesFurtherThanReading() {
        Role odd = role(
                "odd", Map.of("account", new ObjectGrant(Level.OWN, false, Level.ALL, Level.DEPARTMENT, false, false)));
        Rights rights = rights(person(LI, EAST, odd), ACCOUNT, odd);

        assertThat(changed(rights)).containsExactly(LIS);
        assertThat(ALL.stream().filter(t -> matches(rights.delete(), t))).containsExactly(LIS);
    }

    @Test
    void sharingWidensRowsButNotAbilities() {
        Thing shared = WANGS.shared(LI, ShareLevel.READ);
        Thing writable = WANGS.shared(EAST, ShareLevel.WRITE);
        Thing withHead = Thing.of(ACCOUNT, ZHAO, SOUTH).shared(HEAD, ShareLevel.READ);
        Role own = role("own", Map.of("account", works(Level.OWN)));
        Rights rights = rights(person(LI, EAST, own), ACCOUNT, own);
        Role viewer = role("viewer", Map.of("account", reads(Level.OWN)));
        Rights viewing = rights(person(LI, EAST, viewer), ACCOUNT, viewer);
        Role none = role("none", Map.of("account", works(Level.NONE)));

        assertThat(List.of(shared, writable, withHead)).allMatch(t -> matches(rights.read(), t));
        assertThat(matches(rights.update(), shared)).isFalse();
        assertThat(matches(rights.update(), writable)).isTrue();
        assertThat(matches(viewing.update(), writable)).isFalse();
        assertThat(matches(rights(person(LI, EAST, none), ACCOUNT, none).read(), writable))
                .isFalse();
    }

    @Test
    void childFollowsItsParentOneLevel() {
        Role own = role("own", Map.of("*", works(Level.OWN)));
        Person li = person(LI, EAST, own);
        Thing contact = Thing.of(CONTACT, WANG, SOUTH).under(LIS);
        Thing strange = Thing.of(CONTACT, WANG, SOUTH).under(WANGS);
        Thing call = Thing.of(CALL, WANG, SOUTH).under(contact);

        assertThat(matches(rights(li, CONTACT, own).read(), contact)).isTrue();
        assertThat(matches(rights(li, CONTACT, own).update(), contact)).isTrue();
        assertThat(matches(rights(li, CONTACT, own).delete(), contact)).isFalse();
        assertThat(matches(rights(li, CONTACT, own).read(), strange)).isFalse();
        assertThat(matches(rights(li, CALL, own).read(), call)).isFalse();
    }

    @Test
    void childIsNotReachedPastACloserParentThatMayNotBeRead() {
        Role all = role(
                "all", Map.of("account", reads(Level.ALL), "contact", works(Level.ALL), "visit", works(Level.OWN)));
        Role deals =
                role("deals", Map.of("account", reads(Level.OWN), "deal", works(Level.OWN), "visit", works(Level.OWN)));
        Thing contact = Thing.of(CONTACT, WANG, SOUTH).under(WANGS);
        Thing deal = Thing.of(DEAL, WANG, SOUTH).under(WANGS);
        Thing ofContact = Thing.of(VISIT, WANG, SOUTH).under(contact, WANGS);
        Thing ofDeal = Thing.of(VISIT, WANG, SOUTH).under(deal, contact, WANGS);
        Thing ofMyDeal = Thing.of(VISIT, WANG, SOUTH).under(Thing.of(DEAL, LI, EAST), contact, WANGS);
        Thing ofMyAccount =
                Thing.of(VISIT, WANG, SOUTH).under(Thing.of(DEAL, WANG, SOUTH).under(LIS), LIS);
        Rights supporting = rights(person(LI, EAST, all), VISIT, all);
        Rights selling = rights(person(LI, EAST, deals), VISIT, deals);

        assertThat(matches(supporting.read(), ofContact)).isTrue();
        assertThat(matches(supporting.update(), ofContact)).isTrue();
        assertThat(matches(supporting.read(), ofDeal)).isFalse();
        assertThat(matches(supporting.update(), ofDeal)).isFalse();
        assertThat(matches(supporting.read(), Thing.of(VISIT, LI, EAST).under(deal, WANGS)))
                .isTrue();
        assertThat(matches(selling.read(), ofMyDeal)).isTrue();
        assertThat(matches(selling.read(), ofMyAccount)).isTrue();
        assertThat(matches(selling.read(), ofDeal)).isFalse();
    }

    @Test
    void parentThatMayOnlyBeReadLetsItsChildrenOnlyBeRead() {
        Role mixed = role("mixed", Map.of("account", reads(Level.ALL), "contact", works(Level.OWN)));
        Thing contact = Thing.of(CONTACT, WANG, SOUTH).under(WANGS);
        Rights rights = rights(person(LI, EAST, mixed), CONTACT, mixed);

        assertThat(matches(rights.read(), contact)).isTrue();
        assertThat(matches(rights.update(), contact)).isFalse();
    }

    @Test
    void lineIsItsMasters() {
        Role own = role("own", Map.of("account", reads(Level.OWN), "deal", works(Level.OWN)));
        Person li = person(LI, EAST, own);
        Thing mine = Thing.of(DEAL_LINE, null, null).under(Thing.of(DEAL, LI, EAST));
        Thing underMyAccount = Thing.of(DEAL_LINE, null, null)
                .under(Thing.of(DEAL, WANG, SOUTH).under(LIS));
        Rights rights = rights(li, DEAL_LINE, own);

        assertThat(rights.create()).isTrue();
        assertThat(matches(rights.delete(), mine)).isTrue();
        assertThat(matches(rights.read(), underMyAccount)).isTrue();
        assertThat(matches(rights.update(), underMyAccount)).isFalse();
        assertThat(rights(li, STAGE, own).create()).isFalse();
        assertThat(rights(li, STAGE, own).update()).isEqualTo(Filter.none());
        Role admin = role("admin", Map.of("*", ObjectGrant.full()));
        assertThat(rights(person(LI, EAST, admin), DEAL_LINE, admin)).isEqualTo(Rights.full());
    }

    @Test
    void whatHasNoOwnerIsReadByAllWhoReadAnyAndWrittenByWhoMayWriteAll() {
        Role own = role("own", Map.of("*", works(Level.OWN)));
        Role named = role("named", Map.of("product", works(Level.ALL)));
        Rights everybody = rights(person(LI, EAST, own), PRODUCT, own);

        assertThat(everybody.read()).isEqualTo(Filter.all());
        assertThat(everybody.create()).isFalse();
        assertThat(everybody.update()).isEqualTo(Filter.none());
        assertThat(rights(person(LI, EAST, named), PRODUCT, named).create()).isTrue();
    }

    @Test
    void everybodyWithARoleReadsTheNamesOfPeople() {
        Role accounts = role("accounts", Map.of("account", works(Level.OWN)));
        Role secretive = role("secretive", Map.of("user", reads(Level.NONE)));

        assertThat(rights(person(LI, EAST, accounts), USER, accounts).read()).isEqualTo(Filter.all());
        assertThat(rights(person(LI, EAST, accounts), USER, accounts).update()).isEqualTo(Filter.none());
        assertThat(rights(person(LI, EAST, secretive), USER, secretive)).isEqualTo(Rights.none());
        assertThat(rights(person(LI, EAST), USER)).isEqualTo(Rights.none());
    }

    @Test
    void peopleAreChangedByAbilityAloneAndDeletedByNobody() {
        Role everything = role("everything", Map.of("*", ObjectGrant.full()));
        Role people = new Role("people", Label.same("people"), Map.of(), Map.of(), Set.of(AdminAbility.PEOPLE), false);

        assertThat(rights(person(LI, EAST, everything), USER, everything).update())
                .isEqualTo(Filter.none());
        assertThat(rights(person(LI, EAST, people), USER, people).update()).isEqualTo(Filter.all());
        assertThat(rights(person(LI, EAST, people), USER, people).create()).isTrue();
        assertThat(rights(person(LI, EAST, people), USER, people).delete()).isEqualTo(Filter.none());
    }

    @Test
    void fieldsTakeTheMostGenerousRole() {
        Role masked = role("masked", Map.of("account", works(Level.OWN)), Map.of("account.mobile", FieldRight.MASKED));
        Role hidden = role("hidden", Map.of("account", works(Level.OWN)), Map.of("account.mobile", FieldRight.HIDDEN));
        Role reader = role("reader", Map.of("account", reads(Level.ALL)));
        Role stranger = role("stranger", Map.of("deal", works(Level.ALL)));

        assertThat(mobile(masked)).isEqualTo(FieldRight.MASKED);
        assertThat(mobile(masked, hidden)).isEqualTo(FieldRight.MASKED);
        assertThat(mobile(hidden, stranger)).isEqualTo(FieldRight.HIDDEN);
        assertThat(mobile(hidden, reader)).isEqualTo(FieldRight.READ);
        assertThat(mobile(reader)).isEqualTo(FieldRight.WRITE);
    }

    @Test
    void tokenLimitsWhatItsOwnerMayDo() {
        Rights reading = Rights.full().within(Set.of(Scope.RECORDS_READ), ACCOUNT);
        Rights writing = Rights.full().within(Set.of(Scope.RECORDS_READ, Scope.RECORDS_WRITE), ACCOUNT);

        assertThat(reading)
                .isEqualTo(new Rights(false, Filter.all(), Filter.none(), Filter.none(), false, false, Map.of()));
        assertThat(writing.delete()).isEqualTo(Filter.all());
        assertThat(writing.export()).isFalse();
    }

    private static FieldRight mobile(Role... roles) {
        return rights(person(LI, EAST, roles), ACCOUNT, roles).on(ACCOUNT.requireField("mobile"));
    }

    private static List<Thing> readBy(DataScope scope) {
        Role role = role("role", Map.of("account", reads(scope)));
        return seen(rights(person(LI, EAST, role), ACCOUNT, role));
    }

    private static List<Thing> seen(Rights rights) {
        return ALL.stream().filter(t -> matches(rights.read(), t)).toList();
    }

    private static List<Thing> changed(Rights rights) {
        return ALL.stream().filter(t -> matches(rights.update(), t)).toList();
    }
}
