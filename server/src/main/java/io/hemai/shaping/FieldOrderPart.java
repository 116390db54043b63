package io.hemai.shaping;

import io.hemai.metadata.custom.CompanyShapes;
import io.hemai.metadata.custom.CustomObjects;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** In which order the fields of an object stand, once all of them are there. */
@Component
@Order(30)
final class FieldOrderPart implements ConfigurationPart {
    private final CompanyShapes shapes;
    private final CustomObjects objects;
    private final MetaDesk desk;

    FieldOrderPart(CompanyShapes shapes, CustomObjects objects, MetaDesk desk) {
        this.shapes = shapes;
        this.objects = objects;
        this.desk = desk;
    }

    @Override
    public String section() {
        return "field_order";
    }

    @Override
    public void require() {
        desk.author();
    }

    @Override
    public Map<String, Map<String, @Nullable Object>> said() {
        return new LinkedHashMap<>(shapes.orders());
    }

    @Override
    public void add(String key, Map<String, @Nullable Object> wanted) {
        objects.change(key, wanted, desk.author());
    }

    @Override
    public void change(String key, Map<String, @Nullable Object> changed, Map<String, @Nullable Object> wanted) {
        objects.change(key, changed, desk.author());
    }
}
