package io.hemai.metadata.fieldtype;

import io.hemai.metadata.Coerced;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** One to five stars. */
@Component
public final class RatingType extends SingleColumnType<Long> {
    private static final int MOST = 5;
    private static final Pattern STARS = Pattern.compile("[★⭐]{1,5}[☆]{0,4}");

    private final IntegerType number = new IntegerType();

    public RatingType() {
        super(ColumnKind.BIGINT);
    }

    @Override
    public String code() {
        return "rating";
    }

    @Override
    public Comparison comparison() {
        return Comparison.NUMBER;
    }

    @Override
    public Coerced<Long> coerce(Object raw, ValueContext context) {
        return bounded(number.coerce(raw, context));
    }

    @Override
    public Coerced<Long> read(String cell, @Nullable String format, ValueContext context) {
        String stars = Texts.stripped(cell);
        return STARS.matcher(stars).matches()
                ? Coerced.good(stars.chars().filter(c -> c != '☆').count())
                : bounded(number.read(cell, format, context));
    }

    private static Coerced<Long> bounded(Coerced<Long> given) {
        return switch (given) {
            case Coerced.Good<Long>(var stars)
            when stars != null && (stars < 1 || stars > MOST) -> Coerced.bad(MetadataError.NOT_A_RATING, stars, MOST);
            case Coerced<Long> other -> other;
        };
    }

    @Override
    public @Nullable Long load(ColumnReader columns) {
        return columns.integer(0);
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.of("type", "integer", "minimum", 1, "maximum", MOST);
    }

    @Override
    public void write(Long value, JsonGenerator json) {
        json.writeNumber(value.longValue());
    }
}
