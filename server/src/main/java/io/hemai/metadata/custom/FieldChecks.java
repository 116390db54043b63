package io.hemai.metadata.custom;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Problem;
import io.hemai.kernel.Problems;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.Field;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.Trait;
import io.hemai.metadata.ValueContext;
import io.hemai.metadata.fieldtype.ChoiceType;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.metadata.schema.TableShaping;
import io.hemai.tenancy.Tenant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Says everything that is wrong with a field before any table is touched. */
@Component
class FieldChecks {
    /** Longer texts do not fit an index. */
    private static final int LONGEST_INDEXED = 500;

    private static final Set<String> BLOCKS = Set.of("long_text", "rich_text", "address");
    private static final Set<Comparison> DISTINCT = Set.of(
            Comparison.TEXT,
            Comparison.CODE,
            Comparison.NUMBER,
            Comparison.DATE,
            Comparison.INSTANT,
            Comparison.REFERENCE);

    private final TableShaping tables;

    FieldChecks(TableShaping tables) {
        this.tables = tables;
    }

    /** The field that a row stands for, unless its type or settings are refused; then each that is wrong is noted. */
    Optional<Field<?>> made(StoredField row, Function<StoredField, Field<?>> maker, Problems problems) {
        StoredField tried = row;
        while (true) {
            try {
                Field<?> field = maker.apply(tried);
                return tried.equals(row) ? Optional.of(field) : Optional.empty();
            } catch (Refusal refusal) {
                refusal.problems().forEach(p -> problems.add(asRequest(p)));
                Definition definition = new Definition(tried.definition());
                Map<String, Object> settings = definition.settings();
                if (settings.remove(refusal.problems().getFirst().field()) == null) {
                    return Optional.empty();
                }
                // types stop at the first setting that is wrong; the others are looked at without it
                tried = tried.defined(
                        definition.with(Map.of(Definition.SETTINGS, settings)).plain());
            }
        }
    }

    /** Settings stand beside the other members, so an unknown one is an unknown member. */
    private static Problem asRequest(Problem problem) {
        return problem.code() == MetadataError.UNKNOWN_SETTING
                ? Problem.of(problem.field(), KernelError.UNKNOWN_PROPERTY, String.valueOf(problem.field()))
                : problem;
    }

    /**
     * Whether the object has room for the field; the stored ones of the object count while they can be restored. That another one
     * has its very name is told elsewhere.
     */
    void room(ObjectType type, Field<?> field, List<Field<?>> deleted, Problems problems) {
        if (type.fields().size() >= Limits.FIELDS_PER_OBJECT) {
            problems.add(null, MetadataError.TOO_MANY_FIELDS, Limits.FIELDS_PER_OBJECT);
        }
        List<Field<?>> all = new ArrayList<>(type.fields());
        all.addAll(deleted);
        Set<String> columns = new HashSet<>();
        all.forEach(f -> columns.addAll(tables.columnNames(f)));
        boolean sameName = all.stream().anyMatch(f -> f.name().equals(field.name()));
        if (!sameName && tables.columnNames(field).stream().anyMatch(columns::contains)) {
            problems.add("name", MetadataError.NAME_TAKEN, field.name());
        }
        all.add(field);
        if (!tables.fitsPage(all)) {
            problems.add(null, ShapingError.TOO_WIDE);
        }
    }

    /** Whether the traits suit the type. */
    void traits(Field<?> field, Problems problems) {
        boolean block = BLOCKS.contains(field.type().code());
        boolean long_ =
                block || (field.type().settings().get("max_length") instanceof Integer most && most > LONGEST_INDEXED);
        Comparison comparison = field.type().comparison();
        if (field.has(Trait.UNIQUE)
                && (long_ || !DISTINCT.contains(comparison) || field.type() instanceof ListsChoices)) {
            problems.add(
                    Definition.UNIQUE,
                    ShapingError.NOT_UNIQUE_ABLE,
                    field.type().code());
        }
        if (field.has(Trait.INDEXED) && (long_ || comparison == Comparison.PRESENCE)) {
            problems.add(
                    Definition.INDEXED, ShapingError.NOT_INDEXABLE, field.type().code(), LONGEST_INDEXED);
        }
        if (field.has(Trait.SEARCHABLE) && comparison != Comparison.TEXT) {
            problems.add(
                    Definition.SEARCHABLE,
                    ShapingError.NOT_SEARCHABLE,
                    field.type().code());
        }
        if (field.has(Trait.PHASE) && !(field.type() instanceof ChoiceType)) {
            problems.add(Definition.PHASE, ShapingError.NO_PHASE, field.type().code());
        }
    }

    /** Whether a link leads somewhere, and whether the name it goes by there is free. */
    void link(Field<?> field, ObjectTypes all, Problems problems) {
        if (!(field.type() instanceof LinkType link)) {
            return;
        }
        ObjectType target = all.find(link.target()).orElse(null);
        if (target == null) {
            problems.add("target", ShapingError.UNKNOWN_TARGET, link.target());
        } else if (!link.inverse().isEmpty()
                && (target.field(link.inverse()).isPresent()
                        || all.inverse(target, link.inverse()).isPresent())) {
            problems.add("inverse", MetadataError.NAME_TAKEN, link.inverse());
        }
    }

    /** Whether the value of new records is one that the field takes. */
    <T> void initial(Field<T> field, Tenant tenant, Problems problems) {
        Object initial = field.initial();
        if (initial == null) {
            return;
        }
        if (field.type() instanceof LinkType) {
            problems.add(Definition.DEFAULT, MetadataError.INVALID_SETTING, "null");
        } else if (written(field.type(), initial, tenant) instanceof Coerced.Bad<T>(var code, var args)) {
            problems.add(Definition.DEFAULT, code, args.toArray());
        }
    }

    private static <T> Coerced<T> written(FieldType<T> type, Object raw, Tenant tenant) {
        Coerced<T> made = type.coerce(raw, context(tenant));
        if (!(made instanceof Coerced.Good<T>(var value)) || value == null) {
            return made;
        }
        return type instanceof ListsChoices listed
                ? listed.retired(value)
                        .findFirst()
                        .map(choice -> Coerced.<T>bad(
                                MetadataError.RETIRED_CHOICE,
                                choice.label(),
                                listed.choices().possible()))
                        .orElse(made)
                : type.bounded(value);
    }

    private static ValueContext context(Tenant tenant) {
        return new ValueContext(tenant.zone(), tenant.locale(), tenant.country(), new OwnCurrency(tenant.base()));
    }

    /** Checking needs no rates: amounts are turned into base currency when they are written. */
    private record OwnCurrency(Currency base) implements ValueContext.Rates {
        @Override
        public BigDecimal toBase(io.hemai.kernel.Money money) {
            return money.amount();
        }
    }
}
