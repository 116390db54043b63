package io.hemai.metadata.fieldtype;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;

class IdTypeTests extends FieldTypeContract<RecordId> {
    @Override
    FieldType<RecordId> type() {
        return new IdType();
    }

    @Override
    List<Example> taken() {
        return List.of(of("0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001", "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001", "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001"));
    }

    @Override
    List<Example> refused() {
        return List.of(of("x", MetadataError.INVALID_ID));
    }
}
