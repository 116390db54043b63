package io.hemai.metadata;

import io.hemai.kernel.Label;
import io.hemai.metadata.fieldtype.ListsChoices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what the modules declare into the objects that every tenant starts with, with their labels. */
@Component
final class Declarations {
    private final Wording wording;
    private final ObjectTypes declared;

    Declarations(List<StandardObject> objects, Wording wording) {
        this.wording = wording;
        this.declared = new ObjectTypes(objects.stream().map(this::declare).toList());
    }

    /** The objects of a tenant that changed nothing. */
    ObjectTypes objects() {
        return declared;
    }

    private ObjectType declare(StandardObject object) {
        List<Field<?>> fields = new ArrayList<>();
        CommonFields.of(object.traits().contains(ObjectTrait.OWNED))
                .forEach(f -> fields.add(labelled(f, "common." + f.name())));
        object.fields().forEach(f -> fields.add(labelled(f, object.name() + "." + f.name())));
        return new ObjectType(
                object.name(),
                object.module(),
                wording.label(object.name()),
                wording.label(object.name() + ".plural"),
                Look.USUAL.withColumns(object.columns()),
                object.traits(),
                fields,
                object.sections().stream()
                        .map(section -> labelled(object.name(), section))
                        .toList());
    }

    private Section labelled(String object, Section section) {
        return new Section(section.name(), wording.label(object + ".section." + section.name()), section.fields());
    }

    private <T> Field<T> labelled(Field<T> field, String key) {
        Field<T> typed = field.type() instanceof ListsChoices choices
                ? field.retyped(choices.labelled(c -> c.labelled(wording.label(key + "." + c.code()))))
                : field;
        return typed.labelled(wording.label(key), help(key + ".help"));
    }

    private @Nullable Label help(String key) {
        return wording.has(key) ? wording.label(key) : null;
    }
}
