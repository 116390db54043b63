package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTypeTests extends FieldTypeContract<String> {
    @Override
    FieldType<String> type() {
        return new TextType(20);
    }

    @Override
    List<Example> taken() {
        return List.of(
                of("西湖龙井", "西湖龙井"),
                of(" two\nlines\u00A0", "two lines"),
                of("\u200B", null),
                of("😀".repeat(20), "😀".repeat(20)));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("\uFEFF a ", "a"));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of("😀".repeat(21), MetadataError.TOO_LONG),
                of("bell\u0007", MetadataError.CONTROL_CHARACTERS),
                of("nul\u0000", MetadataError.CONTROL_CHARACTERS),
                of("half \uD83D pair", MetadataError.CONTROL_CHARACTERS));
    }

    @Test
    void maskKeepsTheFirstCharacter() {
        assertThat(type().masked("西湖龙井")).isEqualTo("西***");
        assertThat(type().masked("😀😀")).isEqualTo("😀***");
    }
}
