package io.hemai.demo;

import io.hemai.accounts.DecisionRole;
import io.hemai.demo.DemoPlan.Contact;
import io.hemai.demo.DemoPlan.Deal;
import io.hemai.demo.DemoPlan.Lead;
import io.hemai.demo.DemoPlan.Line;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.opportunities.OpportunityContactObject;
import io.hemai.opportunities.OpportunityLineObject;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.records.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The deals with what is sold in them and who decides. */
@Component
@Order(40)
class DealsChapter implements Chapter {
    /** How many people besides the one who is mostly talked with have a part in an open deal. */
    private static final int OTHERS = 2;

    private static final Map<DecisionRole, String> INFLUENCE = Map.of(
            DecisionRole.DECISION_MAKER, "high", DecisionRole.INFLUENCER, "medium", DecisionRole.GATEKEEPER, "medium");
    private static final List<String> ATTITUDES = List.of("neutral", "supporter", "unknown", "opponent", "neutral");

    private final DemoRecords demo;
    private final OpportunityObject opportunity;
    private final OpportunityLineObject line;
    private final OpportunityContactObject decision;

    DealsChapter(
            DemoRecords demo,
            OpportunityObject opportunity,
            OpportunityLineObject line,
            OpportunityContactObject decision) {
        this.demo = demo;
        this.opportunity = opportunity;
        this.line = line;
        this.decision = decision;
    }

    @Override
    public void write(DemoPlan plan, Keys keys) {
        Map<String, Lead> leads = plan.leads().stream().collect(Collectors.toMap(Lead::key, Function.identity()));
        Map<String, Contact> contacts =
                plan.contacts().stream().collect(Collectors.toMap(Contact::key, Function.identity()));
        List<Draft> deals = new ArrayList<>();
        List<Draft> decisions = new ArrayList<>();
        for (Deal told : plan.deals()) {
            deals.add(draft(told, told.lead() == null ? null : leads.get(told.lead()), keys));
        }
        demo.write(opportunity, deals, keys);
        List<Draft> lines = new ArrayList<>();
        Map<String, List<Contact>> people = plan.contacts().stream().collect(Collectors.groupingBy(Contact::account));
        for (Deal told : plan.deals()) {
            lines.addAll(lines(told, keys));
            Contact person = contacts.get(told.contact());
            if (person != null) {
                decisions.add(decision(told, person, keys));
            }
            if (told.status().equals("open")) {
                people.getOrDefault(told.account(), List.of()).stream()
                        .filter(other -> !other.equals(person))
                        .limit(OTHERS)
                        .forEach(other -> decisions.add(decision(told, other, keys)));
            }
        }
        demo.write(line, lines, keys);
        demo.write(decision, decisions, keys);
    }

    private Draft draft(Deal told, @Nullable Lead from, Keys keys) {
        RecordId owner = keys.owner(told.owner());
        Instant entered = told.stages().getLast().enteredAt();
        Values values = Past.since(told.createdAt(), owner)
                .set(CommonFields.OWNER, owner)
                .set(opportunity.name, told.name())
                .set(opportunity.account, keys.require(told.account()))
                .set(opportunity.contact, keys.require(told.contact()))
                .set(opportunity.amount, Past.yuan(told.amount()))
                .set(opportunity.stage, told.stage())
                .set(opportunity.stageEnteredAt, entered)
                .set(opportunity.closedAt, told.status().equals("open") ? null : entered)
                .set(opportunity.closeDate, told.closeDate())
                .set(opportunity.lossReason, told.lossReason() == null ? null : Reasons.loss(told.lossReason()))
                .set(opportunity.kind, from == null ? "expansion" : "new_business")
                .set(opportunity.source, Origins.code(told.source()))
                .set(
                        opportunity.product,
                        keys.require(Keys.product(told.lines().getFirst().product())));
        if (from != null && from.campaign() != null) {
            values.set(opportunity.campaign, keys.require(Keys.campaign(from.campaign())));
        }
        if (told.next() != null) {
            values.set(opportunity.nextStep, told.next().text())
                    .set(opportunity.nextFollowUpAt, told.next().at());
        }
        return new Draft(told.key(), values);
    }

    private List<Draft> lines(Deal told, Keys keys) {
        List<Draft> lines = new ArrayList<>();
        for (Line sold : told.lines()) {
            long position = lines.size() + 1L;
            lines.add(new Draft(
                    told.key() + "-line-" + position,
                    Past.since(told.createdAt(), keys.owner(told.owner()))
                            .set(line.opportunity, keys.require(told.key()))
                            .set(line.product, keys.require(Keys.product(sold.product())))
                            .set(line.position, position)
                            .set(line.quantity, BigDecimal.valueOf(sold.quantity()))
                            .set(line.unitPrice, Past.yuan(sold.unitPrice()))
                            .set(line.discount, BigDecimal.valueOf(sold.discount()))));
        }
        return lines;
    }

    private Draft decision(Deal told, Contact person, Keys keys) {
        boolean first = person.key().equals(told.contact());
        DecisionRole role = CustomersChapter.role(person.decisionRole());
        return new Draft(
                told.key() + (first ? "-decision" : "-decision-" + person.key()),
                Past.since(told.createdAt(), keys.owner(told.owner()))
                        .set(decision.opportunity, keys.require(told.key()))
                        .set(decision.contact, keys.require(person.key()))
                        .set(decision.role, role)
                        .set(decision.influence, INFLUENCE.getOrDefault(role, "low"))
                        .set(decision.attitude, first ? "supporter" : attitude(person)));
    }

    /** Always the same of the same person. */
    private static String attitude(Contact person) {
        return ATTITUDES.get(Math.floorMod(person.key().hashCode(), ATTITUDES.size()));
    }
}
