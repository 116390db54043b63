package io.hemai.metadata.fieldtype;

import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.math.BigDecimal;
import java.util.List;

class IntegerTypeTests extends FieldTypeContract<Long> {
    @Override
    FieldType<Long> type() {
        return new IntegerType();
    }

    @Override
    List<Example> taken() {
        return List.of(
                of(42, 42), of(-7L, -7), of(new BigDecimal("5.0"), 5), of(new BigDecimal("1e3"), 1000), of(2.0, 2));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("1,234", 1234), of("１２", 12), of("(35)", -35), of("12.", 12));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of(new BigDecimal("1.5"), MetadataError.TOO_PRECISE),
                of(new BigDecimal("1e999999999"), MetadataError.OUT_OF_RANGE),
                of(new BigDecimal("1e-999999999"), MetadataError.TOO_PRECISE),
                of(Double.NaN, MetadataError.NOT_A_NUMBER),
                of("5", MetadataError.WRONG_TYPE));
    }
}
