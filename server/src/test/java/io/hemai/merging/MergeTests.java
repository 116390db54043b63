package io.hemai.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.accounts.AccountObject;
import io.hemai.accounts.ContactObject;
import io.hemai.accounts.JobMoveObject;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.people.UserObject;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import io.hemai.records.verb.Verbs;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.Company;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.timeline.ActivityObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
class MergeTests {
    private static final String CODE = "9131000012345678A9";

    @Autowired
    Records records;

    @Autowired
    Tenants tenants;

    @Autowired
    AccountObject account;

    @Autowired
    ContactObject contact;

    @Autowired
    JobMoveObject jobs;

    @Autowired
    OpportunityObject opportunity;

    @Autowired
    ActivityObject activity;

    @Autowired
    UserObject user;

    @Autowired
    MergeRecords merge;

    @Autowired
    UndoMerge undo;

    @Autowired
    Merges merges;

    @Autowired
    Verbs verbs;

    @Autowired
    TestClock clock;

    private Company company;
    private RecordId kept;
    private RecordId gone;
    private RecordId person;
    private RecordId deal;
    private RecordId call;

    @BeforeEach
    void twoOfOneKind() {
        company = Company.in(tenants);
        kept = make(account, Values.of(account.name, "华东精密").set(account.industry, "software"));
        gone = make(
                account,
                Values.of(account.name, "华东精密有限公司")
                        .set(account.industry, "manufacturing")
                        .set(account.employees, 120L)
                        .set(account.website, "https://www.example.com"));
        person = make(contact, Values.of(contact.name, "王芳").set(contact.account, gone));
        deal = make(opportunity, Values.of(opportunity.name, "检测线").set(opportunity.account, gone));
        call = make(
                activity,
                Values.of(activity.subject, "电话")
                        .set(activity.about, new About("account", gone))
                        .set(activity.contact, person));
    }

    private RecordId make(StandardObject object, Values values) {
        return company.call(() -> records.create(object, values));
    }

    private Row read(StandardObject object, RecordId id) {
        return company.call(() -> records.read(object, id));
    }

    private void merge(Map<String, @Nullable Object> fields) {
        company.run(() -> merge.run(records.read(account, kept), new MergeRecords.Input(List.of(gone), fields)));
    }

    private UndoMerge.Undone undo() {
        return company.call(() -> undo.run(records.read(account, kept), new NoInput()));
    }

