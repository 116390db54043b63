package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Op;
import io.hemai.kernel.china.Region;
import io.hemai.kernel.china.Regions;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A province, city or district of China by its six-digit code; an open one also takes other places as they are written.
 * {@code eq} and {@code in} compare the code itself, {@code starts_with} a region asks for all places within it.
 */
@Component
public final class RegionType extends StringType {
    private static final int LONGEST = 100;

    private final boolean open;

    public RegionType() {
        this(false);
    }

    public RegionType(boolean open) {
        this.open = open;
    }

    @Override
    public String code() {
        return "region";
    }

    @Override
    public Comparison comparison() {
        return Comparison.CODE;
    }

    /** Whether it also takes places that are no regions of China. */
    public boolean open() {
        return open;
    }

    /** A code or a name that means one region only, such as 上海 or 浙江省杭州市. */
    @Override
    public Coerced<String> coerce(Object raw, ValueContext context) {
        return switch (Texts.line(raw, LONGEST)) {
            case Coerced.Good<String>(var text) when text != null -> place(text);
            case Coerced<String> other -> other;
        };
    }

    private Coerced<String> place(String text) {
        Optional<Region> found = Regions.byCode(text).or(() -> Regions.find(text));
        if (found.isPresent()) {
            return Coerced.good(found.get().code());
        }
        return open ? Coerced.good(text) : Coerced.bad(MetadataError.UNKNOWN_REGION, text);
    }

    /** For {@code starts_with} the digits that all places within the region begin with: 33 for Zhejiang. */
    @Override
    public Coerced<?> operand(Op op, Object raw, ValueContext context) {
        return switch (coerce(raw, context)) {
            case Coerced.Good<String>(var code)
            when op == Op.STARTS_WITH && code != null ->
                Coerced.good(Regions.byCode(code).map(Region::prefix).orElse(code));
            case Coerced<String> other -> other;
        };
    }

    @Override
    public String text(String value, ValueContext reader) {
        return Regions.label(value, reader.locale());
    }

    @Override
    public String masked(String value) {
        return "***";
    }

    @Override
    public Map<String, Object> schema() {
        return open ? Schemas.line(LONGEST) : Schemas.text("pattern", "^[0-9]{6}$", "examples", List.of("330106"));
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.line(LONGEST);
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("open", open);
    }

    @Override
    public FieldType<String> configured(Map<String, Object> given) {
        Settings settings = new Settings(code(), given);
        RegionType made = new RegionType(settings.flag("open", false));
        settings.end();
        return made;
    }
}
