package io.hemai.demo;

import io.hemai.accounts.AccountObject;
import io.hemai.accounts.ContactObject;
import io.hemai.accounts.DecisionRole;
import io.hemai.demo.DemoPlan.Account;
import io.hemai.demo.DemoPlan.Contact;
import io.hemai.demo.DemoPlan.Deal;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The companies that buy or may buy, and their people. */
@Component
@Order(30)
class CustomersChapter implements Chapter {
    private static final Set<String> EARLY = Set.of("initial_contact", "needs_analysis");
    private static final Map<String, DecisionRole> ROLES = Map.of(
            "decision_maker", DecisionRole.DECISION_MAKER,
            "approver", DecisionRole.DECISION_MAKER,
            "technical", DecisionRole.INFLUENCER,
            "purchasing", DecisionRole.GATEKEEPER,
            "user", DecisionRole.USER);

    private final DemoRecords demo;
    private final AccountObject account;
    private final ContactObject contact;

    CustomersChapter(DemoRecords demo, AccountObject account, ContactObject contact) {
        this.demo = demo;
        this.account = account;
        this.contact = contact;
    }

    /** The part that somebody plays in decisions. */
    static DecisionRole role(String told) {
        return ROLES.getOrDefault(told, DecisionRole.USER);
    }

    @Override
    public void write(DemoPlan plan, Keys keys) {
        Map<String, List<Deal>> deals = plan.deals().stream().collect(Collectors.groupingBy(Deal::account));
        Map<String, String> parents = Ties.parents(plan.accounts());
        for (List<Account> step : Ties.downwards(plan.accounts(), Account::key, parents)) {
            List<Draft> drafts = step.stream()
                    .map(a -> under(
                            account.parent, parents, draft(a, deals.getOrDefault(a.key(), List.of()), keys), keys))
                    .toList();
            demo.write(account, drafts, keys);
        }
        Map<String, String> superiors = Ties.superiors(plan.contacts());
        for (List<Contact> step : Ties.downwards(plan.contacts(), Contact::key, superiors)) {
            List<Draft> drafts = step.stream()
                    .map(c -> under(contact.reportsTo, superiors, draft(c, keys), keys))
                    .toList();
            demo.write(contact, drafts, keys);
        }
    }

    private static Draft under(Field<RecordId> link, Map<String, String> above, Draft draft, Keys keys) {
        String over = above.get(draft.key());
        if (over != null) {
            draft.values().set(link, keys.require(over));
        }
        return draft;
    }

    private Draft draft(Account told, List<Deal> deals, Keys keys) {
        RecordId owner = keys.owner(told.owner());
        return new Draft(
                told.key(),
                Past.since(told.createdAt(), owner)
                        .set(CommonFields.OWNER, owner)
                        .set(account.name, told.name())
                        .set(account.industry, told.industry())
                        .set(account.region, told.region())
                        .set(account.website, told.website())
                        .set(account.phone, told.phone())
                        .set(account.employees, (long) told.employees())
                        .set(account.annualRevenue, Past.yuan(told.annualRevenue()))
                        .set(account.tier, told.tier())
                        .set(account.lifecycle, lifecycle(deals))
                        .set(account.creditCode, told.creditCode()));
    }

    private static String lifecycle(List<Deal> deals) {
        if (deals.stream().anyMatch(d -> d.status().equals("won"))) {
            return "customer";
        }
        List<Deal> open = deals.stream().filter(d -> d.status().equals("open")).toList();
        if (open.isEmpty()) {
            return deals.isEmpty() ? "lead" : "lost";
        }
        return open.stream().allMatch(d -> EARLY.contains(d.stage())) ? "interested" : "negotiating";
    }

    private Draft draft(Contact told, Keys keys) {
        RecordId owner = keys.owner(told.owner());
        return new Draft(
                told.key(),
                Past.since(told.createdAt(), owner)
                        .set(CommonFields.OWNER, owner)
                        .set(contact.account, keys.require(told.account()))
                        .set(contact.name, told.name())
                        .set(contact.title, told.title())
                        .set(contact.decisionRole, role(told.decisionRole()))
                        .set(contact.mobile, told.mobile())
                        .set(contact.email, told.email()));
    }
}
