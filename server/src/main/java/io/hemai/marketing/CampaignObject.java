package io.hemai.marketing;

import io.hemai.accounts.Sources;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** An effort to win leads, with its cost. */
@Component
public final class CampaignObject extends StandardObject {
    public final Field<String> name = add(text("name").required().searchable().naming());
    public final Field<String> code = add(text("code").unique().searchable());
    public final Field<String> kind = add(openChoice(
            "kind",
            "online_ads",
            "content",
            "webinar",
            "exhibition",
            "conference",
            "mailing",
            "telemarketing",
            "referral"));
    public final Field<String> channel = add(openChoice("channel", Sources.codes()));
    public final Field<String> status = add(choice("status", "planned", "active", "paused", "completed", "cancelled")
            .colored(Map.of(
                    "planned", "slate", "active", "green", "paused", "amber", "completed", "blue", "cancelled", "grey"))
            .required()
            .phase()
            .initially("planned"));
    public final Field<LocalDate> startDate = add(date("start_date").indexed());
    public final Field<LocalDate> endDate = add(date("end_date"));
    public final Field<Money> budget = add(price("budget"));
    public final Field<Money> actualCost = add(price("actual_cost"));
    public final Field<Long> expectedLeads = add(count("expected_leads"));
    /** What {@code utm_campaign} says in its links. */
    public final Field<String> utmCampaign = add(text("utm_campaign").indexed());

    public final Field<RecordId> parent = add(link("parent", "campaign", "parts"));
    public final Field<List<String>> tags = add(tags("tags"));
    public final Field<String> description = add(longText("description"));

    CampaignObject() {
        super("campaign", ObjectTrait.OWNED);
        section("main", name, code, kind, channel, status, startDate, endDate, parent);
        section("effect", budget, actualCost, expectedLeads, utmCampaign);
        section("people", CommonFields.OWNER, CommonFields.DEPARTMENT);
        section("notes", tags, description);
    }
}
