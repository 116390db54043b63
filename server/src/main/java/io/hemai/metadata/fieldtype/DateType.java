package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Worded;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** A calendar day, the same for everybody. */
@Component
public final class DateType extends SingleColumnType<LocalDate> {
    public DateType() {
        super(ColumnKind.DATE);
    }

    @Override
    public String code() {
        return "date";
    }

    @Override
    public Comparison comparison() {
        return Comparison.DATE;
    }

    @Override
    public Coerced<LocalDate> coerce(Object raw, ValueContext context) {
        return switch (raw) {
            case LocalDate day -> Dates.bounded(day);
            case String s when s.isBlank() -> Coerced.good(null);
            case String s -> iso(s);
            default -> Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.date"));
        };
    }

    @Override
    public boolean canReadBy(String format) {
        return DatePatterns.tellsDays(format);
    }

    @Override
    public Coerced<LocalDate> read(String cell, @Nullable String format, ValueContext context) {
        return Dates.day(cell, format);
    }

    private static Coerced<LocalDate> iso(String text) {
        try {
            return Dates.bounded(LocalDate.parse(Texts.stripped(text)));
        } catch (DateTimeParseException notADate) {
            return Coerced.bad(MetadataError.NOT_A_DATE, text, Dates.DAY_EXAMPLE);
        }
    }

    @Override
    public @Nullable LocalDate load(ColumnReader columns) {
        return columns.date(0);
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.text("format", "date", "examples", List.of("2027-03-31"));
    }

    @Override
    public void write(LocalDate value, JsonGenerator json) {
        json.writeString(value.toString());
    }
}
