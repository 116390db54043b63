package io.hemai.metadata.fieldtype;

import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;

class BooleanTypeTests extends FieldTypeContract<Boolean> {
    @Override
    FieldType<Boolean> type() {
        return new BooleanType();
    }

    @Override
    List<Example> taken() {
        return List.of(of(true, true), of(false, false));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("是", true), of("YES", true), of(" 0 ", false), of("×", false));
    }

    @Override
    List<Example> refused() {
        return List.of(of("true", MetadataError.WRONG_TYPE), of(1, MetadataError.WRONG_TYPE));
    }
}
