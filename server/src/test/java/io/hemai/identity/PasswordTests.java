package io.hemai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTests {
    @ParameterizedTest
    @CsvSource({
        "short, password.too_short",
        "九个汉字不够长啊哦, password.too_short",
        "1234567890, password.common",
        "PASSWORD123, password.common",
        "ｑｗｅｒｔｙｕｉｏｐ, password.common",
        "aaaaaaaaaaaaaa, password.common",
        "wang.fang.yu, password.like_login",
        "Wang.Fang.Yu12, password.like_login"
    })
    void poorOnesAreRefused(String password, String code) {
        assertThat(PasswordPolicy.problems("password", "wang.fang.yu", password))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse 42", "这是一个很好记住的密码", "kQ7!pz0vLm", "a lovely day in wang.fang.yu's garden"})
    void goodOnesPass(String password) {
        assertThat(PasswordPolicy.problems("password", "wang.fang.yu", password))
                .isEmpty();
    }

    @Test
    void everyProblemIsTold() {
        assertThat(PasswordPolicy.problems("password", "admin", "admin")).hasSize(2);
    }

    @Test
    void hashMatchesHoweverTheKeyboardComposes() {
        PasswordHashes hashes = new PasswordHashes();

        String hash = hashes.hash("café zu Haus 1");

        assertThat(hash).startsWith("$argon2id$");
        assertThat(hashes.matches("café zu Haus 1", hash)).isTrue();
        assertThat(hashes.matches("cafe zu Haus 1", hash)).isFalse();
        assertThat(hashes.matches("anything", null)).isFalse();
    }
}
