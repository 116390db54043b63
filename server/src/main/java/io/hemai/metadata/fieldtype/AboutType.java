package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Worded;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Column;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What a record is about: a record of whichever object, written {@code {"object","id"}}. Filters ask for the id alone, which is
 * enough. Whether there is such a record is for the rule that knows the field; the database keeps no foreign key of it.
 */
public final class AboutType implements FieldType<About> {
    private static final String OBJECT = "object";
    private static final String ID = "id";
    private static final Set<String> PARTS = Set.of(OBJECT, ID);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final List<Column> COLUMNS =
            List.of(new Column("_id", ColumnKind.UUID), new Column("_object", ColumnKind.TEXT));

    @Override
    public String code() {
        return "about";
    }

    @Override
    public Comparison comparison() {
        return Comparison.REFERENCE;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Coerced<About> coerce(Object raw, ValueContext context) {
        return switch (raw) {
            case About about -> Coerced.good(about);
            case String text when text.isBlank() -> Coerced.good(null);
            case Map<?, ?> parts
            when PARTS.containsAll(parts.keySet())
                    && parts.get(OBJECT) instanceof String object
                    && parts.get(ID) instanceof String id -> of(object.strip(), id.strip());
            default -> Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.about"));
        };
    }

    private static Coerced<About> of(String object, String id) {
        if (!NAME.matcher(object).matches()) {
            return Coerced.bad(MetadataError.INVALID_ID, object);
        }
        return RecordId.parse(id)
                .<Coerced<About>>map(known -> Coerced.good(new About(object, known)))
                .orElseGet(() -> Coerced.bad(MetadataError.INVALID_ID, id));
    }

    @Override
    public Coerced<?> operand(Op op, Object raw, ValueContext context) {
        return switch (raw) {
            case RecordId id -> Coerced.good(id);
            case About about -> Coerced.good(about.id());
            case String text when text.isBlank() -> Coerced.good(null);
            case String text ->
                RecordId.parse(text.strip())
                        .<Coerced<RecordId>>map(Coerced::good)
                        .orElseGet(() -> Coerced.bad(MetadataError.INVALID_ID, text));
            default ->
                switch (coerce(raw, context)) {
                    case Coerced.Good<About>(var about) -> Coerced.good(about == null ? null : about.id());
                    case Coerced.Bad<About> bad -> bad;
                };
        };
    }

    @Override
    public Object[] store(About value, ValueContext context) {
        return new Object[] {value.id().value(), value.object()};
    }

    @Override
    public @Nullable About load(ColumnReader columns) {
        UUID id = columns.uuid(0);
        String object = columns.text(1);
        return id == null || object == null ? null : new About(object, new RecordId(id));
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.object(
                Schemas.of(
                        OBJECT,
                        Schemas.text("pattern", "^" + NAME + "$", "examples", List.of("lead")),
                        ID,
                        Schemas.id()),
                List.of(OBJECT, ID));
    }

    @Override
    public void write(About value, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty(OBJECT, value.object());
        json.writeStringProperty(ID, value.id().toString());
        json.writeEndObject();
    }

    @Override
    public String text(About value, ValueContext reader) {
        return value.object() + " " + value.id();
    }
}
