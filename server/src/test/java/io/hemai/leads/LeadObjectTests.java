package io.hemai.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.accounts.AccountObject;
import io.hemai.accounts.ContactObject;
import io.hemai.accounts.PoolObject;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.opportunities.OpportunityContactObject;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.people.UserObject;
import io.hemai.products.ProductObject;
import io.hemai.records.Change;
import io.hemai.records.Query;
import io.hemai.records.Row;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import io.hemai.records.WriteOptions;
import io.hemai.records.verb.NoInput;
import io.hemai.timeline.ActivityKind;
import io.hemai.timeline.ActivityObject;
import io.hemai.timeline.TaskObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LeadObjectTests extends StandardObjectContract {
    private static final Convert.Input PLAIN = new Convert.Input(null, null, null, null, null, null, null, null);

    @Autowired
    LeadObject lead;

    @Autowired
    AccountObject account;

    @Autowired
    ContactObject contact;

    @Autowired
    OpportunityObject opportunity;

    @Autowired
    ActivityObject activity;

    @Autowired
    TaskObject task;

    @Autowired
    PoolObject pool;

    @Autowired
    UserObject user;

    @Autowired
    ProductObject product;

    @Autowired
    OpportunityContactObject decision;

    @Autowired
    Convert convert;

    @Autowired
    Disqualify disqualify;

    @Autowired
    Claim claim;

    @Autowired
    Release release;

    @Override
    protected StandardObject object() {
        return lead;
    }

    @Override
    protected Values example() {
        return Values.of(lead.name, "王芳")
                .set(lead.company, "苏州恒达自动化有限公司")
                .set(lead.mobile, "+8613800138000")
                .set(lead.email, "wangfang@example.com")
                .set(lead.source, "exhibition")
                .set(lead.region, "320500")
                .set(lead.score, 65L)
                .set(lead.need, true);
    }

    private RecordId made(Values values) {
        return company.call(() -> records.create(lead, values));
    }

    private Row read(RecordId id) {
        return company.call(() -> records.read(lead, id));
    }

    private Convert.Converted converted(RecordId id, Convert.Input input) {
        return company.call(() -> convert.run(records.read(lead, id), input));
    }

    private static RecordId idOf(Told.@Nullable Link ref) {
        return RecordId.parse(Objects.requireNonNull(Objects.requireNonNull(ref).id()))
                .orElseThrow();
    }

    private UserIdentity somebody() {
        return company.person(records, user, "sales");
    }

    @Test
    void aLeadBecomesAccountContactAndDeal() {
        String name = "转化" + RecordId.next();
        RecordId id = made(Values.of(lead.name, "李强")
                .set(lead.company, name)
                .set(lead.mobile, "+8613900139000")
                .set(lead.title, "采购经理")
                .set(lead.industry, "manufacturing")
                .set(lead.productInterest, "检测线")
                .set(lead.expectedAmount, Money.of("300000", "CNY"))
                .set(lead.tags, List.of("展会")));
        RecordId wanted = company.call(() -> records.create(product, Values.of(product.name, "检测线")));
        company.run(() -> records.create(product, Values.of(product.name, "检测线").set(product.active, false)));
        Convert.Converted made = converted(id, PLAIN);
        Row row = read(id);
        assertThat(row.value(lead.status)).isEqualTo(LeadStatus.CONVERTED);
        assertThat(row.value(lead.convertedAccount)).isEqualTo(idOf(made.account()));
        assertThat(row.value(lead.convertedContact)).isEqualTo(idOf(made.contact()));
        assertThat(row.value(lead.convertedOpportunity)).isEqualTo(idOf(made.opportunity()));
        Row of = company.call(() -> records.read(account, idOf(made.account())));
        assertThat(of.value(account.name)).isEqualTo(name);
        assertThat(of.value(account.industry)).isEqualTo("manufacturing");
        assertThat(of.value(account.tags)).containsExactly("展会");
        Row who = company.call(() -> records.read(contact, idOf(made.contact())));
        assertThat(who.value(contact.name)).isEqualTo("李强");
        assertThat(who.value(contact.title)).isEqualTo("采购经理");
        assertThat(who.value(contact.account)).isEqualTo(of.id());
        Row deal = company.call(() -> records.read(opportunity, idOf(made.opportunity())));
        assertThat(deal.value(opportunity.name)).isEqualTo(name + " 检测线");
        assertThat(deal.value(opportunity.amount)).isEqualTo(Money.of("300000", "CNY"));
        assertThat(deal.value(opportunity.account)).isEqualTo(of.id());
        assertThat(deal.value(opportunity.contact)).isEqualTo(who.id());
        assertThat(deal.value(opportunity.product)).isEqualTo(wanted);
        assertThat(company.call(() -> records.list(Query.of(decision).where(decision.opportunity.is(deal.id())))))
                .extracting(link -> link.value(decision.contact))
                .containsExactly(who.id());
    }

    @Test
    void aCustomerWeKnowIsFoundByNameOrCode() {
        String name = "老客户" + RecordId.next();
        RecordId known = company.call(() -> records.create(account, Values.of(account.name, name + "有限公司")));
        RecordId person = company.call(() -> records.create(
                contact,
                Values.of(contact.name, "张伟")
                        .set(contact.account, known)
                        .set(contact.email, "zhang@" + known + ".example.com")));
        RecordId id = made(Values.of(lead.name, "张伟")
                .set(lead.company, name + "股份有限公司")
                .set(lead.email, "zhang@" + known + ".example.com"));
        Convert.Converted made = converted(id, PLAIN);
        assertThat(idOf(made.account())).isEqualTo(known);
        assertThat(idOf(made.contact())).isEqualTo(person);

        RecordId coded = company.call(() -> records.create(
                account, Values.of(account.name, "Other").set(account.creditCode, "91350100M000100Y43")));
        RecordId byCode =
                made(Values.of(lead.name, "a").set(lead.company, "Another").set(lead.creditCode, "91350100M000100Y43"));
        assertThat(idOf(converted(byCode, PLAIN).account())).isEqualTo(coded);
    }

    @Test
    void aConsumerNeedsNoCompany() {
        RecordId id = made(Values.of(lead.name, "陈静").set(lead.mobile, "+8613700137000"));
        Convert.Converted made = converted(id, PLAIN);
        assertThat(made.account()).isNull();
        Row deal = company.call(() -> records.read(opportunity, idOf(made.opportunity())));
        assertThat(deal.value(opportunity.account)).isNull();
        assertThat(deal.value(opportunity.name)).isEqualTo("陈静");
    }

    @Test
    void theHistoryFollows() {
        RecordId id = made(Values.of(lead.name, "刘洋").set(lead.company, "历史" + RecordId.next()));
        RecordId call = company.call(() -> records.create(
                activity,
                Values.of(activity.subject, "初次电话")
                        .set(activity.kind, ActivityKind.CALL)
                        .set(activity.about, new About("lead", id))));
        RecordId todo = company.call(
                () -> records.create(task, Values.of(task.subject, "寄资料").set(task.lead, id)));
        Convert.Converted made = converted(id, PLAIN);
        Row moved = company.call(() -> records.read(activity, call));
        assertThat(moved.value(activity.lead)).isEqualTo(id);
        assertThat(moved.value(activity.account)).isEqualTo(idOf(made.account()));
        assertThat(moved.value(activity.opportunity)).isEqualTo(idOf(made.opportunity()));
        assertThat(moved.value(activity.about)).isEqualTo(new About("opportunity", idOf(made.opportunity())));
        assertThat(company.call(() -> records.read(task, todo)).value(task.contact))
                .isEqualTo(idOf(made.contact()));
    }

    @Test
    void aLeadIsConvertedOnceHoweverManyTry() throws Exception {
        String name = "并发" + RecordId.next();
        RecordId id = made(Values.of(lead.name, "赵敏").set(lead.company, name));
        List<String> ends = atOnce(8, () -> {
            converted(id, PLAIN);
            return "converted";
        });
        assertThat(ends).filteredOn("converted"::equals).hasSize(1);
        assertThat(ends).filteredOn("lead.already_converted"::equals).hasSize(7);
        assertThat(company.call(() -> records.count("account", account.name.is(name))))
                .isEqualTo(1);
        assertThatThrownBy(() -> converted(id, PLAIN)).hasMessage("lead.already_converted");
    }

    @Test
    void whenAnythingFailsNothingIsLeftBehind() {
        String name = "整体" + RecordId.next();
        RecordId id = made(Values.of(lead.name, "a").set(lead.company, name));
        Convert.Input wrong = new Convert.Input(null, null, null, null, null, null, "many", null);
        assertThatThrownBy(() -> converted(id, wrong)).isInstanceOf(Refusal.class);
        assertThat(company.call(() -> records.count("account", account.name.is(name))))
                .isZero();
        assertThat(read(id).value(lead.status)).isEqualTo(LeadStatus.NEW);
    }

    @Test
    void ofSixtyFourWhoClaimOneHasIt() throws Exception {
        RecordId id = made(Values.of(lead.name, "公海线索").set(lead.pool, pool()));
        Row fresh = read(id);
        Queue<UserIdentity> people = new ConcurrentLinkedQueue<>(
                IntStream.range(0, 64).mapToObj(i -> somebody()).toList());
        List<String> ends = atOnce(64, () -> {
            UserIdentity who = Objects.requireNonNull(people.poll());
            return company.as(who, () -> {
                claim.run(fresh, new NoInput());
                return "claimed by " + who.user();
            });
        });
        List<String> winners =
                ends.stream().filter(e -> e.startsWith("claimed")).toList();
        assertThat(winners).hasSize(1);
        assertThat(ends).filteredOn("lead.not_in_pool"::equals).hasSize(63);
        Row row = read(id);
        assertThat(winners.getFirst()).isEqualTo("claimed by " + row.value(CommonFields.OWNER));
        assertThat(row.value(lead.pool)).isNull();
        assertThat(row.version()).isEqualTo(2);
    }

    private List<String> atOnce(int people, Supplier<String> act) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        Callable<String> one = () -> {
            start.await();
            try {
                return act.get();
            } catch (Refusal refused) {
                return refused.code().code();
            }
        };
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> ends =
                    IntStream.range(0, people).mapToObj(i -> crowd.submit(one)).toList();
            start.countDown();
            List<String> answers = new java.util.ArrayList<>();
            for (Future<String> end : ends) {
                answers.add(end.get());
            }
            return answers;
        }
    }

    private RecordId pool() {
        return company.call(() -> records.find(Query.of(pool)).orElseThrow().id());
    }

    @Test
    void aReleasedLeadIsNobodysAndMayBeClaimedAgain() {
        UserIdentity who = somebody();
        RecordId id = company.as(who, () -> records.create(lead, example()));
        assertThat(read(id).value(CommonFields.OWNER)).isEqualTo(who.user());
        assertThat(read(id).value(lead.assignedAt)).isNotNull();
        company.as(who, () -> release.run(records.read(lead, id), new Release.Input(null, "没有回应")));
        assertThat(read(id).value(CommonFields.OWNER)).isNull();
        assertThat(read(id).value(lead.pool)).isNotNull();
        assertThatThrownBy(() -> company.as(who, () -> release.run(read(id), new Release.Input(null, null))))
                .hasMessage("lead.already_in_pool");
        UserIdentity other = somebody();
        company.as(other, () -> Objects.requireNonNullElse(claim.run(records.read(lead, id), new NoInput()), read(id)));
        assertThat(read(id).value(CommonFields.OWNER)).isEqualTo(other.user());
    }

    @Test
    void whoIsGivenAnOwnerLeavesThePool() {
        RecordId id = made(Values.of(lead.name, "a").set(lead.pool, pool()));
        RecordId owner = somebody().user();
        company.run(() -> records.update(lead, id, Values.of(CommonFields.OWNER, owner)));
        assertThat(read(id).value(lead.pool)).isNull();
        assertThat(read(id).value(CommonFields.OWNER)).isEqualTo(owner);
    }

    @Test
    void theFirstActivityBeginsTheWork() {
        RecordId id = made(Values.of(lead.name, "a"));
        assertThat(read(id).value(lead.status)).isEqualTo(LeadStatus.NEW);
        company.run(
                () -> records.create(activity, Values.of(activity.subject, "电话").set(activity.lead, id)));
        assertThat(read(id).value(lead.status)).isEqualTo(LeadStatus.WORKING);
        long version = read(id).version();
        company.run(
                () -> records.create(activity, Values.of(activity.subject, "电话").set(activity.lead, id)));
        assertThat(read(id).version()).isEqualTo(version);
    }

    @Test
    void aDisqualifiedLeadSaysWhy() {
        RecordId id = made(Values.of(lead.name, "a"));
        assertThatThrownBy(() ->
                        company.run(() -> disqualify.run(records.read(lead, id), new Disqualify.Input(null, null))))
                .hasMessage("lead.reason_required");
        company.run(() -> disqualify.run(records.read(lead, id), new Disqualify.Input("no_budget", null)));
        assertThat(read(id).value(lead.status)).isEqualTo(LeadStatus.UNQUALIFIED);
        company.run(() -> records.update(lead, id, Values.of(lead.status, LeadStatus.WORKING)));
        assertThat(read(id).value(lead.unqualifiedReason)).isNull();
    }

    @Test
    void nobodyWritesConvertedByHand() {
        RecordId id = made(Values.of(lead.name, "a"));
        assertThatThrownBy(() -> company.run(() -> records.write(
                        records.type(lead),
                        List.of(Change.update(records.type(lead), id, null, Map.of("status", "converted"), false)),
                        WriteOptions.USUAL)))
                .hasMessage("lead.convert_only");
    }

    @Test
    void campaignParametersAreTakenApart() {
        RecordId id = made(Values.of(lead.name, "a")
                .set(
                        lead.utm,
                        "https://example.com/?utm_source=baidu&utm_campaign=%E6%98%A5%E5%AD%A3&utm_term=%zz&x=1"));
        Row row = read(id);
        assertThat(row.value(lead.utmSource)).isEqualTo("baidu");
        assertThat(row.value(lead.utmCampaign)).isEqualTo("春季");
        assertThat(row.value(lead.utmTerm)).isEqualTo("%zz");
    }
}
