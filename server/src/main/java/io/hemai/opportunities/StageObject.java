package io.hemai.opportunities;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import java.math.BigDecimal;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A step on the way of a pipeline's deals. */
@Component
public final class StageObject extends StandardObject {
    public final Field<RecordId> pipeline = add(master("pipeline", "pipeline", "stages"));
    public final Field<String> name = add(text("name").required().naming());
    /** What {@code opportunity.stage} says. */
    public final Field<String> code = add(text("code").required().fixed());
    /** Pipeline and code, so that a code means one stage of it. Empty for what was there twice before that was so. */
    public final Field<String> key = add(text("key").readOnly().unique());
    /** Where it stands on the way, from 1. */
    public final Field<Long> position = add(integer("position").required());
    /** What a deal that enters it is worth weighing with. */
    public final Field<BigDecimal> probability = add(share("probability").required());

    public final Field<ForecastCategory> forecastCategory =
            add(choice("forecast_category", ForecastCategory.class).required().initially(ForecastCategory.PIPELINE));
    /** What a deal in it is. */
    public final Field<OpportunityStatus> status =
            add(choice("status", OpportunityStatus.class).required().phase().initially(OpportunityStatus.OPEN));
    /** Days after which a deal that stays in it raises its hand. */
    public final Field<Long> limitDays = add(count("limit_days"));

    public final Field<Boolean> active = add(bool("active").required().initially(true));

    StageObject() {
        super("stage", ObjectTrait.LINE);
    }

    /** What no two stages have alike; codes that differ by case alone are too alike. */
    static String key(RecordId pipeline, String code) {
        return pipeline + " " + code.toLowerCase(Locale.ROOT);
    }
}
