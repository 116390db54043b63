package io.hemai.opportunities;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** A move of a deal from stage to stage; its first stage comes from none. */
@Component
public final class StageHistoryObject extends StandardObject {
    private static final int DAY_PLACES = 2;

    public final Field<RecordId> opportunity = add(master("opportunity", "opportunity", "stage_history"));
    public final Field<String> pipeline = add(openChoice("pipeline", Stages.DEFAULT_PIPELINE));
    public final Field<String> fromStage = add(openChoice("from_stage", Stages.codes()));
    public final Field<String> stage =
            add(openChoice("stage", Stages.codes()).phase().naming());
    public final Field<Instant> enteredAt = add(datetime("entered_at").indexed());
    /** Days that the deal had been in the stage it came from. */
    public final Field<BigDecimal> daysBefore = add(decimal("days_before", DAY_PLACES));

    public final Field<Money> amount = add(money("amount"));
    public final Field<BigDecimal> probability = add(share("probability"));
    /** Empty when Hemai itself moved it. */
    public final Field<RecordId> movedBy = add(user("moved_by"));

    StageHistoryObject() {
        super("stage_history", ObjectTrait.LINE, ObjectTrait.READ_ONLY);
    }
}
