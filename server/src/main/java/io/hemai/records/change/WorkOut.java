package io.hemai.records.change;

import io.hemai.records.ChangeSet;
import io.hemai.records.store.FormulaStore;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Works the formulas out, by what the records will hold. */
@Component
@Order(45)
class WorkOut implements Step {
    private final FormulaStore formulas;

    WorkOut(FormulaStore formulas) {
        this.formulas = formulas;
    }

    @Override
    public void apply(ChangeSet changes) {
        formulas.workOut(changes, changes.written());
    }
}
