package io.hemai.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts with places for values. */
class TemplateTests {
    private static String filled(String text, Map<String, String> values) {
        return Template.of(text).filled(values, 100);
    }

    @Test
    void valuesComeIntoTheirPlaces() {
        assertThat(filled("{{name}}: {{ amount }}{{name}}", Map.of("name", "华东", "amount", "12")))
                .isEqualTo("华东: 12华东");
        assertThat(filled("{{name}}!", Map.of())).isEqualTo("!");
        assertThat(Template.of("{{b}} {{a}} {{b}}").names()).containsExactly("b", "a");
    }

    @Test
    void whatIsNoPlaceStays() {
        assertThat(filled("{name} {{Name}} {{a.b}} {{ {{x", Map.of("name", "no")))
                .isEqualTo("{name} {{Name}} {{a.b}} {{ {{x");
    }

    @Test
    void valuesAreNotLookedInto() {
        assertThat(filled("{{a}}", Map.of("a", "{{b}} $1 \\", "b", "secret"))).isEqualTo("{{b}} $1 \\");
    }

    @Test
    void itIsCutWhereItBecomesTooLong() {
        String long_ = Template.of("{{a}}{{a}}{{a}}").filled(Map.of("a", "😀".repeat(60)), 100);
        assertThat(long_).hasSizeLessThanOrEqualTo(101).endsWith("…");
        assertThat(long_.codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000)).isTrue();
    }
}
