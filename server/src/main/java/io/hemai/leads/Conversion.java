package io.hemai.leads;

import io.hemai.access.Gate;
import io.hemai.accounts.AccountObject;
import io.hemai.accounts.ContactObject;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.text.CompanyName;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.verb.Asked;
import io.hemai.records.verb.Verb;
import io.hemai.search.Search;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says beforehand which customer {@link Convert} finds and what it calls the deal. */
@Component
final class Conversion implements Verb<Conversion.Input, Conversion.Found> {
    private static final int MOST_SIMILAR = 5;

    private final LeadObject lead;
    private final AccountObject account;
    private final ContactObject contact;
    private final OpportunityObject opportunity;
    private final Customer customer;
    private final Told told;
    private final Matching matching;
    private final Interest interest;
    private final Search search;
    private final Records records;
    private final Gate gate;

    Conversion(
            LeadObject lead,
            AccountObject account,
            ContactObject contact,
            OpportunityObject opportunity,
            Customer customer,
            Told told,
            Matching matching,
            Interest interest,
            Search search,
            Records records,
            Gate gate) {
        this.lead = lead;
        this.account = account;
        this.contact = contact;
        this.opportunity = opportunity;
        this.customer = customer;
        this.told = told;
        this.matching = matching;
        this.interest = interest;
        this.search = search;
        this.records = records;
        this.gate = gate;
    }

    /** Of what {@link Convert} takes, that by which it looks. */
    record Input(
            @Asked(like = "opportunity.account") @Nullable String account,
            @Asked(like = "account.name") @Nullable String accountName) {}

    /**
     * What there is, and what the deal will be called.
     *
     * @param account the one of the lead's credit code, else of the name, also when another one was chosen; where it is there, no new
     *     one is made
     * @param contact who has the lead's mobile number or e-mail address at the account that is used
     * @param opportunityName nothing where it would tell what is kept from the caller
     * @param similarAccounts those that the caller may read whose names hold this one, best first
     * @param similarContacts those of the number or address that the caller may read, wherever they work
     */
    record Found(
            Told.@Nullable Match account,
            Told.@Nullable Match contact,
            @Nullable String opportunityName,
            List<Told.Match> similarAccounts,
            List<Told.Match> similarContacts) {}

    @Override
    public String object() {
        return lead.name();
    }

    @Override
    public String name() {
        return "conversion";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public boolean inBulk() {
        return false;
    }

    @Override
    public Found run(Row record, Input input) {
        if (!records.mayChange(record.type(), record.id())) {
            throw notPermitted();
        }
        if (lead.isConverted(record)) {
            throw Refusal.of(LeadError.ALREADY_CONVERTED);
        }
        refuseToDisclose(record, input);
        String name = customer.company(record, input.accountName());
        Optional<RecordId> known = name == null ? Optional.empty() : matching.account(record, name);
        return new Found(
                known.map(id -> told.match(account, id)).orElse(null),
                contact(record, input, name, known)
                        .map(id -> told.match(contact, id))
                        .orElse(null),
                dealName(record, input),
                name == null ? List.of() : similar(name),
                told.matches(contact, matching.contacts(record, MOST_SIMILAR)));
    }

    /** What is found by a value tells the value. */
    private void refuseToDisclose(Row from, Input input) {
        Disclosure disclosure = new Disclosure(gate, from)
                .through(lead.creditCode, records.type(account), account.creditCode)
                .through(lead.mobile, records.type(contact), contact.mobile)
                .through(lead.email, records.type(contact), contact.email);
        if (isUnsaid(input)) {
            disclosure.through(lead.company, records.type(account), account.name);
        }
        disclosure.refuseIfAny();
    }

    /** Nothing where it would tell what the person does not see. */
    private @Nullable String dealName(Row from, Input input) {
        ObjectType deal = records.type(opportunity);
        Disclosure disclosure = new Disclosure(gate, from).through(lead.productInterest, deal, opportunity.name);
        if (isUnsaid(input)) {
            Field<String> who = from.value(lead.company) == null ? lead.name : lead.company;
            disclosure.through(who, deal, opportunity.name);
        }
        return disclosure.isAny()
                ? null
                : customer.dealName(from, input.account(), input.accountName(), interest.product(from));
    }

    private static boolean isUnsaid(Input input) {
        return Customer.firstOf(input.accountName(), null) == null;
    }

    /** An account that is yet to be made has no contacts. */
    private Optional<RecordId> contact(Row from, Input input, @Nullable String name, Optional<RecordId> known) {
        Optional<RecordId> of = input.account() == null
                ? known
                : Optional.of(customer.chosen(account, input.account()).id());
        return of.isEmpty() && name != null ? Optional.empty() : matching.contact(from, of.orElse(null));
    }

    private List<Told.Match> similar(String name) {
        List<Search.Hit> hits = search.find(CompanyName.key(name), List.of(account.name()), MOST_SIMILAR);
        return told.matches(account, hits.stream().map(Search.Hit::id).toList());
    }
}
