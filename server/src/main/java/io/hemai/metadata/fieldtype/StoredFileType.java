package io.hemai.metadata.fieldtype;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Worded;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A file that was stored before, by its id; whether there is such a file is asked by the write. */
public abstract class StoredFileType extends SingleColumnType<RecordId> implements HoldsFiles<RecordId> {
    StoredFileType() {
        super(ColumnKind.UUID);
    }

    @Override
    public final Comparison comparison() {
        return Comparison.PRESENCE;
    }

    /** The bare id, or the object that storing the file or reading the record answered. */
    @Override
    public final Coerced<RecordId> coerce(Object raw, ValueContext context) {
        return switch (raw) {
            case RecordId id -> Coerced.good(id);
            case String s when s.isBlank() -> Coerced.good(null);
            case String s ->
                RecordId.parse(s.strip())
                        .<Coerced<RecordId>>map(Coerced::good)
                        .orElseGet(() -> Coerced.bad(MetadataError.INVALID_ID, s));
            case Map<?, ?> file when file.get("id") instanceof String id -> coerce(id, context);
            default -> Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.file"));
        };
    }

    @Override
    public final List<RecordId> files(RecordId value) {
        return List.of(value);
    }

    @Override
    public final Object[] store(RecordId value, ValueContext context) {
        return new Object[] {value.value()};
    }

    @Override
    public final @Nullable RecordId load(ColumnReader columns) {
        UUID id = columns.uuid(0);
        return id == null ? null : new RecordId(id);
    }

    @Override
    public final Map<String, Object> schema() {
        return Schemas.id();
    }

    @Override
    public final Map<String, Object> inputSchema() {
        return Schemas.any(Schemas.id(), Schemas.having("id", Schemas.id()));
    }

    /** Writes the bare id; answers with name, size and type are written by the page that read them. */
    @Override
    public final void write(RecordId value, JsonGenerator json) {
        json.writeString(value.toString());
    }
}
