package io.hemai.shaping;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.custom.CompanyShapes;
import io.hemai.metadata.custom.CustomFields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The fields that the company added, and what it changed of delivered ones. */
@Component
@Order(20)
final class FieldsPart implements ConfigurationPart {
    private final CompanyShapes shapes;
    private final CustomFields fields;
    private final FormulaRights formulas;
    private final Metadata metadata;
    private final MetaDesk desk;

    FieldsPart(CompanyShapes shapes, CustomFields fields, FormulaRights formulas, Metadata metadata, MetaDesk desk) {
        this.shapes = shapes;
        this.fields = fields;
        this.formulas = formulas;
        this.metadata = metadata;
        this.desk = desk;
    }

    @Override
    public String section() {
        return "fields";
    }

    @Override
    public void require() {
        desk.author();
    }

    @Override
    public Map<String, Map<String, @Nullable Object>> said() {
        return new LinkedHashMap<>(shapes.fields());
    }

    @Override
    public void add(String key, Map<String, @Nullable Object> wanted) {
        String object = object(key);
        String field = field(key);
        if (metadata.current().require(object).field(field).isPresent()) {
            fields.change(object, field, wanted, desk.author());
        } else {
            Map<String, @Nullable Object> sent = new LinkedHashMap<>(wanted);
            sent.put("name", field);
            formulas.require(object, sent);
            fields.add(object, sent, desk.author());
        }
    }

    @Override
    public void change(String key, Map<String, @Nullable Object> changed, Map<String, @Nullable Object> wanted) {
        Map<String, @Nullable Object> sent = Consent.with(changed, wanted);
        formulas.require(object(key), sent);
        fields.change(object(key), field(key), sent, desk.author());
    }

    private static String object(String key) {
        int dot = key.indexOf('.');
        if (dot < 1) {
            throw Refusal.of(MetadataError.UNKNOWN_FIELD, "", key);
        }
        return key.substring(0, dot);
    }

    private static String field(String key) {
        return key.substring(key.indexOf('.') + 1);
    }
}
