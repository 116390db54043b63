package io.hemai.metadata.fieldtype;

import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;

class RatingTypeTests extends FieldTypeContract<Long> {
    @Override
    FieldType<Long> type() {
        return new RatingType();
    }

    @Override
    List<Example> taken() {
        return List.of(of(1, 1), of(5, 5));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("3", 3), of("★★★☆☆", 3), of("⭐⭐", 2));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of(0, MetadataError.NOT_A_RATING),
                of(6, MetadataError.NOT_A_RATING),
                of(2.5, MetadataError.TOO_PRECISE),
                of("3", MetadataError.WRONG_TYPE));
    }
}
