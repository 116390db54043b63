package io.hemai.metadata.fieldtype;

import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;
import java.util.stream.IntStream;

class TagsTypeTests extends FieldTypeContract<List<String>> {
    @Override
    FieldType<List<String>> type() {
        return new TagsType();
    }

    @Override
    List<Example> taken() {
        return List.of(of(List.of("VIP", "老客户", "vip", "ＶＩＰ"), List.of("VIP", "老客户")), of(List.of(" "), null));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("VIP，展会", List.of("VIP", "展会")));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of("VIP", MetadataError.WRONG_TYPE),
                of(List.of("x".repeat(51)), MetadataError.TOO_LONG),
                of(IntStream.range(0, 51).mapToObj(i -> "t" + i).toList(), MetadataError.TOO_MANY),
                of(List.of("a\u0000"), MetadataError.CONTROL_CHARACTERS));
    }
}
