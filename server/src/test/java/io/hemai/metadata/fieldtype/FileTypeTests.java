package io.hemai.metadata.fieldtype;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;

class FileTypeTests extends FieldTypeContract<RecordId> {
    private static final String ID = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001";

    @Override
    FieldType<RecordId> type() {
        return new FileType();
    }

    @Override
    List<Example> taken() {
        return List.of(of(ID, ID), of(map("id", ID, "name", "a.pdf", "size", 5, "type", "application/pdf"), ID));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of(ID, ID));
    }

    @Override
    List<Example> refused() {
        return List.of(of("a.pdf", MetadataError.INVALID_ID), of(5, MetadataError.WRONG_TYPE));
    }
}
