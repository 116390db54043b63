package io.hemai.metadata.custom;

import io.hemai.formula.Expression;
import io.hemai.formula.Fault;
import io.hemai.formula.Formula;
import io.hemai.formula.FormulaError;
import io.hemai.formula.Order;
import io.hemai.formula.Span;
import io.hemai.kernel.Problems;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.computed.FormulaField;
import io.hemai.metadata.computed.FormulaReads;
import io.hemai.metadata.computed.FormulaTypes;
import io.hemai.metadata.computed.ObjectScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what is wrong with the formula of a field, and settles what follows from a sound one: which type of field holds its answer. */
@Component
class FormulaChecks {
    private static final List<String> FLAGS =
            List.of(Definition.REQUIRED, Definition.UNIQUE, Definition.SEARCHABLE, Definition.PHASE);

    /**
     * The row with what follows from its formula; as it is when there is none, or a bad one.
     *
     * @param before what was said until now
     * @param all the objects without the field, so that a new one cannot name itself
     */
    StoredField settled(StoredField row, Definition before, ObjectTypes all, StoredMeta stored, Problems problems) {
        Definition said = new Definition(row.definition());
        String text = said.text(Definition.FORMULA);
        if (text == null) {
            return row;
        }
        FLAGS.stream().filter(said::flag).forEach(flag -> problems.add(flag, ShapingError.NOT_OF_FORMULA, flag));
        if (said.value(Definition.DEFAULT) != null) {
            problems.add(Definition.DEFAULT, ShapingError.NOT_OF_FORMULA, Definition.DEFAULT);
        }
        ObjectType type = all.require(row.object());
        return switch (Formula.read(text, new ObjectScope(all, type, (object, field) -> true))) {
            case Formula.Good(var formula) -> {
                List<Fault> faults = faults(formula, row, before, stored);
                refuse(faults, problems);
                yield faults.isEmpty() ? settled(row, all, formula) : row;
            }
            case Formula.Bad(var faults) -> {
                refuse(faults, problems);
                yield row;
            }
        };
    }

    /** An editor marks the places; beside other problems there is nothing to mark yet. */
    static void refuse(List<Fault> faults, Problems problems) {
        if (!faults.isEmpty() && problems.isEmpty()) {
            throw Formula.refusal(faults, Definition.FORMULA);
        }
        faults.forEach(fault -> problems.add(fault.problem(Definition.FORMULA)));
    }

    private static List<Fault> faults(Formula formula, StoredField row, Definition before, StoredMeta stored) {
        List<Fault> faults = new ArrayList<>();
        formula.expression().all().forEach(part -> fault(part, faults));
        Span whole = formula.expression().at();
        String held = before.text(Definition.ANSWER);
        String holds = FormulaTypes.holding(formula.type()).orElse(null);
        if (holds == null) {
            faults.add(new Fault(
                    whole, FormulaError.NOTHING_HOLDS, List.of(formula.type().worded())));
        } else if (held != null && !held.equals(holds)) {
            faults.add(new Fault(
                    whole, FormulaError.OTHER_ANSWER, List.of(formula.type().worded())));
        }
        if (Order.of(uses(row, formula, stored)) instanceof Order.Circle circle) {
            faults.add(circle.fault(whole));
        }
        return faults;
    }

    private static void fault(Expression part, List<Fault> faults) {
        switch (part) {
            case Expression.Call call
            when call.function().dependsOnTime() ->
                faults.add(new Fault(
                        call.at(),
                        FormulaError.BY_THE_CLOCK,
                        List.of(call.function().name())));
            case Expression.Field field
            when field.path().names().size() > 1 ->
                faults.add(new Fault(
                        field.at(),
                        FormulaError.OTHER_RECORD,
                        List.of(field.path().toString())));
            case Expression.Aggregate list ->
                faults.add(new Fault(
                        list.at(),
                        FormulaError.OTHER_RECORDS,
                        List.of(list.list().toString())));
            default -> {}
        }
    }

    /** By formula field of the object, what each uses once the row is there. */
    private static Map<String, Set<String>> uses(StoredField row, Formula formula, StoredMeta stored) {
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        uses.put(row.name(), FormulaField.names(formula));
        stored.fields(row.object()).stream()
                .filter(other -> other.isFormula() && other.inUse())
                .forEach(other -> uses.putIfAbsent(other.name(), own(other)));
        return uses;
    }

    private static Set<String> own(StoredField other) {
        String begins = other.object() + ".";
        return new Definition(other.definition())
                .reads().stream()
                        .filter(path -> path.startsWith(begins))
                        .map(path -> path.substring(begins.length()))
                        .collect(Collectors.toSet());
    }

    private static StoredField settled(StoredField row, ObjectTypes all, Formula formula) {
        Map<String, Object> definition = new LinkedHashMap<>(row.definition());
        definition.put(Definition.ANSWER, FormulaTypes.holding(formula.type()).orElseThrow());
        definition.put(Definition.READS, FormulaReads.names(all, all.require(row.object()), formula));
        return row.defined(definition);
    }

    /** The formula fields of the object that use the field, also over each other. */
    static List<StoredField> following(StoredField field, StoredMeta stored) {
        Map<String, StoredField> found = new LinkedHashMap<>();
        List<String> open = new ArrayList<>(List.of(field.name()));
        while (!open.isEmpty()) {
            String name = open.removeFirst();
            stored.fields(field.object()).stream()
                    .filter(other -> other.isFormula()
                            && other.inUse()
                            && !other.name().equals(field.name())
                            && own(other).contains(name))
                    .filter(other -> found.putIfAbsent(other.name(), other) == null)
                    .forEach(other -> open.add(other.name()));
        }
        return List.copyOf(found.values());
    }
}
