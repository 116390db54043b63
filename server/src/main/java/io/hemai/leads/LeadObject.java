package io.hemai.leads;

import io.hemai.accounts.Industries;
import io.hemai.accounts.Sources;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.Address;
import io.hemai.records.Row;
import io.hemai.timeline.FollowedUp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody who may become a customer. */
@Component
public final class LeadObject extends StandardObject implements FollowedUp {
    public final Field<String> name =
            add(text("name").required().searchable().indexed().naming());
    public final Field<String> company = add(text("company").searchable());
    public final Field<String> creditCode = add(creditCode("credit_code"));
    public final Field<String> title = add(text("title"));
    public final Field<String> mobile = add(mobile("mobile").searchable());
    public final Field<String> phone = add(phone("phone").searchable());
    public final Field<String> email = add(email("email").searchable());
    public final Field<String> wechat = add(text("wechat").searchable());
    public final Field<String> website = add(url("website"));
    public final Field<String> source =
            add(openChoice("source", Sources.codes()).indexed());
    /** {@code converted} is reached by converting, or comes with an administrator's import. */
    public final Field<LeadStatus> status = add(choice("status", LeadStatus.class)
            .colored(Map.of(
                    "new",
                    "blue",
                    "working",
                    "cyan",
                    "qualified",
                    "violet",
                    "unqualified",
                    "grey",
                    "converted",
                    "green"))
            .required()
            .phase()
            .initially(LeadStatus.NEW));

    public final Field<String> industry = add(openChoice("industry", Industries.codes()));
    public final Field<String> region = add(openRegion("region"));
    public final Field<Address> address = add(address("address"));
    public final Field<Long> employees = add(count("employees"));
    public final Field<String> productInterest = add(text("product_interest"));
    public final Field<Money> expectedAmount = add(price("expected_amount"));
    public final Field<Long> score = add(integer("score", 0, 100).indexed());
    public final Field<RecordId> campaign = add(link("campaign", "campaign", "leads"));
    /** As it stood in the address, {@code utm_source=…&utm_medium=…}; the fields below are read from it. */
    public final Field<String> utm = add(longText("utm"));

    public final Field<String> utmSource = add(text("utm_source").derived());
    public final Field<String> utmMedium = add(text("utm_medium").derived());
    public final Field<String> utmCampaign = add(text("utm_campaign").derived());
    public final Field<String> utmTerm = add(text("utm_term").derived());
    public final Field<String> utmContent = add(text("utm_content").derived());
    public final Field<String> referrer = add(url("referrer"));
    public final Field<String> landingPage = add(url("landing_page"));
    /** Where it waits to be claimed; one that has an owner is in none. */
    public final Field<RecordId> pool = add(link("pool", "pool", "leads"));

    public final Field<Instant> assignedAt = add(datetime("assigned_at").readOnly());
    public final Field<String> nextStep = add(text("next_step"));
    public final Field<Instant> nextFollowUpAt =
            add(datetime("next_follow_up_at").indexed());
    /** Kept by the roll-ups. */
    public final Field<Instant> lastActivityAt =
            add(datetime("last_activity_at").readOnly());
    /** The five questions of qualification. */
    public final Field<Boolean> need = add(bool("need"));

    public final Field<Boolean> budget = add(bool("budget"));
    public final Field<Boolean> authority = add(bool("authority"));
    public final Field<Boolean> timetable = add(bool("timetable"));
    public final Field<Boolean> fit = add(bool("fit"));
    public final Field<String> unqualifiedReason = add(openChoice(
            "unqualified_reason",
            "no_need",
            "no_budget",
            "no_authority",
            "bad_timing",
            "unfit",
            "unreachable",
            "competitor",
            "invalid_data",
            "duplicate",
            "spam",
            "other"));
    /** When to look again at one that is not ripe. */
    public final Field<LocalDate> revisitOn = add(date("revisit_on").indexed());

    public final Field<Boolean> doNotCall = add(bool("do_not_call"));
    public final Field<Boolean> doNotMail = add(bool("do_not_mail"));
    public final Field<List<String>> tags = add(tags("tags"));
    public final Field<String> description = add(longText("description").searchable());
    public final Field<Instant> convertedAt = add(datetime("converted_at").readOnly());
    public final Field<RecordId> convertedAccount =
            add(link("converted_account", "account", "leads").readOnly());
    public final Field<RecordId> convertedContact =
            add(link("converted_contact", "contact", "leads").readOnly());
    public final Field<RecordId> convertedOpportunity =
            add(link("converted_opportunity", "opportunity", "leads").readOnly());

    LeadObject() {
        super("lead", ObjectTrait.OWNED);
        section("main", name, company, title, mobile, phone, email, wechat, source);
        section("company", creditCode, industry, region, address, website, employees);
        section("interest", productInterest, expectedAmount, score, need, budget, authority, timetable, fit);
        section(
                "follow",
                status,
                CommonFields.OWNER,
                CommonFields.DEPARTMENT,
                pool,
                nextStep,
                nextFollowUpAt,
                lastActivityAt,
                assignedAt);
        section("origin", campaign, referrer, landingPage, utm, utmSource, utmMedium, utmCampaign, utmTerm, utmContent);
        section(
                "result",
                unqualifiedReason,
                revisitOn,
                convertedAt,
                convertedAccount,
                convertedContact,
                convertedOpportunity);
        section("notes", tags, description, doNotCall, doNotMail);
    }

    /** Whether it became a customer here; an import also brings leads that another system converted, and those still can. */
    boolean isConverted(Row row) {
        return row.value(status) == LeadStatus.CONVERTED && row.value(convertedAt) != null;
    }

    @Override
    public FollowUp followUp() {
        return new FollowUp(this, nextFollowUpAt, nextStep);
    }
}
