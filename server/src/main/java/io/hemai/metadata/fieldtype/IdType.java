package io.hemai.metadata.fieldtype;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Worded;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The identity of the record itself. */
public final class IdType extends SingleColumnType<RecordId> {
    public IdType() {
        super(ColumnKind.UUID);
    }

    @Override
    public String code() {
        return "id";
    }

    @Override
    public Comparison comparison() {
        return Comparison.REFERENCE;
    }

    @Override
    public Coerced<RecordId> coerce(Object raw, ValueContext context) {
        return switch (raw) {
            case RecordId id -> Coerced.good(id);
            case String s when s.isBlank() -> Coerced.good(null);
            case String s ->
                RecordId.parse(s.strip())
                        .<Coerced<RecordId>>map(Coerced::good)
                        .orElseGet(() -> Coerced.bad(MetadataError.INVALID_ID, s));
            default -> Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.id"));
        };
    }

    @Override
    public Object[] store(RecordId value, ValueContext context) {
        return new Object[] {value.value()};
    }

    @Override
    public @Nullable RecordId load(ColumnReader columns) {
        UUID id = columns.uuid(0);
        return id == null ? null : new RecordId(id);
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.id();
    }

    @Override
    public void write(RecordId value, JsonGenerator json) {
        json.writeString(value.toString());
    }
}
