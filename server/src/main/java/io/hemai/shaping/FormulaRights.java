package io.hemai.shaping;

import io.hemai.access.FieldRight;
import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.access.Role;
import io.hemai.access.Roles;
import io.hemai.formula.Formula;
import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Label;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.computed.FormulaReads;
import io.hemai.metadata.computed.ObjectScope;
import io.hemai.metadata.custom.ShapingError;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps formulas from telling what their author may not see, and what others may not, unless the author agrees to that. */
@Component
class FormulaRights {
    private static final String FORMULA = "formula";
    private static final String CONSENT = "consent";

    private final Metadata metadata;
    private final Gate gate;
    private final Roles roles;

    FormulaRights(Metadata metadata, Gate gate, Roles roles) {
        this.metadata = metadata;
        this.gate = gate;
        this.roles = roles;
    }

    /** Refuses a formula, where one is sent, that tells more than it may. */
    void require(String object, Map<String, Object> sent) {
        if (!(sent.get(FORMULA) instanceof String text)) {
            return;
        }
        ObjectType type = metadata.current().require(object);
        Formula formula = Formula.parse(text, scope(type), FORMULA);
        List<Label> withheld = withheld(type, formula);
        if (!withheld.isEmpty() && !Boolean.TRUE.equals(sent.get(CONSENT))) {
            throw Refusal.ofField(
                    CONSENT,
                    ShapingError.CONSENT_NEEDED,
                    withheld.stream()
                            .map(label -> label.in(Acting.who().locale()))
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
    }

    /** What the acting identity may write a formula with. */
    ObjectScope scope(ObjectType type) {
        return new ObjectScope(metadata.current(), type, (object, field) -> {
            Rights rights = gate.rights(Acting.who(), object);
            return !rights.read().equals(Filter.none()) && rights.sees(field);
        });
    }

    /** The fields that the formula reads and that some role does not show to its people. */
    List<Label> withheld(ObjectType type, Formula formula) {
        List<Role> all = roles.all();
        return FormulaReads.of(metadata.current(), type, formula).stream()
                .filter(read -> isWithheld(read.type(), read.field(), all))
                .map(read -> read.field().label())
                .toList();
    }

    private static boolean isWithheld(ObjectType type, Field<?> field, List<Role> all) {
        return all.stream()
                .anyMatch(role -> role.on(type, field.name())
                        .filter(right -> right.compareTo(FieldRight.READ) < 0)
                        .isPresent());
    }
}
