package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.Label;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Choice;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTypeTests extends FieldTypeContract<String> {
    @Override
    FieldType<String> type() {
        return new ChoiceType(
                List.of(
                        new Choice("hot", Label.of("热, 烫", "Hot"), "red", true),
                        Choice.of("cold", Label.of("冷", "Cold"))),
                false);
    }

    @Override
    List<Example> taken() {
        return List.of(of("hot", "hot"), of(" cold ", "cold"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("热, 烫", "hot"), of("COLD", "cold"), of("冷", "cold"));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of("warm", MetadataError.UNKNOWN_CHOICE),
                of("HOT", MetadataError.UNKNOWN_CHOICE),
                of(1, MetadataError.WRONG_TYPE));
    }

    @Test
    void openListTakesWhatNobodyListed() {
        ChoiceType open = ChoiceType.listing(true, List.of("it", "retail"));
        assertThat(good(open.coerce("IT", HERE), "IT")).isEqualTo("it");
        assertThat(good(open.coerce("Fishing", HERE), "Fishing")).isEqualTo("Fishing");
    }

    @Test
    void openListTakesOnlyWhatPeopleSeeAsItIs() {
        ChoiceType open = ChoiceType.listing(true, List.of("it"));
        for (String trick :
                List.of("gro\u202Eznet", "a\u2066b", "\u2800\u2800", "\u3164", "\uFE0F", "ab\u0007", "\u202E")) {
            assertThat(open.coerce(trick, HERE))
                    .as("%s", trick)
                    .isEqualTo(Coerced.bad(MetadataError.CONTROL_CHARACTERS));
        }
        assertThat(good(open.coerce("\u200B", HERE), "nothing")).isNull();
        assertThat(open.coerce("x".repeat(101), HERE)).isInstanceOf(Coerced.Bad.class);
        assertThat(good(open.coerce("👩\u200D🌾 农业", HERE), "joined")).isEqualTo("👩\u200D🌾 农业");
        assertThat(good(open.coerce("__proto__", HERE), "plain")).isEqualTo("__proto__");
    }

    @Test
    void labelsAreInTheReadersLanguage() {
        assertThat(type().text("cold", Contexts.SHANGHAI)).isEqualTo("冷");
        assertThat(type().text("cold", Contexts.LONDON)).isEqualTo("Cold");
    }

    @Test
    void wrongSettingsAreRefused() {
        for (Object choices : List.of(
                "hot",
                List.of(),
                List.of("hot"),
                List.of(map("code", "")),
                List.of(map("code", "a"), map("code", "a")),
                List.of(map("code", "a", "label", map())),
                List.of(map("code", "a", "label", map("en", 1))),
                List.of(map("code", "a", "color", 1)),
                List.of(map("code", "a", "when", "b")),
                List.of(map("code", "a", "when", List.of(1))))) {
            assertThatThrownBy(() -> type().configured(map("choices", choices)))
                    .as("%s", choices)
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> type().configured(map("colour", "red"))).isInstanceOf(Refusal.class);
    }
}
