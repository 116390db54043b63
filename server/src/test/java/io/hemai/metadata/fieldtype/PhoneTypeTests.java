package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.text.TextError;
import io.hemai.metadata.FieldType;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhoneTypeTests extends FieldTypeContract<String> {
    @Override
    FieldType<String> type() {
        return new PhoneType();
    }

    @Override
    List<Example> taken() {
        return List.of(
                of("138 0013 8000", "+8613800138000"),
                of("+44 20 7946 0018", "+442079460018"),
                of("021-61001234转801", "+862161001234;ext=801"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("１３８-００１３-８０００", "+8613800138000"));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of("1380013800", TextError.PHONE_TOO_SHORT),
                of("61001234", TextError.PHONE_NO_AREA_CODE),
                of("ask him", TextError.PHONE_NOT_A_NUMBER));
    }

    @Test
    void maskKeepsBeginningAndEnd() {
        assertThat(type().masked("+8613800138888")).isEqualTo("138****8888");
    }
}
