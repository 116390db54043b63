package io.hemai.metadata.fieldtype;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.Worded;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Column;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.ValueContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A record of another object. {@code {"external_id"}} is resolved by the write before this type sees it.
 *
 * @param code {@code link}, or {@code user} and {@code department} for those two objects
 * @param target name of the object it leads to
 * @param onDelete what becomes of this record when the other is deleted
 * @param inverse what the other object calls the records that lead to it, such as {@code contacts}
 * @param followed whether who may see the other record may see this one
 */
public record LinkType(String code, String target, OnDelete onDelete, String inverse, boolean followed)
        implements FieldType<RecordId> {
    private static final String LINK = "link";
    private static final String TARGET = "target";
    private static final String NAME_FORM = "a–z, 0–9, _";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final List<Column> COLUMNS = List.of(Column.of(ColumnKind.UUID));

    @Override
    public Comparison comparison() {
        return Comparison.REFERENCE;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
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
            case Map<?, ?> reference when reference.get("id") instanceof String id -> coerce(id, context);
            default -> Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.link"));
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

    /** Writes the bare id; answers with labels are written by the page that read them. */
    @Override
    public void write(RecordId value, JsonGenerator json) {
        json.writeString(value.toString());
    }

    @Override
    public String text(RecordId value, ValueContext reader) {
        return value.toString();
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.id();
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.any(
                Schemas.id(), Schemas.having("id", Schemas.id()), Schemas.having("external_id", Schemas.text()));
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(
                TARGET,
                target,
                "on_delete",
                onDelete.name().toLowerCase(Locale.ROOT),
                "inverse",
                inverse,
                "followed",
                followed);
    }

    /** A link needs a target, which the caller finds to exist or not; a user or department is one already. */
    @Override
    public FieldType<RecordId> configured(Map<String, Object> given) {
        Settings settings = new Settings(code, given);
        String leadsTo = settings.text(
                TARGET, target, name -> free() ? NAME.matcher(name).matches() : name.equals(target), NAME_FORM);
        if (leadsTo.isEmpty()) {
            throw Refusal.ofField(TARGET, MetadataError.TARGET_MISSING);
        }
        OnDelete act = settings.constant("on_delete", OnDelete.class);
        LinkType made = new LinkType(
                code,
                leadsTo,
                act == null ? onDelete : act,
                settings.text(
                        "inverse",
                        inverse,
                        name -> name.isEmpty() || NAME.matcher(name).matches(),
                        NAME_FORM),
                settings.flag("followed", followed));
        settings.end();
        return made;
    }

    private boolean free() {
        return code.equals(LINK);
    }

    /** The prototypes that custom fields are made from: {@code link}, which still leads nowhere, and two that know where. */
    static List<LinkType> prototypes() {
        return List.of(
                new LinkType(LINK, "", OnDelete.CLEAR, "", false),
                new LinkType("user", "user", OnDelete.CLEAR, "", false),
                new LinkType("department", "department", OnDelete.CLEAR, "", false));
    }
}
