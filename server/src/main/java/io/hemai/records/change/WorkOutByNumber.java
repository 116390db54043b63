package io.hemai.records.change;

import io.hemai.metadata.computed.ObjectFormulas;
import io.hemai.metadata.fieldtype.AutoNumberType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.store.FormulaStore;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Works formulas out again that read a number which new records have only now. */
@Component
@Order(63)
class WorkOutByNumber implements Doing {
    private final FormulaStore formulas;

    WorkOutByNumber(FormulaStore formulas) {
        this.formulas = formulas;
    }

    @Override
    public void apply(ChangeSet changes) {
        ObjectFormulas all = formulas.of(changes.type());
        if (!all.isEmpty()
                && changes.type().fields().stream()
                        .anyMatch(field -> field.type() instanceof AutoNumberType && all.anyReads(field))) {
            formulas.workOut(changes, changes.sound(Change.Kind.CREATE));
        }
    }
}
