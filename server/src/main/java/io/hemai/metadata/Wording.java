package io.hemai.metadata;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Label;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The texts of all modules, {@code messages/<module>_{en,zh_CN}.properties}, in the reader's language. */
@Component
public final class Wording {
    private static final String ENDING = "_en.properties";

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

    public Wording() throws IOException {
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setUseCodeAsDefaultMessage(false);
        source.setAlwaysUseMessageFormat(true);
        source.setDefaultLocale(Locale.ENGLISH);
        source.setBasenames(basenames().toArray(String[]::new));
    }

    private static List<String> basenames() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + ENDING))
                .map(r -> Objects.requireNonNull(r.getFilename()))
                .map(file -> "messages." + file.substring(0, file.length() - ENDING.length()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The text under the key for a reader. */
    public String text(String key, Locale reader, Object... args) {
        String text = source.getMessage(key, args, null, language(reader));
        return text == null ? key : text;
    }

    /** The text of a refusal for a reader. */
    public String text(ErrorCode code, Locale reader, List<Object> args) {
        return text("error." + code.code(), reader, args.toArray());
    }

    /** Whether there is a text under the key in both languages. */
    public boolean has(String key) {
        return source.getMessage(key, null, null, Locale.SIMPLIFIED_CHINESE) != null
                && source.getMessage(key, null, null, Locale.ENGLISH) != null;
    }

    /** The texts under the key in both languages; the key's last part where there are none. */
    public Label label(String key) {
        if (!has(key)) {
            return Label.same(key.substring(key.lastIndexOf('.') + 1));
        }
        return Label.of(text(key, Locale.SIMPLIFIED_CHINESE), text(key, Locale.ENGLISH));
    }

    private static Locale language(Locale reader) {
        return reader.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
