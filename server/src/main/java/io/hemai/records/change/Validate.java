package io.hemai.records.change;

import io.hemai.metadata.Field;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.AutoNumberType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses what is missing, what may not be chosen, and links that lead nowhere, or where the caller must not. */
@Component
@Order(50)
class Validate implements Step {
    private final ChoiceRules choices;
    private final Amounts amounts;
    private final LinksThere links;

    Validate(ChoiceRules choices, Amounts amounts, LinksThere links) {
        this.choices = choices;
        this.amounts = amounts;
        this.links = links;
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Change> written = changes.written();
        List<Change> given = changes.withoutRestored().written();
        misread(changes).forEach(change -> required(change, field -> mayYetBeFilled(change, field)));
        given.forEach(change -> required(change, field -> false));
        choices.check(changes, given);
        amounts.check(changes, given);
        links.check(changes, written);
    }

    /** Those of which only some fields were refused: the caller is told at once what is missing besides. */
    private static List<Change> misread(ChangeSet changes) {
        return changes.changes().stream()
                .filter(c -> c.kind() == Change.Kind.CREATE || c.kind() == Change.Kind.UPDATE)
                .filter(c -> c.isRefused() && c.problems().stream().allMatch(p -> p.field() != null))
                .toList();
    }

    /** Whether an empty field is no problem of its own: what is refused, later defaults and rules do not fill in. */
    private static boolean mayYetBeFilled(Change change, Field<?> field) {
        return (field.initial() != null && !change.given(field))
                || field.has(Trait.DERIVED)
                || change.problems().stream().anyMatch(p -> field.name().equals(p.field()));
    }

    /** What stands empty from before may stay so; what this write leaves or makes empty may not. */
    private static void required(Change change, Predicate<Field<?>> excused) {
        for (Field<?> field : change.type().fields()) {
            if (field.has(Trait.REQUIRED)
                    && !(field.type() instanceof AutoNumberType)
                    && change.value(field) == null
                    && !excused.test(field)
                    && (change.creates() || change.changes(field))) {
                change.refuse(field, RecordsError.REQUIRED, field.name());
            }
        }
    }
}
