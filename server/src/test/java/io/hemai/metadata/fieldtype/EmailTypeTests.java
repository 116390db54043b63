package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.text.TextError;
import io.hemai.metadata.FieldType;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmailTypeTests extends FieldTypeContract<String> {
    @Override
    FieldType<String> type() {
        return new EmailType();
    }

    @Override
    List<Example> taken() {
        return List.of(of(" Wang@Example.COM ", "Wang@example.com"), of("王@例子.中国", "王@例子.中国"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("mailto:a@b.cn", "a@b.cn"));
    }

    @Override
    List<Example> refused() {
        return List.of(of("wang", TextError.EMAIL_NO_AT), of("a b@c.cn", TextError.EMAIL_LOCAL_PART));
    }

    @Test
    void maskKeepsTheDomain() {
        assertThat(type().masked("wang@example.com")).isEqualTo("w***@example.com");
    }
}
