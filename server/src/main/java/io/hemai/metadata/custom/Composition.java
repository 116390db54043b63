package io.hemai.metadata.custom;

import io.hemai.kernel.Label;
import io.hemai.metadata.AwayField;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.Look;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.Trait;
import io.hemai.metadata.Wording;
import io.hemai.metadata.fieldtype.AutoNumberType;
import io.hemai.metadata.fieldtype.FieldTypes;
import io.hemai.metadata.fieldtype.TextType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a tenant's objects out of what the modules declare and what the company changed. */
@Component
class Composition {
    private static final Map<String, Trait> FLAGS = Map.of(
            Definition.REQUIRED, Trait.REQUIRED,
            Definition.UNIQUE, Trait.UNIQUE,
            Definition.SEARCHABLE, Trait.SEARCHABLE,
            Definition.INDEXED, Trait.INDEXED,
            Definition.PHASE, Trait.PHASE,
            Definition.HIDDEN, Trait.HIDDEN);

    private final FieldTypes types;
    private final Wording wording;

    Composition(FieldTypes types, Wording wording) {
        this.types = types;
        this.wording = wording;
    }

    /** All objects; those that the company left alone are the instances declared. */
    ObjectTypes compose(ObjectTypes declared, StoredMeta stored) {
        List<ObjectType> all = new ArrayList<>();
        declared.all().forEach(type -> all.add(standard(type, stored)));
        stored.objects().stream()
                .filter(o -> o.inUse() && declared.find(o.name()).isEmpty())
                .forEach(object -> all.add(custom(object, stored)));
        return new ObjectTypes(
                all,
                away(stored),
                stored.rules().stream()
                        .filter(StoredRule::active)
                        .map(StoredRule::text)
                        .toList());
    }

    /** What was deleted and can be restored, by object. */
    private Map<String, List<AwayField>> away(StoredMeta stored) {
        Map<String, List<AwayField>> away = new HashMap<>();
        for (StoredField field : stored.fields()) {
            Instant deletedAt = field.deletedAt();
            if (field.custom() && deletedAt != null) {
                away.computeIfAbsent(field.object(), o -> new ArrayList<>())
                        .add(until(field(field, stored.learnt(field.object(), field.name())), deletedAt));
            }
        }
        for (StoredObject object : stored.objects()) {
            Instant deletedAt = object.deletedAt();
            if (deletedAt != null) {
                List<AwayField> fields = away.computeIfAbsent(object.name(), o -> new ArrayList<>());
                custom(object, stored).fields().forEach(field -> fields.add(until(field, deletedAt)));
            }
        }
        return away;
    }

    private static AwayField until(Field<?> field, Instant deletedAt) {
        return new AwayField(field, deletedAt.plus(CustomFields.GRACE));
    }

    private ObjectType standard(ObjectType type, StoredMeta stored) {
        Definition own = stored.object(type.name())
                .map(o -> new Definition(o.definition()))
                .orElse(new Definition(Map.of()));
        List<Field<?>> fields = new ArrayList<>();
        type.fields().forEach(field -> fields.add(changed(type.name(), field, stored)));
        fields.addAll(added(type.name(), stored));
        arrange(fields, own);
        if (own.plain().isEmpty() && fields.equals(type.fields())) {
            return type;
        }
        return new ObjectType(
                type.name(),
                type.module(),
                own.label(Definition.LABEL).orElse(type.label()),
                own.label(Definition.PLURAL).orElse(type.plural()),
                look(own).withColumns(type.look().columns()),
                type.traits(),
                fields,
                type.sections());
    }

    /** A custom object: a name, its common fields, and what the company added. */
    ObjectType custom(StoredObject object, StoredMeta stored) {
        Definition own = new Definition(object.definition());
        boolean owned = own.flag(Definition.OWNED);
        Set<ObjectTrait> traits = EnumSet.of(ObjectTrait.CUSTOM);
        if (owned) {
            traits.add(ObjectTrait.OWNED);
        }
        List<Field<?>> fields = new ArrayList<>();
        fields.add(labelled(Field.of("name", new TextType()).required().naming().searchable()));
        CommonFields.of(owned).forEach(f -> fields.add(labelled(f)));
        fields.replaceAll(field -> changed(object.name(), field, stored));
        fields.addAll(added(object.name(), stored));
        arrange(fields, own);
        Label label = own.label(Definition.LABEL).orElse(Label.same(object.name()));
        return new ObjectType(
                object.name(),
                "custom",
                label,
                own.label(Definition.PLURAL).orElse(label),
                look(own),
                traits,
                fields,
                List.of());
    }

