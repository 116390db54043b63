package io.hemai.leads;

import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import io.hemai.records.Rule;
import org.springframework.stereotype.Component;

/** Keeps cards of a certain name with whoever has them. */
@Component
final class StayingRule implements Rule {
    static final String STAYS = "stays";

    @Override
    public String object() {
        return "card";
    }

    @Override
    public void apply(ChangeSet changes) {
        Field<?> name = changes.type().nameField();
        changes.written().stream()
                .filter(c -> STAYS.equals(c.value(name)))
                .forEach(c -> c.refuse(CommonFields.OWNER, RecordsError.FIXED, CommonFields.OWNER.label()));
    }
}
