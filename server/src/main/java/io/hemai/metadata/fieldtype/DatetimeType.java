package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Worded;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** A moment, ISO 8601 with offset in JSON, kept to the microsecond. */
@Component
public final class DatetimeType extends SingleColumnType<Instant> {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    public DatetimeType() {
        super(ColumnKind.TIMESTAMPTZ);
    }

    @Override
    public String code() {
        return "datetime";
    }

    @Override
    public Comparison comparison() {
        return Comparison.INSTANT;
    }

    @Override
    public Coerced<Instant> coerce(Object raw, ValueContext context) {
        return switch (raw) {
            case Instant moment -> Dates.bounded(moment);
            case String s when s.isBlank() -> Coerced.good(null);
            case String s -> iso(Texts.stripped(s));
            default -> Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.datetime"));
        };
    }

    /** A local time is refused otherwise than nonsense: the client forgot to say where. */
    private static Coerced<Instant> iso(String text) {
        try {
            return switch (ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
                case OffsetDateTime moment -> Dates.bounded(moment.toInstant());
                default -> Coerced.bad(MetadataError.NO_OFFSET, text, Dates.MOMENT_EXAMPLE);
            };
        } catch (DateTimeException _) {
            return Coerced.bad(MetadataError.NOT_A_DATE, text, Dates.MOMENT_EXAMPLE);
        }
    }

    @Override
    public boolean canReadBy(String format) {
        return DatePatterns.tellsDays(format);
    }

    @Override
    public Coerced<Instant> read(String cell, @Nullable String format, ValueContext context) {
        return Dates.moment(cell, format, context.zone());
    }

    @Override
    public @Nullable Instant load(ColumnReader columns) {
        return columns.instant(0);
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.text("format", "date-time", "examples", List.of("2027-03-31T01:30:00Z"));
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.text("format", "date-time", "examples", List.of("2027-03-31T09:30:00+08:00"));
    }

    @Override
    public void write(Instant value, JsonGenerator json) {
        json.writeString(value.toString());
    }

    /** In the reader's zone, to the second. */
    @Override
    public String text(Instant value, ValueContext reader) {
        return LOCAL.format(value.atZone(reader.zone()));
    }
}
