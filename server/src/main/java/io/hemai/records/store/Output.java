package io.hemai.records.store;

import io.hemai.metadata.Field;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.StoredFileType;
import io.hemai.records.query.Reached;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One member of the answer: the columns it is read from and how it becomes JSON.
 *
 * @param name the key in the answer
 * @param label for links the column with the target's name, which is null when it may not be read; for files the one with what
 *     is known of them; else null
 * @param names for links what is shown of such names; null when they are not names of an object's records
 */
record Output<T>(
        String name,
        Field<T> field,
        List<org.jooq.Field<?>> columns,
        org.jooq.@Nullable Field<String> label,
        @Nullable NameSight names,
        boolean seen) {
    private static final org.jooq.Field<String> NO_LABEL = DSL.inline("");

    /** Where the version stands; every record begins with its id and version. */
    static final int VERSION_COLUMN = 2;

    /** What the outputs are read from, in their order and by names of their own. */
    static List<org.jooq.Field<?>> columns(List<Output<?>> outputs) {
        List<org.jooq.Field<?>> columns = new ArrayList<>();
        outputs.forEach(output -> {
            columns.addAll(output.columns());
            if (output.label() != null) {
                columns.add(output.label());
            }
        });
        List<org.jooq.Field<?>> named = new ArrayList<>();
        columns.forEach(column -> named.add(column.as("c" + (named.size() + 1))));
        return named;
    }

    /** Writes the current row and answers the column after its last. */
    static int write(List<Output<?>> outputs, ResultColumns row, JsonGenerator json) {
        int at = 1;
        json.writeStartObject();
        for (Output<?> output : outputs) {
            output.write(row, at, json);
            at += output.width();
        }
        json.writeEndObject();
        return at;
    }

    /** A field of which nothing but its value is read. */
    static Output<?> of(Reached reached, List<org.jooq.Field<?>> columns) {
        return new Output<>(reached.path(), reached.field(), columns, null, null, reached.seen());
    }

    /** A link with what it leads to. */
    static Output<?> of(
            Reached reached, List<org.jooq.Field<?>> columns, org.jooq.Field<String> label, @Nullable NameSight names) {
        return new Output<>(reached.path(), reached.field(), columns, label, names, reached.seen());
    }

    /** The same for a statement that is rendered and kept: without what it was read from, which is large. */
    Output<T> rendered() {
        return new Output<>(
                name,
                field,
                Collections.nCopies(columns.size(), DSL.noField()),
                label == null ? null : NO_LABEL,
                names,
                seen);
    }

    /** How many columns it takes in the result. */
    int width() {
        return columns.size() + (label == null ? 0 : 1);
    }

    /** The field's value in the current row, from its first column on. */
    @Nullable
    T load(ResultColumns row, int first) {
        return field.type().load(row.at(first));
    }

    /** Writes the member. */
    void write(ResultColumns row, int first, JsonGenerator json) {
        json.writeName(name);
        T value = load(row, first);
        if (value == null) {
            json.writeNull();
        } else if (!seen) {
            json.writeString(field.type().masked(value));
        } else if (field.type() instanceof LinkType) {
            writeLink(value.toString(), row.at(first + columns.size()).text(0), json);
        } else if (field.type() instanceof StoredFileType) {
            FileFacts.of(row.at(first + columns.size()).text(0)).write(value.toString(), json);
        } else {
            field.type().write(value, json);
        }
    }

    /** The member as a person may see it. */
    Shown shown(ResultColumns row, int first) {
        T value = load(row, first);
        if (value == null) {
            return new Shown(field, null, "");
        }
        if (!seen) {
            return new Shown(field, null, field.type().masked(value));
        }
        if (label != null) {
            String text = row.at(first + columns.size()).text(0);
            String told =
                    field.type() instanceof StoredFileType ? FileFacts.of(text).name() : text;
            return new Shown(field, null, told == null ? "" : shown(told));
        }
        return new Shown(field, value, null);
    }

    private String shown(String text) {
        return names == null ? text : names.shown(text);
    }

    private void writeLink(String id, @Nullable String text, JsonGenerator json) {
        json.writeStartObject();
        if (label != null && text == null) {
            json.writeBooleanProperty("hidden", true);
        } else {
            json.writeStringProperty("id", id);
            if (text != null) {
                json.writeStringProperty("label", shown(text));
            }
        }
        json.writeEndObject();
    }
}
