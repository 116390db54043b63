package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnumTypeTests extends FieldTypeContract<EnumTypeTests.Rank> {
    enum Rank {
        VIP,
        NOT_YET
    }

    @Override
    FieldType<EnumTypeTests.Rank> type() {
        return new EnumType<>(Rank.class);
    }

    @Override
    List<Example> taken() {
        return List.of(of("vip", "vip"), of("not_yet", "not_yet"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("VIP", "vip"));
    }

    @Override
    List<Example> refused() {
        return List.of(of("VIP", MetadataError.UNKNOWN_CHOICE));
    }

    @Test
    void valuesCannotBeAddedOrTaken() {
        assertThatThrownBy(() -> type().configured(map("choices", List.of(map("code", "vip")))))
                .isInstanceOf(Refusal.class);
    }
}