    @Test
    void whatLedToTheOneLeadsToTheOther() {
        merge(Map.of());
        assertThat(read(contact, person).value(contact.account)).isEqualTo(kept);
        assertThat(read(opportunity, deal).value(opportunity.account)).isEqualTo(kept);
        Row moved = read(activity, call);
        assertThat(moved.value(activity.account)).isEqualTo(kept);
        assertThat(moved.value(activity.about)).isEqualTo(new About("account", kept));
        assertThat(moved.value(activity.contact)).isEqualTo(person);
        assertThat(company.call(() -> records.rows("account", List.of(gone)))).isEmpty();
        assertThat(company.call(() -> merges.successor(gone))).contains(new About("account", kept));
        assertThat(company.call(() -> records.list(Query.of(jobs).where(jobs.contact.is(person)))))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsFilledAndWhatIsSaidIsSet() {
        merge(Map.of("name", "华东精密集团"));
        Row row = read(account, kept);
        assertThat(row.value(account.industry)).isEqualTo("software");
        assertThat(row.value(account.employees)).isEqualTo(120L);
        assertThat(row.value(account.name)).isEqualTo("华东精密集团");
    }

    @Test
    void aMergeIsUndone() {
        company.run(() -> records.update(account, gone, Values.of(account.creditCode, CODE)));
        merge(Map.of());
        assertThat(read(account, kept).value(account.creditCode)).isEqualTo(CODE);
        UndoMerge.Undone undone = undo();
        assertThat(undone.restored()).containsExactly(gone);
        assertThat(undone.left()).isEmpty();
        assertThat(read(account, gone).value(account.creditCode)).isEqualTo(CODE);
        assertThat(read(account, kept).value(account.creditCode)).isNull();
        assertThat(read(account, kept).value(account.employees)).isNull();
        assertThat(read(contact, person).value(contact.account)).isEqualTo(gone);
        assertThat(read(activity, call).value(activity.about)).isEqualTo(new About("account", gone));
        assertThat(read(activity, call).value(activity.contact)).isEqualTo(person);
        assertThatThrownBy(this::undo).hasMessage("merge.nothing_to_undo");
        company.run(() -> records.update(account, gone, Values.of(account.creditCode, null)));
    }

    @Test
    void whatChangedSinceIsLeftAndTold() {
        merge(Map.of());
        RecordId third = make(account, Values.of(account.name, "新东家"));
        company.run(() -> records.update(contact, person, Values.of(contact.account, third)));
        UndoMerge.Undone undone = undo();
        assertThat(undone.left()).containsExactly(new UndoMerge.Left("contact", person, "account"));
        assertThat(read(contact, person).value(contact.account)).isEqualTo(third);
        assertThat(read(opportunity, deal).value(opportunity.account)).isEqualTo(gone);
    }

    @Test
    void afterThirtyDaysItStays() {
        merge(Map.of());
        clock.advance(Duration.ofDays(31));
        assertThatThrownBy(this::undo).hasMessage("merge.nothing_to_undo");
    }

    @Test
    void onlyWhoMayMergeMerges() {
        UserIdentity seller = company.person(records, user, "sales");
        RecordId own = make(account, Values.of(account.name, "a").set(CommonFields.OWNER, seller.user()));
        RecordId other = make(account, Values.of(account.name, "b").set(CommonFields.OWNER, seller.user()));
        assertThatThrownBy(() -> company.as(
                        seller,
                        () -> java.util.Objects.requireNonNull(verbs.run(
                                merge, records.read(account, own), new MergeRecords.Input(List.of(other), null)))))
                .hasMessage("access.not_permitted");
    }

    @Test
    void nobodyIsMergedWithThemselvesOrWithNobody() {
        assertThatThrownBy(() -> company.run(
                        () -> merge.run(records.read(account, kept), new MergeRecords.Input(List.of(kept), null))))
                .hasMessage("merge.with_itself");
        assertThatThrownBy(() ->
                        company.run(() -> merge.run(records.read(account, kept), new MergeRecords.Input(null, null))))
                .hasMessage("merge.nobody_named");
        assertThatThrownBy(() -> company.run(() ->
                        merge.run(records.read(account, kept), new MergeRecords.Input(List.of(RecordId.next()), null))))
                .hasMessage("merge.not_found");
    }

    @Test
    void whatIsBeingLinkedMeanwhileIsMovedToo() throws Exception {
        CountDownLatch linked = new CountDownLatch(1);
        CompletableFuture<RecordId> late =
                CompletableFuture.supplyAsync(() -> company.call(() -> records.together(() -> {
                    RecordId made = records.create(
                            contact, Values.of(contact.name, "新来的").set(contact.account, gone));
                    linked.countDown();
                    pause(Duration.ofMillis(700));
                    return made;
                })));
        linked.await();

        merge(Map.of());

        assertThat(read(contact, late.get()).value(contact.account)).isEqualTo(kept);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void whatCouldNotBeUndoneIsNotMerged() {
        for (int part = 0; part < 5; part++) {
            List<Values> some = new ArrayList<>();
            for (int i = 0; i < 1_800; i++) {
                some.add(Values.of(contact.name, "联系人" + part + "-" + i).set(contact.account, gone));
            }
            company.run(() -> records.create(contact, some));
        }

        assertThatThrownBy(() -> merge(Map.of())).hasMessage("merge.too_much_leads");

        assertThat(read(contact, person).value(contact.account)).isEqualTo(gone);
    }
}
