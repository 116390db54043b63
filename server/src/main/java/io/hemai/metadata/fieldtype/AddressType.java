package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Op;
import io.hemai.kernel.Worded;
import io.hemai.kernel.china.Regions;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Column;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** An address {@code {"region","street","postcode"}}; filters look into the street. */
@Component
public final class AddressType implements FieldType<Address> {
    private static final int LONGEST_STREET = 255;
    private static final int LONGEST_POSTCODE = 20;
    private static final String REGION = "region";
    private static final String STREET = "street";
    private static final String POSTCODE = "postcode";
    private static final Set<String> PARTS = Set.of(REGION, STREET, POSTCODE);
    private static final Pattern POSTCODE_LAST = Pattern.compile("(.*?)[\\s,，]*(?<![0-9])([0-9]{6})", Pattern.DOTALL);
    private static final int LONGEST_REGION = 40;
    private static final Map<String, Object> STREET_SCHEMA = Schemas.nullable(Schemas.line(LONGEST_STREET));
    private static final Map<String, Object> POSTCODE_SCHEMA = Schemas.nullable(Schemas.line(LONGEST_POSTCODE));
    private static final List<Column> COLUMNS = List.of(
            Column.of(ColumnKind.TEXT),
            new Column("_region", ColumnKind.TEXT),
            new Column("_postcode", ColumnKind.TEXT));

    private final RegionType regions = new RegionType();

    @Override
    public String code() {
        return "address";
    }

    @Override
    public Comparison comparison() {
        return Comparison.TEXT;
    }

    @Override
    public Set<Op> ops() {
        return Set.of(Op.CONTAINS, Op.STARTS_WITH, Op.EMPTY, Op.NOT_EMPTY);
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Coerced<Address> coerce(Object raw, ValueContext context) {
        return switch (raw) {
            case Address address -> Coerced.good(address);
            case String s when s.isBlank() -> Coerced.good(null);
            case Map<?, ?> parts when PARTS.containsAll(parts.keySet()) -> parts(parts, context);
            default -> Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.address"));
        };
    }

    private Coerced<Address> parts(Map<?, ?> parts, ValueContext context) {
        return whole(
                regions.coerce(part(parts, REGION), context),
                Texts.line(part(parts, STREET), LONGEST_STREET),
                Texts.line(part(parts, POSTCODE), LONGEST_POSTCODE));
    }

    private static Object part(Map<?, ?> parts, String name) {
        return Objects.requireNonNullElse(parts.get(name), "");
    }

    private static Coerced<Address> whole(Coerced<String> region, Coerced<String> street, Coerced<String> postcode) {
        if (region instanceof Coerced.Good<String>(var r)
                && street instanceof Coerced.Good<String>(var s)
                && postcode instanceof Coerced.Good<String>(var p)) {
            return Coerced.good(r == null && s == null && p == null ? null : new Address(r, s, p));
        }
        return Stream.of(region, street, postcode)
                .flatMap(part -> part instanceof Coerced.Bad<String>(var code, var args)
                        ? Stream.of(new Coerced.Bad<Address>(code, args))
                        : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    /** {@code 浙江省杭州市西湖区文三路1号 310012}: the longest beginning that names one region, the street, the postcode. */
    @Override
    public Coerced<Address> read(String cell, @Nullable String format, ValueContext context) {
        String text = Texts.stripped(cell);
        Matcher last = POSTCODE_LAST.matcher(text);
        String postcode = last.matches() ? last.group(2) : "";
        String place = last.matches() ? last.group(1) : text;
        Optional<String> named = beginning(place);
        String street = place.substring(named.map(String::length).orElse(0));
        return whole(
                regions.coerce(named.orElse(""), context),
                Texts.line(street, LONGEST_STREET),
                Texts.line(postcode, LONGEST_POSTCODE));
    }

    /** Only what ends as regions do counts: 上海路 is a street and no city. */
    private static Optional<String> beginning(String place) {
        for (int end = Math.min(place.length(), LONGEST_REGION); end > 1; end--) {
            String start = place.substring(0, end);
            if ("省市区县旗盟州 ".indexOf(start.charAt(end - 1)) >= 0
                    && Regions.find(start).isPresent()) {
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    /** The first column is filled even without a street, since by it an address is seen to be there. */
    @Override
    public @Nullable Object[] store(Address value, ValueContext context) {
        return new @Nullable Object[] {Objects.requireNonNullElse(value.street(), ""), value.region(), value.postcode()
        };
    }

    @Override
    public @Nullable Address load(ColumnReader columns) {
        String street = columns.text(0);
        String region = columns.text(1);
        String postcode = columns.text(2);
        boolean empty = (street == null || street.isEmpty()) && region == null && postcode == null;
        return empty ? null : new Address(region, street == null || street.isEmpty() ? null : street, postcode);
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.object(parts(regions.schema()), List.of(REGION, STREET, POSTCODE));
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.object(parts(regions.inputSchema()), List.of());
    }

    private static Map<String, Object> parts(Map<String, Object> region) {
        return Schemas.of(REGION, Schemas.nullable(region), STREET, STREET_SCHEMA, POSTCODE, POSTCODE_SCHEMA);
    }

    @Override
    public void write(Address value, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty(REGION, value.region());
        json.writeStringProperty(STREET, value.street());
        json.writeStringProperty(POSTCODE, value.postcode());
        json.writeEndObject();
    }

    /** Large to small in Chinese, small to large otherwise. */
    @Override
    public String text(Address value, ValueContext reader) {
        Locale locale = reader.locale();
        String region = value.region() == null ? "" : Regions.label(value.region(), locale);
        String street = Objects.requireNonNullElse(value.street(), "");
        boolean chinese = locale.getLanguage().equals("zh");
        String place = chinese ? region + street : joined(", ", street, region);
        return joined(" ", place, Objects.requireNonNullElse(value.postcode(), ""));
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }

    @Override
    public String masked(Address value) {
        return "***";
    }
}
