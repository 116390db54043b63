package io.hemai.metadata.schema;

import java.util.List;
import java.util.Optional;

/** A table as metadata asks for it. */
record TableShape(String name, List<ColumnShape> columns, List<IndexShape> indexes, List<ReferenceShape> references) {
    TableShape {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        references = List.copyOf(references);
    }

    Optional<ReferenceShape> reference(String column) {
        return references.stream().filter(r -> r.column().equals(column)).findFirst();
    }
}
