package io.hemai.metadata.fieldtype;

import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;

class MultiChoiceTypeTests extends FieldTypeContract<List<String>> {
    @Override
    FieldType<List<String>> type() {
        return MultiChoiceType.listing(false, List.of("red", "green", "blue"));
    }

    @Override
    List<Example> taken() {
        return List.of(
                of(List.of("blue", "red", "blue"), List.of("red", "blue")),
                of(List.of(), null),
                of(List.of("", "green"), List.of("green")));
    }

    @Override
    List<Example> takenCells() {
        return List.of(
                of("Blue、red", List.of("red", "blue")),
                of("green", List.of("green")),
                of("red; ;blue", List.of("red", "blue")));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of("red", MetadataError.WRONG_TYPE),
                of(List.of("red", "pink"), MetadataError.UNKNOWN_CHOICE),
                of(List.of(1), MetadataError.WRONG_TYPE));
    }
}
