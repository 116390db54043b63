package io.hemai.records.change;

import io.hemai.access.FieldRight;
import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.metadata.Choice;
import io.hemai.metadata.Field;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.Dependence;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Refuses choices that are no longer in use and those that do not fit what another choice of the record holds: both stay where they
 * stand and are not chosen anew, but by who brings the past.
 */
@Component
class ChoiceRules {
    private final Gate gate;

    ChoiceRules(Gate gate) {
        this.gate = gate;
    }

    void check(ChangeSet changes, List<Change> given) {
        if (changes.options().migrating() || changes.options().exact()) {
            return;
        }
        List<Change> asked = given.stream().filter(change -> !change.trusted()).toList();
        for (Field<?> field : changes.type().fields()) {
            if (field.type() instanceof ListsChoices listed && !listed.choices().allActive()) {
                asked.stream()
                        .filter(change -> change.given(field) && change.changes(field))
                        .forEach(change -> inUse(change, field, listed));
            }
        }
        List<Dependence> dependences = Dependence.all(changes.type());
        if (!dependences.isEmpty()) {
            Rights rights = gate.rights(Acting.who(), changes.type());
            dependences.forEach(each -> asked.forEach(change -> fits(change, each, rights)));
        }
    }

    private static void inUse(Change change, Field<?> field, ListsChoices listed) {
        Object value = change.value(field);
        if (value != null) {
            chosen(change, field, listed, listed.retired(value))
                    .findFirst()
                    .ifPresent(choice -> change.refuse(
                            field,
                            MetadataError.RETIRED_CHOICE,
                            choice.label(),
                            listed.choices().possible()));
        }
    }

    /** Those of some choices that the record did not hold before. */
    private static Stream<Choice> chosen(Change change, Field<?> field, ListsChoices listed, Stream<Choice> some) {
        Object previous = change.previous(field);
        List<String> kept = previous == null ? List.of() : listed.codes(previous);
        return some.filter(choice -> !kept.contains(choice.code()));
    }

    /** What the caller may not mend is no hindrance, and what one may not see is not told. */
    private static void fits(Change change, Dependence each, Rights rights) {
        Object value = change.value(each.field());
        boolean moved = !change.creates() && change.changes(each.on());
        boolean written = change.given(each.field()) && change.changes(each.field());
        if (value == null || !(moved || written) || !mendable(change, each.field(), rights)) {
            return;
        }
        Object held = change.value(each.on());
        Stream<Choice> unfit = each.unfit(value, held);
        (moved ? unfit : chosen(change, each.field(), each.listed(), unfit))
                .findFirst()
                .ifPresent(choice -> {
                    if (!rights.sees(each.on())) {
                        change.refuse(each.field(), MetadataError.CHOICE_UNFIT, choice.label());
                    } else if (held == null) {
                        change.refuse(
                                each.field(),
                                MetadataError.CHOICE_NEEDS_OTHER,
                                choice.label(),
                                each.on().label());
                    } else {
                        change.refuse(
                                each.field(),
                                MetadataError.CHOICE_NOT_OFFERED,
                                choice.label(),
                                each.on().label(),
                                each.held(held),
                                each.possible(held));
                    }
                });
    }

    private static boolean mendable(Change change, Field<?> field, Rights rights) {
        return rights.on(field) == FieldRight.WRITE
                && !field.has(Trait.READ_ONLY)
                && (change.creates() || !field.has(Trait.FIXED));
    }
}
