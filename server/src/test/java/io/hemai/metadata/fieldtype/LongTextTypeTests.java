package io.hemai.metadata.fieldtype;

import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;

class LongTextTypeTests extends FieldTypeContract<String> {
    @Override
    FieldType<String> type() {
        return new LongTextType(100);
    }

    @Override
    List<Example> taken() {
        return List.of(of("一\r\n二\r三\tx", "一\n二\n三\tx"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of(" a\nb ", "a\nb"));
    }

    @Override
    List<Example> refused() {
        return List.of(of("x".repeat(101), MetadataError.TOO_LONG));
    }
}