    /** In the company's order; fields of which it says nothing come after the others, as they were. */
    private static void arrange(List<Field<?>> fields, Definition own) {
        Map<String, Integer> places = new HashMap<>();
        own.order().forEach(name -> places.putIfAbsent(name, places.size()));
        if (!places.isEmpty()) {
            fields.sort(Comparator.comparing(field -> places.getOrDefault(field.name(), places.size())));
        }
    }

    private Field<?> labelled(Field<?> field) {
        return field.labelled(wording.label("common." + field.name()), null);
    }

    private static Look look(Definition own) {
        return new Look(
                own.text(Definition.ICON),
                own.text(Definition.COLOR),
                !Boolean.FALSE.equals(own.value(Definition.MENU)),
                !own.order().isEmpty(),
                List.of());
    }

    private List<Field<?>> added(String object, StoredMeta stored) {
        return stored.fields(object).stream()
                .filter(f -> f.custom() && f.inUse() && f.live())
                .<Field<?>>map(f -> field(f, stored.learnt(object, f.name())))
                .toList();
    }

    /** The field that a row stands for. */
    Field<?> field(StoredField stored, List<String> learnt) {
        Definition own = new Definition(stored.definition());
        FieldType<?> type = type(own, learnt);
        Set<Trait> traits = EnumSet.of(Trait.CUSTOM);
        if (stored.isStale()) {
            traits.add(Trait.STALE);
        }
        FLAGS.forEach((flag, trait) -> {
            if (own.flag(flag)) {
                traits.add(trait);
            }
        });
        if (type instanceof AutoNumberType) {
            traits.add(Trait.READ_ONLY);
        }
        Field<?> field = of(
                stored.name(),
                type,
                traits,
                own.value(Definition.DEFAULT),
                own.label(Definition.LABEL).orElse(Label.same(stored.name())),
                own.label(Definition.HELP).orElse(null),
                null);
        String formula = own.text(Definition.FORMULA);
        return formula == null ? field : field.workedOutBy(formula);
    }

    private FieldType<?> type(Definition own, List<String> learnt) {
        String kept = own.says(Definition.ANSWER) ? Definition.ANSWER : Definition.TYPE;
        FieldType<?> type = types.require(String.valueOf(own.value(kept))).configured(own.settings());
        return ChoiceLists.merge(type, List.of(), learnt);
    }

    /** A delivered field with what the company changed of it. */
    Field<?> changed(String object, Field<?> field, StoredMeta stored) {
        List<String> learnt = stored.learnt(object, field.name());
        StoredField row = stored.field(object, field.name()).orElse(null);
        if (row == null && learnt.isEmpty()) {
            return field;
        }
        Definition own = new Definition(row == null ? Map.of() : row.definition());
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(field.traits());
        if (own.says(Definition.HIDDEN)) {
            traits.remove(Trait.HIDDEN);
        }
        FLAGS.forEach((flag, trait) -> {
            if (own.flag(flag)) {
                traits.add(trait);
            }
        });
        return of(
                field.name(),
                ChoiceLists.merge(field.type(), own, learnt),
                traits,
                own.says(Definition.DEFAULT) ? own.value(Definition.DEFAULT) : field.initial(),
                own.label(Definition.LABEL).orElse(field.label()),
                own.label(Definition.HELP).orElse(field.help()),
                field.repeats());
    }

    private static <T> Field<T> of(
            String name,
            FieldType<T> type,
            Set<Trait> traits,
            @Nullable Object initial,
            Label label,
            @Nullable Label help,
            @Nullable String repeats) {
        return new Field<>(name, type, traits, initial, label, help, repeats, null);
    }
}
