package io.hemai.metadata.fieldtype;

import io.hemai.kernel.text.TextError;
import io.hemai.metadata.FieldType;
import java.util.List;

class CreditCodeTextTests extends FieldTypeContract<String> {
    @Override
    FieldType<String> type() {
        return new TextType().checking(TextForm.CREDIT_CODE);
    }

    @Override
    List<Example> taken() {
        return List.of(
                of("91350100M000100Y43", "91350100M000100Y43"), of("9135 0100 m000 100y 43", "91350100M000100Y43"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43"));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of("91350100M000100Y44", TextError.CREDIT_CODE_CHECK_DIGIT), of("9135", TextError.CREDIT_CODE_LENGTH));
    }
}
