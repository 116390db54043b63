package io.hemai.metadata.fieldtype;

import io.hemai.kernel.text.Checked;
import io.hemai.kernel.text.Phone;
import io.hemai.kernel.text.Phones;
import io.hemai.kernel.text.TextError;
import io.hemai.metadata.ValueContext;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A phone number in E.164 such as {@code +8613800138000}; an extension follows as {@code ;ext=801} (RFC 3966). */
@Component
public final class PhoneType extends CheckedTextType {
    private static final String EXTENSION = ";ext=";

    private final boolean mobile;

    public PhoneType() {
        this(false);
    }

    private PhoneType(boolean mobile) {
        this.mobile = mobile;
    }

    /** For numbers of mobiles: who mistypes one is not asked for an area code. Other numbers are taken as well. */
    public static PhoneType ofMobiles() {
        return new PhoneType(true);
    }

    @Override
    public String code() {
        return "phone";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.text("pattern", "^\\+[0-9]{3,15}(;ext=[0-9]+)?$", "examples", List.of("+8613800138000"));
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.text("examples", List.of("138 0013 8000"));
    }

    @Override
    Checked<String> check(String typed, ValueContext context) {
        return switch (Phones.check(typed, context.country())) {
            case Checked.Valid<Phone>(var phone) -> new Checked.Valid<>(stored(phone));
            case Checked.Invalid<Phone>(var error, var arguments) -> new Checked.Invalid<>(advice(error), arguments);
        };
    }

    private TextError advice(TextError error) {
        return mobile && error == TextError.PHONE_NO_AREA_CODE ? TextError.PHONE_MOBILE_DIGITS : error;
    }

    private static String stored(Phone phone) {
        return phone.extension().isEmpty() ? phone.e164() : phone.e164() + EXTENSION + phone.extension();
    }

    @Override
    public String masked(String value) {
        return Phones.masked(value);
    }
}
