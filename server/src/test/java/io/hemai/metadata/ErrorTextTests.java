package io.hemai.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.ErrorCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every refusal of every module can be said in both languages. */
class ErrorTextTests {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final Pattern ONE_SENTENCE = Pattern.compile("[^。]*。|((?![.!?] ).)*\\.");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    private final Map<String, String> english = texts("_en");
    private final Map<String, String> chinese = texts("_zh_CN");

    @Test
    void everyCodeHasItsTextInBothLanguages() {
        assertThat(english.keySet()).containsAll(keysOfCodes());
        assertThat(chinese.keySet()).containsAll(keysOfCodes());
    }

    @Test
    void noTextIsLeftOverFromACodeThatIsGone() {
        Set<String> known = keysOfCodes();
        assertThat(english.keySet().stream().filter(key -> key.startsWith("error.")))
                .allMatch(known::contains);
    }

    @Test
    void languagesSayTheSameThings() {
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) ->
                assertThat(placeholders(chinese.getOrDefault(key, ""))).as(key).isEqualTo(placeholders(text)));
    }

    @Test
    void aHintOfOneSentenceEndsWithoutAFullStop() {
        Stream.of(english, chinese)
                .forEach(texts -> assertThat(texts.entrySet().stream()
                                .filter(text -> text.getKey().endsWith(".help")))
                        .isNotEmpty()
                        .noneMatch(text -> ONE_SENTENCE.matcher(text.getValue()).matches()));
    }

    @Test
    void textsAreSaidAsTheyAreWritten() throws IOException {
        Wording wording = new Wording();
        for (String key : english.keySet()) {
            for (Locale reader : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(wording.text(key, reader, 1, 2, 3, 4, 5, 6))
                        .as(key)
                        .isNotEqualTo(key)
                        .doesNotContain("{");
            }
        }
        english.values().forEach(text -> assertThat(text).doesNotContainPattern(LONE_APOSTROPHE));
        chinese.values().forEach(text -> assertThat(text).doesNotContainPattern(LONE_APOSTROPHE));
    }

    private static Set<String> keysOfCodes() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(ErrorCode.class));
        Set<String> keys = new TreeSet<>();
        scan.findCandidateComponents("io.hemai").stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .forEach(name -> constants(name).forEach(code -> keys.add("error." + code.code())));
        assertThat(keys).contains("error.internal", "error.value.required", "error.text.email_empty");
        return keys;
    }

    private static List<ErrorCode> constants(String enumName) {
        try {
            return List.of((ErrorCode[]) Class.forName(enumName).getEnumConstants());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(String language) {
        Map<String, String> texts = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        try {
            String files = "classpath*:messages/*" + language + ".properties";
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
                Properties read = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    read.load(reader);
                }
                read.stringPropertyNames().forEach(key -> {
                    if (texts.put(key, read.getProperty(key)) != null) {
                        twice.add(key);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(twice).as("keys of two modules").isEmpty();
        return texts;
    }
}
