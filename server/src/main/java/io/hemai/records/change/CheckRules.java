package io.hemai.records.change;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.formula.Moment;
import io.hemai.formula.Path;
import io.hemai.identity.Acting;
import io.hemai.kernel.Problem;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.computed.RecordValues;
import io.hemai.metadata.computed.ValidationRule;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import io.hemai.records.store.LinkedValues;
import io.hemai.tenancy.CurrentTenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses what the company's own rules refuse. A rule is asked of new records and where something changes on which it depends: what
 * stands from before it was made holds up no other work. What is taken back is as it was.
 */
@Component
@Order(51)
class CheckRules implements Step {
    private final Metadata metadata;
    private final LinkedValues linked;
    private final Gate gate;

    CheckRules(Metadata metadata, LinkedValues linked, Gate gate) {
        this.metadata = metadata;
        this.linked = linked;
        this.gate = gate;
    }

    @Override
    public void apply(ChangeSet changes) {
        List<ValidationRule> rules = metadata.current().rules(changes.type());
        if (rules.isEmpty() || changes.options().exact()) {
            return;
        }
        Map<Change, List<ValidationRule>> asked = new LinkedHashMap<>();
        changes.changes().stream().filter(CheckRules::isWhole).forEach(change -> {
            List<ValidationRule> concerned =
                    rules.stream().filter(rule -> concerns(rule, change)).toList();
            if (!concerned.isEmpty()) {
                asked.put(change, concerned);
            }
        });
        if (!asked.isEmpty()) {
            check(changes, asked);
        }
    }

    private void check(ChangeSet changes, Map<Change, List<ValidationRule>> asked) {
        List<Path> paths = asked.values().stream()
                .flatMap(List::stream)
                .distinct()
                .flatMap(rule -> rule.linked().stream())
                .distinct()
                .toList();
        Function<Change, RecordValues> values = linked.of(changes.type(), asked.keySet(), paths);
        Moment moment = new Moment(changes.now(), CurrentTenant.get().zone());
        Rights rights = gate.rights(Acting.who(), changes.type());
        asked.forEach((change, rules) -> rules.stream()
                .filter(rule -> rule.refuses(values.apply(change), moment))
                .forEach(rule -> change.refuse(problem(rule, rights))));
    }

    private static Problem problem(ValidationRule rule, Rights rights) {
        Field<?> field = rule.field();
        return Problem.of(
                field != null && rights.knows(field) ? field.name() : null, RecordsError.RULE, rule.message());
    }

    /** Of what is refused already, only what was made of the request as far as its fields say. */
    private static boolean isWhole(Change change) {
        return (change.kind() == Change.Kind.CREATE || change.kind() == Change.Kind.UPDATE)
                && change.problems().stream().allMatch(problem -> problem.field() != null);
    }

    private static boolean concerns(ValidationRule rule, Change change) {
        List<? extends Field<?>> read = rule.reads().stream()
                .flatMap(name -> change.type().field(name).stream())
                .toList();
        boolean moved = change.creates() || read.stream().anyMatch(change::changes);
        return moved && read.stream().noneMatch(field -> isUnknown(field, change));
    }

    /** What the field will hold is not known where it is refused itself, and formulas are not worked out for what is refused. */
    private static boolean isUnknown(Field<?> field, Change change) {
        return change.isRefused()
                && (field.formula() != null
                        || change.problems().stream()
                                .anyMatch(problem -> field.name().equals(problem.field())));
    }
}
