package io.hemai.opportunities;

import io.hemai.accounts.Sources;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import io.hemai.timeline.FollowedUp;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A deal that may be won. */
@Component
public final class OpportunityObject extends StandardObject implements FollowedUp {
    public final Field<String> name =
            add(text("name").required().searchable().indexed().naming());
    /** Empty for a consumer, who needs no company. */
    public final Field<RecordId> account = add(
            followed("account", "account", "opportunities", OnDelete.RESTRICT).shownToOwner());
    /** The person whom it is mostly talked about with. */
    public final Field<RecordId> contact =
            add(link("contact", "contact", "opportunities").shownToOwner());
    /** With lines their sum, and then not for callers to write. */
    public final Field<Money> amount = add(price("amount").indexed());
    /** Code of a pipeline. */
    public final Field<String> pipeline =
            add(openChoice("pipeline", Stages.DEFAULT_PIPELINE).required().initially(Stages.DEFAULT_PIPELINE));
    /** Code of a stage of the pipeline; its first one unless given. */
    public final Field<String> stage = add(openChoice("stage", Stages.codes())
            .colored(Stages.colors())
            .required()
            .derived()
            .phase());

    /** The last open stage of its pipeline that it ever came to. */
    public final Field<String> furthestStage = add(openChoice("furthest_stage", Stages.codes())
            .colored(Stages.colors())
            .readOnly());

    public final Field<Instant> stageEnteredAt =
            add(datetime("stage_entered_at").readOnly().past());
    /** The stage's, unless somebody knows better. */
    public final Field<BigDecimal> probability = add(share("probability").derived());

    public final Field<ForecastCategory> forecastCategory = add(choice("forecast_category", ForecastCategory.class)
            .colored(Map.of(
                    "omitted", "grey", "pipeline", "slate", "best_case", "cyan", "commit", "blue", "closed", "green"))
            .derived());
    public final Field<OpportunityStatus> status = add(choice("status", OpportunityStatus.class)
            .colored(Map.of("open", "blue", "won", "green", "lost", "grey"))
            .required()
            .readOnly()
            .phase()
            .initially(OpportunityStatus.OPEN));
    /** What may be expected of it: amount times probability. */
    public final Field<Money> weightedAmount =
            add(money("weighted_amount").readOnly().repeating(amount));

    public final Field<LocalDate> closeDate = add(date("close_date").indexed());
    public final Field<Instant> closedAt =
            add(datetime("closed_at").readOnly().past().indexed());
    public final Field<String> lossReason = add(openChoice(
            "loss_reason",
            "price",
            "competitor",
            "product",
            "service",
            "no_budget",
            "no_decision",
            "timing",
            "relationship",
            "duplicate",
            "other"));
    public final Field<String> closeNote = add(longText("close_note"));
    public final Field<String> nextStep = add(text("next_step"));
    public final Field<Instant> nextFollowUpAt = add(datetime("next_follow_up_at"));
    public final Field<String> kind = add(openChoice("kind", "new_business", "expansion", "renewal"));
    public final Field<String> source = add(openChoice("source", Sources.codes()));
    public final Field<RecordId> campaign = add(link("campaign", "campaign", "opportunities"));
    /** The product it is mostly about; lines tell it exactly. */
    public final Field<RecordId> product = add(link("product", "product", "opportunities"));

    public final Field<List<String>> tags = add(tags("tags"));
    public final Field<String> description = add(longText("description"));
    /** Kept by the roll-ups. */
    public final Field<Instant> lastActivityAt =
            add(datetime("last_activity_at").readOnly());

    OpportunityObject() {
        super("opportunity", ObjectTrait.OWNED);
        section("main", name, account, contact, amount, closeDate, product, kind);
        section(
                "forecast",
                pipeline,
                stage,
                stageEnteredAt,
                furthestStage,
                probability,
                forecastCategory,
                weightedAmount);
        section("follow", CommonFields.OWNER, CommonFields.DEPARTMENT, nextStep, nextFollowUpAt, lastActivityAt);
        section("result", status, closedAt, lossReason, closeNote);
        section("origin", source, campaign);
        section("notes", tags, description);
    }

    @Override
    public FollowUp followUp() {
        return new FollowUp(this, nextFollowUpAt, nextStep);
    }
}
