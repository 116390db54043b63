package io.hemai.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.StandardObject;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.people.HandOver;
import io.hemai.people.UserObject;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.CardObject;
import io.hemai.testing.Company;
import io.hemai.testing.HemaiTest;
import io.hemai.timeline.ActivityObject;
import io.hemai.timeline.TaskObject;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
class HandOverTests {
    @Autowired
    Records records;

    @Autowired
    Tenants tenants;

    @Autowired
    UserObject user;

    @Autowired
    HandOver handOver;

    @Autowired
    LeadObject lead;

    @Autowired
    OpportunityObject opportunity;

    @Autowired
    TaskObject task;

    @Autowired
    ActivityObject activity;

    @Autowired
    CardObject card;

    @Autowired
    DSLContext db;

    @Test
    void whatIsOpenChangesHandsWhenSomebodyLeaves() {
        Company company = Company.in(tenants);
        UserIdentity leaving = company.person(records, user, "sales");
        UserIdentity staying = company.person(records, user, "sales");
        RecordId fresh = company.as(leaving, () -> make(lead, lead.name));
        RecordId decided = company.as(leaving, () -> make(lead, lead.name));
        RecordId deal = company.as(leaving, () -> make(opportunity, opportunity.name));
        RecordId open = company.as(leaving, () -> make(task, task.subject));
        RecordId done = company.as(leaving, () -> make(task, task.subject));
        RecordId call = company.as(leaving, () -> make(activity, activity.subject));
        company.run(() -> {
            records.update(lead, decided, Values.of(lead.status, LeadStatus.UNQUALIFIED));
            records.update(task, done, Values.of(task.doneAt, Instant.now()));
        });
        company.run(() -> handOver.run(records.read(user, leaving.user()), new HandOver.Input(staying.user())));
        company.run(() -> {
            assertThat(owner(lead, fresh)).isEqualTo(staying.user());
            assertThat(owner(opportunity, deal)).isEqualTo(staying.user());
            assertThat(owner(task, open)).isEqualTo(staying.user());
            assertThat(owner(lead, decided)).isEqualTo(leaving.user());
            assertThat(owner(task, done)).isEqualTo(leaving.user());
            assertThat(owner(activity, call)).isEqualTo(leaving.user());
        });
    }

    @Test
    void whatARuleKeepsIsInNobodysWay() {
        Company company = Company.in(tenants);
        UserIdentity leaving = company.person(records, user, "sales");
        UserIdentity staying = company.person(records, user, "sales");
        db.execute("insert into t_company.card (id, version, name, owner, created_at, updated_at)"
                + " select gen_random_uuid(), 1, '" + StayingRule.STAYS + "', '" + leaving.user()
                + "', now(), now() from generate_series(1, 2100)");
        RecordId goes = company.as(leaving, () -> make(card, card.name));

        HandOver.Output output = company.call(
                () -> handOver.run(records.read(user, leaving.user()), new HandOver.Input(staying.user())));

        assertThat(company.call(() -> owner(card, goes))).isEqualTo(staying.user());
        assertThat(output.handedOver()).containsEntry("card", 1L);
        assertThat(output.left()).containsEntry("card", 2100L);
    }

    @Test
    void handOverThatWasCutOffGoesOn() {
        Company company = Company.in(tenants);
        UserIdentity leaving = company.person(records, user, "sales");
        UserIdentity staying = company.person(records, user, "sales");
        RecordId first = company.as(leaving, () -> make(lead, lead.name));
        RecordId second = company.as(leaving, () -> make(lead, lead.name));
        company.run(() -> {
            records.update(user, leaving.user(), Values.of(user.active, false));
            records.update(lead, first, Values.of(CommonFields.OWNER, staying.user()));
        });

        HandOver.Output output = company.call(
                () -> handOver.run(records.read(user, leaving.user()), new HandOver.Input(staying.user())));

        assertThat(company.call(() -> owner(lead, second))).isEqualTo(staying.user());
        assertThat(output.handedOver()).containsEntry("lead", 1L);
        assertThat(output.left()).isEmpty();
    }

    private RecordId make(StandardObject object, Field<String> name) {
        return records.create(object, Values.of(name, "a"));
    }

    private RecordId owner(StandardObject object, RecordId id) {
        return records.read(object, id).require(CommonFields.OWNER);
    }
}
