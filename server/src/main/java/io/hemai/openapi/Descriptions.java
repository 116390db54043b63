package io.hemai.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the modules say of their routes and of what goes over them, in files {@code openapi/<module>.yaml}, put together by
 * section. Read when it is first asked for; a text in two languages is {@code {zh: …, en: …}}.
 */
@Component
class Descriptions {
    private static final String CHINESE = "zh";
    private static final String ENGLISH = "en";

    private final SingletonSupplier<Map<String, Object>> chinese = SingletonSupplier.of(() -> said(CHINESE));
    private final SingletonSupplier<Map<String, Object>> english = SingletonSupplier.of(() -> said(ENGLISH));

    /** The section in the reader's language. */
    Map<String, Object> section(String name, Locale reader) {
        return Plain.members((reader.getLanguage().equals(CHINESE) ? chinese : english)
                .obtain()
                .get(name));
    }

    private static Map<String, Object> said(String language) {
        Map<String, Object> sections = new LinkedHashMap<>();
        for (Resource file : files()) {
            try (InputStream text = file.getInputStream()) {
                Plain.members(in(read(text), language))
                        .forEach((section, parts) ->
                                Plain.members(parts).forEach((name, part) -> add(sections, section, name, part)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sections;
    }

    /** What a file says; it may not say the same thing twice, or the first of two would be lost unnoticed. */
    static @Nullable Object read(InputStream text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(text);
    }

    private static List<Resource> files() throws UncheckedIOException {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:openapi/*.yaml"))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, Object> sections, String section, String name, Object part) {
        Map<String, Object> parts =
                Plain.members(sections.computeIfAbsent(section, s -> new LinkedHashMap<String, Object>()));
        if (parts.put(name, part) != null) {
            throw new IllegalStateException(section + " " + name + " is described twice");
        }
    }

    /** Plain JSON of what YAML says, its texts in the language. */
    private static @Nullable Object in(@Nullable Object said, String language) {
        return switch (said) {
            case Map<?, ?> texts when texts.containsKey(CHINESE) && texts.containsKey(ENGLISH) -> texts.get(language);
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                map.forEach((name, value) -> members.put(String.valueOf(name), in(value, language)));
                yield members;
            }
            case List<?> list -> list.stream().map(each -> in(each, language)).toList();
            case null -> null;
            default -> said;
        };
    }
}
