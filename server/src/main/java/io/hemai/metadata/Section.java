package io.hemai.metadata;

import io.hemai.kernel.Label;
import java.util.List;

/**
 * Fields that stand together on pages and in forms.
 *
 * @param name by which the module's texts call it, {@code <object>.section.<name>}
 * @param fields their names, in order
 */
public record Section(String name, Label label, List<String> fields) {
    public Section {
        fields = List.copyOf(fields);
    }
}
