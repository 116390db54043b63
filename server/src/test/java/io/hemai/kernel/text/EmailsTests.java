package io.hemai.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailsTests {

    @ParameterizedTest
    @CsvSource({
        "wang.fang@example.com,wang.fang@example.com",
        "Wang.Fang@Example.COM,Wang.Fang@example.com",
        "ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ,wang@example.com",
        "' w+crm@mail.example.com.cn ',w+crm@mail.example.com.cn",
        "mailto:a@b.cn,a@b.cn",
        "王芳@例子.中国,王芳@例子.中国"
    })
    void storesOneForm(String typed, String stored) {
        assertThat(Emails.check(typed).accepted()).contains(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "'',EMAIL_EMPTY",
        "wang.example.com,EMAIL_NO_AT",
        "@example.com,EMAIL_LOCAL_PART",
        "wang..fang@example.com,EMAIL_LOCAL_PART",
        ".wang@example.com,EMAIL_LOCAL_PART",
        "wang fang@example.com,EMAIL_LOCAL_PART",
        "a@b@example.com,EMAIL_LOCAL_PART",
        "wang@example,EMAIL_DOMAIN",
        "wang@-example.com,EMAIL_DOMAIN",
        "wang@example..com,EMAIL_DOMAIN",
        "wang@10.0.0.1,EMAIL_DOMAIN",
        "wang@exa_mple.com,EMAIL_DOMAIN",
        "'a@b.cn,c@d.cn',EMAIL_LOCAL_PART"
    })
    void saysWhatIsWrong(String typed, TextError error) {
        assertThat(Emails.check(typed))
                .isInstanceOfSatisfying(
                        Checked.Invalid.class,
                        invalid -> assertThat(invalid.error()).isEqualTo(error));
    }

    @Test
    void boundsTheLength() {
        assertThat(Emails.check("a".repeat(64) + "@example.com").accepted()).isPresent();
        assertThat(Emails.check("a".repeat(65) + "@example.com"))
                .isEqualTo(new Checked.Invalid<>(TextError.EMAIL_TOO_LONG));
    }

    @Test
    void masksTheName() {
        assertThat(Emails.masked("wang.fang@example.com")).isEqualTo("w***@example.com");
    }
}
