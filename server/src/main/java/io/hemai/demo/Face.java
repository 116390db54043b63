package io.hemai.demo;

import io.hemai.demo.Words.Title;
import io.hemai.kernel.text.Pinyin;
import java.util.HashSet;
import java.util.Set;

/**
 * An invented person at a company.
 *
 * @param call how salespeople speak of them: 王总, 欧阳经理
 */
record Face(String name, String call, Title title, String mobile, String email) {

    /** Invents people; no mobile number occurs twice. */
    static final class Maker {
        private static final String[] PREFIXES = {"135", "136", "137", "138", "139", "150", "158", "159", "186", "188"};

        private final Words words;
        private final Dice dice;
        private final Set<String> mobiles = new HashSet<>();

        Maker(Words words, Dice dice) {
            this.words = words;
            this.dice = dice;
        }

        Face at(Company company) {
            String surname = dice.pick(words.surnames());
            String name = surname + dice.pick(words.givenNames());
            Title title = dice.weighted(words.titles(), Title::weight);
            String email = Pinyin.person(name).full() + "@" + company.domain();
            return new Face(name, surname + title.honorific(), title, mobile(), email);
        }

        private String mobile() {
            while (true) {
                String mobile = "+86" + PREFIXES[dice.between(0, PREFIXES.length - 1)] + "0000"
                        + "%04d".formatted(dice.between(1, 9_999));
                if (mobiles.add(mobile)) {
                    return mobile;
                }
            }
        }
    }
}
