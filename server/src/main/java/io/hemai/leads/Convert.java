package io.hemai.leads;

import io.hemai.access.Gate;
import io.hemai.accounts.AccountObject;
import io.hemai.accounts.ContactObject;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.opportunities.OpportunityContactObject;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.Asked;
import io.hemai.records.verb.Verb;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a customer of a lead: account, contact and deal, whole or not at all; a consumer needs no account. */
@Component
final class Convert implements Verb<Convert.Input, Convert.Converted> {
    private static final SystemIdentity DECIDING = new SystemIdentity("lead conversion", "convert");

    private final LeadObject lead;
    private final AccountObject account;
    private final ContactObject contact;
    private final OpportunityObject opportunity;
    private final OpportunityContactObject decision;
    private final Customer customer;
    private final Told told;
    private final Matching matching;
    private final Interest interest;
    private final CarryOver carryOver;
    private final Following following;
    private final Records records;
    private final Gate gate;
    private final Clock clock;

    Convert(
            LeadObject lead,
            AccountObject account,
            ContactObject contact,
            OpportunityObject opportunity,
            OpportunityContactObject decision,
            Customer customer,
            Told told,
            Matching matching,
            Interest interest,
            CarryOver carryOver,
            Following following,
            Records records,
            Gate gate,
            Clock clock) {
        this.lead = lead;
        this.account = account;
        this.contact = contact;
        this.opportunity = opportunity;
        this.decision = decision;
        this.customer = customer;
        this.told = told;
        this.matching = matching;
        this.interest = interest;
        this.carryOver = carryOver;
        this.following = following;
        this.records = records;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * All optional.
     *
     * @param account id of an account to use instead of looking for one
     * @param contact id of a contact to use instead of looking for one
     * @param createOpportunity whether there is a deal; true unless said
     * @param amount the deal's, as its field takes it; what the lead expects unless said
     */
    record Input(
            @Asked(like = "opportunity.account") @Nullable String account,
            @Asked(like = "account.name") @Nullable String accountName,
            @Asked(like = "opportunity.contact") @Nullable String contact,
            @Asked(like = "contact.name") @Nullable String contactName,
            @Asked(initially = "true") @Nullable Boolean createOpportunity,
            @Asked(like = "opportunity.name") @Nullable String opportunityName,
            @Asked(like = "opportunity.amount") @Nullable Object amount,

            @Asked(like = "opportunity.close_date") @Nullable
            LocalDate closeDate) {}

    /** What there is now. */
    record Converted(Told.@Nullable Link account, Told.@Nullable Link contact, Told.@Nullable Link opportunity) {}

    @Override
    public String object() {
        return lead.name();
    }

    @Override
    public String name() {
        return "convert";
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
    public Converted run(Row record, Input input) {
        Outcome outcome = records.together(() -> {
            Row standing = records.lock(lead, record.id());
            if (lead.isConverted(standing)) {
                throw Refusal.of(LeadError.ALREADY_CONVERTED);
            }
            refuseToDisclose(standing, input);
            matching.alone(standing, customer.company(standing, input.accountName()));
            RecordId company = account(standing, input);
            RecordId person = contact(standing, input, company);
            RecordId deal = Boolean.FALSE.equals(input.createOpportunity())
                    ? null
                    : opportunity(standing, input, company, person);
            Outcome made = new Outcome(company, person, deal);
            finish(standing, made);
            return made;
        });
        return new Converted(
                told.link(account, outcome.account()),
                told.link(contact, outcome.contact()),
                told.link(opportunity, outcome.opportunity()));
    }

    /** Also where a customer is found by what the person does not see: its record would answer for the lead's. */
    private void refuseToDisclose(Row from, Input input) {
        Disclosure disclosure = new Disclosure(gate, from);
        ObjectType company = records.type(account);
        ObjectType person = records.type(contact);
        if (input.account() != null) {
            disclosure.through(lead.tags, company, account.tags);
        } else if (customer.company(from, input.accountName()) != null) {
            carryOver.disclose(disclosure, from.type(), company);
            named(input.accountName(), disclosure, company, account.name, lead.company);
        }
        if (input.contact() != null) {
            disclosure.through(lead.tags, person, contact.tags);
        } else {
            carryOver.disclose(disclosure, from.type(), person);
            named(input.contactName(), disclosure, person, contact.name, lead.name);
        }
        if (!Boolean.FALSE.equals(input.createOpportunity())) {
            ObjectType deal = records.type(opportunity);
            carryOver.disclose(disclosure, from.type(), deal);
            Field<String> who = from.value(lead.company) == null ? lead.name : lead.company;
            disclosure.through(lead.productInterest, deal, opportunity.product);
            named(input.opportunityName(), disclosure, deal, opportunity.name, who, lead.productInterest);
            if (input.amount() == null) {
                disclosure.through(lead.expectedAmount, deal, opportunity.amount);
            }
        }
        disclosure.refuseIfAny();
    }

    private static void named(
            @Nullable String given, Disclosure disclosure, ObjectType type, Field<?> name, Field<?>... from) {
        if (given == null || given.isBlank()) {
            List.of(from).forEach(field -> disclosure.through(field, type, name));
        }
    }

    private @Nullable RecordId account(Row from, Input input) {
        if (input.account() != null) {
            RecordId known = customer.chosen(account, input.account()).id();
            carryOver.tags(account, account.tags, known, from);
            return known;
        }
        String name = customer.company(from, input.accountName());
        if (name == null) {
            return null;
        }
        Optional<RecordId> known = matching.account(from, name);
        known.ifPresent(id -> carryOver.tags(account, account.tags, id, from));
        return known.orElseGet(
                () -> records.create(account, carryOver.into(account, from).set(account.name, name)));
    }

    private RecordId contact(Row from, Input input, @Nullable RecordId of) {
        if (input.contact() != null) {
            RecordId known = customer.chosen(contact, input.contact()).id();
            carryOver.tags(contact, contact.tags, known, from);
            return known;
        }
        Optional<RecordId> known = matching.contact(from, of);
        known.ifPresent(id -> carryOver.tags(contact, contact.tags, id, from));
        return known.orElseGet(() -> records.create(
                contact,
                carryOver
                        .into(contact, from)
                        .set(contact.name, Customer.firstOf(input.contactName(), from.value(lead.name)))
                        .set(contact.account, of)));
    }

    private RecordId opportunity(Row from, Input input, @Nullable RecordId of, RecordId with) {
        Optional<Row> wished = interest.product(from);
        String usual = customer.dealName(from, input.account(), input.accountName(), wished);
        Values values = carryOver
                .into(opportunity, from)
                .set(opportunity.name, Customer.firstOf(input.opportunityName(), usual))
                .set(opportunity.account, of)
                .set(opportunity.contact, with)
                .set(opportunity.product, wished.map(Row::id).orElse(null))
                .set(opportunity.amount, from.value(lead.expectedAmount));
        if (input.closeDate() != null) {
            values.set(opportunity.closeDate, input.closeDate());
        }
        if (input.amount() != null) {
            values.byField().put(opportunity.amount.name(), input.amount());
        }
        RecordId deal = records.create(opportunity, values);
        Acting.run(
                DECIDING,
                () -> records.create(
                        decision, Values.of(decision.opportunity, deal).set(decision.contact, with)));
        return deal;
    }

    private void finish(Row from, Outcome made) {
        records.update(
                lead,
                from.id(),
                Values.of(lead.status, LeadStatus.CONVERTED)
                        .set(lead.convertedAt, clock.instant())
                        .set(lead.convertedAccount, made.account())
                        .set(lead.convertedContact, made.contact())
                        .set(lead.convertedOpportunity, made.opportunity()),
                name());
        following.follow(from.id(), made);
    }
}
