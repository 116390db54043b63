package io.hemai.shaping;

import io.hemai.metadata.Metadata;
import io.hemai.metadata.custom.CompanyShapes;
import io.hemai.metadata.custom.CustomObjects;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The objects that the company added, and how it calls and shows delivered ones. */
@Component
@Order(10)
final class ObjectsPart implements ConfigurationPart {
    private final CompanyShapes shapes;
    private final CustomObjects objects;
    private final Metadata metadata;
    private final MetaDesk desk;

    ObjectsPart(CompanyShapes shapes, CustomObjects objects, Metadata metadata, MetaDesk desk) {
        this.shapes = shapes;
        this.objects = objects;
        this.metadata = metadata;
        this.desk = desk;
    }

    @Override
    public String section() {
        return "objects";
    }

    @Override
    public void require() {
        desk.author();
    }

    @Override
    public Map<String, Map<String, @Nullable Object>> said() {
        return new LinkedHashMap<>(shapes.objects());
    }

    @Override
    public void add(String key, Map<String, @Nullable Object> wanted) {
        if (metadata.current().find(key).isPresent()) {
            objects.change(key, wanted, desk.author());
        } else {
            Map<String, @Nullable Object> sent = new LinkedHashMap<>(wanted);
            sent.put("name", key);
            objects.add(sent, desk.author());
        }
    }

    @Override
    public void change(String key, Map<String, @Nullable Object> changed, Map<String, @Nullable Object> wanted) {
        objects.change(key, changed, desk.author());
    }
}
