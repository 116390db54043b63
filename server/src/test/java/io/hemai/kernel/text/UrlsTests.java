package io.hemai.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTests {

    @ParameterizedTest
    @CsvSource({
        "www.example.com,https://www.example.com",
        "HTTP://Example.COM/Path?Q=1#Top,http://example.com/Path?Q=1#Top",
        "example.com:8080/x,https://example.com:8080/x",
        "ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ,https://www.example.com",
        "https://例子.中国/产品,https://例子.中国/产品",
        "http://192.168.1.10:9000/,http://192.168.1.10:9000/"
    })
    void storesOneForm(String typed, String stored) {
        assertThat(Urls.check(typed).accepted()).contains(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "' ',URL_EMPTY",
        "javascript:alert(1),URL_SCHEME",
        "ftp://example.com,URL_SCHEME",
        "file:///etc/passwd,URL_SCHEME",
        "mailto:a@b.cn,URL_SCHEME",
        "https://user:pw@example.com,URL_CREDENTIALS",
        "https://,URL_SYNTAX",
        "https:///path,URL_HOST",
        "无,URL_HOST",
        "localhost,URL_HOST",
        "https://example.com:99999,URL_HOST",
        "http://999.1.1.1,URL_HOST",
        "https://exa mple.com,URL_SYNTAX",
        "https://example.com/a b,URL_SYNTAX"
    })
    void saysWhatIsWrong(String typed, TextError error) {
        assertThat(Urls.check(typed))
                .isInstanceOfSatisfying(
                        Checked.Invalid.class,
                        invalid -> assertThat(invalid.error()).isEqualTo(error));
    }
}
