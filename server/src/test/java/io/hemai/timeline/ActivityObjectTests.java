package io.hemai.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.accounts.AccountObject;
import io.hemai.accounts.ContactObject;
import io.hemai.kernel.RecordId;
import io.hemai.marketing.CampaignObject;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.records.Change;
import io.hemai.records.Row;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import io.hemai.records.WriteOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ActivityObjectTests extends StandardObjectContract {
    @Autowired
    ActivityObject activity;

    @Autowired
    AccountObject account;

    @Autowired
    ContactObject contact;

    @Autowired
    OpportunityObject opportunity;

    @Autowired
    CampaignObject campaign;

    @Override
    protected StandardObject object() {
        return activity;
    }

    @Override
    protected Values example() {
        return Values.of(activity.kind, ActivityKind.VISIT)
                .set(activity.subject, "拜访客户")
                .set(activity.happenedAt, Instant.parse("2026-11-02T06:30:00Z"))
                .set(activity.about, new About("account", named("华东精密")))
                .set(activity.durationMinutes, 90L);
    }

    private RecordId named(String name) {
        return records.create(account, Values.of(account.name, name));
    }

    private Row made(Values values) {
        return company.call(() -> records.read(activity, records.create(activity, values)));
    }

    private RecordId asked(Map<String, Object> json) {
        return company.call(() -> {
            Change change = Change.create(records.type(activity), Map.copyOf(json), false);
            records.write(records.type(activity), List.of(change), WriteOptions.USUAL);
            return change.id();
        });
    }

    @Test
    void aCallAboutADealStandsOnTheAccountToo() {
        RecordId of = company.call(() -> named("a"));
        RecordId deal = company.call(() ->
                records.create(opportunity, Values.of(opportunity.name, "检测线").set(opportunity.account, of)));
        RecordId id = asked(Map.of("subject", "电话", "about", Map.of("object", "opportunity", "id", deal.toString())));
        Row row = company.call(() -> records.read(activity, id));
        assertThat(row.value(activity.opportunity)).isEqualTo(deal);
        assertThat(row.value(activity.account)).isEqualTo(of);
        assertThat(row.value(activity.about)).isEqualTo(new About("opportunity", deal));
    }

    @Test
    void aLinkAloneSaysWhatItIsAbout() {
        RecordId of = company.call(() -> named("a"));
        RecordId person = company.call(
                () -> records.create(contact, Values.of(contact.name, "王芳").set(contact.account, of)));
        Row row = made(Values.of(activity.subject, "电话").set(activity.contact, person));
        assertThat(row.value(activity.about)).isEqualTo(new About("contact", person));
        assertThat(row.value(activity.account)).isEqualTo(of);
    }

    @Test
    void anotherSubjectTakesTheLinksAlong() {
        RecordId one = company.call(() -> named("a"));
        RecordId other = company.call(() -> named("b"));
        Row row = made(Values.of(activity.subject, "电话").set(activity.about, new About("account", one)));
        company.run(() -> records.update(activity, row.id(), Values.of(activity.about, new About("account", other))));
        assertThat(company.call(() -> records.read(activity, row.id())).value(activity.account))
                .isEqualTo(other);
    }

    @Test
    void anyObjectMayBeWhatItIsAbout() {
        RecordId effort = company.call(() -> records.create(campaign, Values.of(campaign.name, "展会")));
        Row row = made(Values.of(activity.subject, "布展").set(activity.about, new About("campaign", effort)));
        assertThat(row.value(activity.about)).isEqualTo(new About("campaign", effort));
    }

    @Test
    void whatIsNotThereIsRefused() {
        String nobody = RecordId.next().toString();
        assertThatThrownBy(() -> asked(Map.of("subject", "a", "about", Map.of("object", "campaign", "id", nobody))))
                .hasMessage("timeline.about_not_found");
        assertThatThrownBy(() -> asked(Map.of("subject", "a", "about", Map.of("object", "nothing", "id", nobody))))
                .hasMessage("timeline.about_not_found");
        assertThatThrownBy(() -> asked(Map.of("subject", "a", "about", Map.of("object", "account", "id", nobody))))
                .hasMessage("record.link_not_found");
        assertThatThrownBy(() -> asked(Map.of("subject", "a", "about", nobody))).hasMessage("value.wrong_type");
    }

    @Test
    void aNoteIsCalledByItsFirstLine() {
        Row row = made(Values.of(activity.body, "客户希望下周看样机\n另：预算已批"));
        assertThat(row.value(activity.subject)).isEqualTo("客户希望下周看样机");
        assertThat(row.value(activity.kind)).isEqualTo(ActivityKind.NOTE);
        assertThat(row.value(activity.happenedAt)).isNotNull();
        assertThatThrownBy(() -> made(Values.none())).hasMessage("record.required");
    }
}
