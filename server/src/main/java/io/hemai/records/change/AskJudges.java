package io.hemai.records.change;

import io.hemai.records.ChangeSet;
import io.hemai.records.Judge;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Has those judge who look at records as they will be; what comes back from the bin comes back as it was. */
@Component
@Order(52)
class AskJudges implements Step {
    private final Supplier<List<Judge>> all;

    /** Judges may read records, so they are found when the first write needs them. */
    AskJudges(ObjectProvider<Judge> judges) {
        this.all = SingletonSupplier.of(() -> judges.orderedStream().toList());
    }

    @Override
    public void apply(ChangeSet changes) {
        ChangeSet judged = changes.withoutRestored();
        all.get().forEach(judge -> judge.judge(judged));
    }
}
