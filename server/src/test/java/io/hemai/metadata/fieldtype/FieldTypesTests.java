package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.Label;
import io.hemai.kernel.Op;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The types that administrators choose from. */
class FieldTypesTests {
    private static FieldTypes types = new FieldTypes(List.of());

    @ComponentScan(basePackageClasses = FieldTypes.class)
    static class Scan {}

    @BeforeAll
    static void findComponents() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Scan.class)) {
            types = context.getBean(FieldTypes.class);
        }
    }

    @Test
    void everyPromisedTypeIsThere() {
        assertThat(types.all().stream().map(FieldType::code))
                .containsExactly(
                        "address",
                        "auto_number",
                        "boolean",
                        "choice",
                        "date",
                        "datetime",
                        "decimal",
                        "department",
                        "email",
                        "file",
                        "image",
                        "integer",
                        "link",
                        "long_text",
                        "money",
                        "multi_choice",
                        "percent",
                        "phone",
                        "rating",
                        "region",
                        "rich_text",
                        "tags",
                        "text",
                        "url",
                        "user");
    }

    @Test
    void unknownTypeIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> types.require("texte")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(MetadataError.UNKNOWN_TYPE);
            assertThat(refusal.problems().getFirst().args().get(1).toString()).contains("text, url");
        });
    }

    @Test
    void typesOperatorsAndCommonFieldsHaveLabels() throws Exception {
        Wording wording = new Wording();
        Stream<String> keys = Stream.of(
                        types.all().stream().map(type -> "type." + type.code()),
                        Arrays.stream(Op.values()).map(op -> "op." + op.code()),
                        CommonFields.of(true).stream().map(Field::name).map(name -> "common." + name))
                .flatMap(each -> each);
        assertThat(keys).allSatisfy(key -> {
            Label label = wording.label(key);
            assertThat(label.sorted().get("zh-CN")).isNotEqualTo(label.sorted().get("en"));
        });
    }
}
