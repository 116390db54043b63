package io.hemai.records.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What people call fields in their files besides the labels: {@code transfer/synonyms.csv}. */
@Component
class Synonyms {
    private final Map<String, Set<String>> byField = new HashMap<>();

    Synonyms() {
        try (InputStream lines = new ClassPathResource("transfer/synonyms.csv").getInputStream()) {
            new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] parts = line.split(",");
        Set<String> words = byField.computeIfAbsent(parts[0].strip(), f -> new HashSet<>());
        for (int i = 1; i < parts.length; i++) {
            words.add(Likeness.bare(parts[i]));
        }
    }

    /** Whether people call the field of the object so; the word is bare. */
    boolean mean(String object, String field, String bareWord) {
        return byField.getOrDefault(object + "." + field, Set.of()).contains(bareWord)
                || byField.getOrDefault(field, Set.of()).contains(bareWord);
    }
}
