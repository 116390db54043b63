package io.hemai.metadata.fieldtype;

import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A field type whose values are text as it stands in column and JSON. */
abstract class StringType extends SingleColumnType<String> {
    StringType() {
        super(ColumnKind.TEXT);
    }

    @Override
    public Comparison comparison() {
        return Comparison.TEXT;
    }

    @Override
    public @Nullable String load(ColumnReader columns) {
        return columns.text(0);
    }

    @Override
    public void write(String value, JsonGenerator json) {
        json.writeString(value);
    }

    @Override
    public String masked(String value) {
        return Texts.masked(value);
    }
}
