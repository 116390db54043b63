package io.hemai.demo;

import io.hemai.demo.Words.City;
import io.hemai.demo.Words.Industry;
import io.hemai.kernel.text.CompanyName;
import io.hemai.kernel.text.Pinyin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Invents companies, each with a name of its own. */
final class Companies {
    private static final List<Integer> SIZES = List.of(45, 80, 120, 160, 220, 300, 420, 600, 900, 1_500, 2_600);

    private final Words words;
    private final Dice dice;
    private final List<String> brands = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private int next;

    Companies(Words words, Dice dice, long seed) {
        this.words = words;
        this.dice = dice;
        for (String beginning : words.brandBeginnings()) {
            for (String ending : words.brandEndings()) {
                brands.add(beginning + ending);
            }
        }
        Collections.shuffle(brands, new Random(seed));
    }

    Company next() {
        while (true) {
            Company company = invent(brands.get(next++ % brands.size()));
            if (taken.add(CompanyName.key(company.name())) && taken.add(company.domain())) {
                return company;
            }
        }
    }

    private Company invent(String brand) {
        City city = dice.weighted(words.cities(), City::weight);
        Industry industry = dice.weighted(words.industries(), Industry::weight);
        String word = dice.pick(industry.words());
        String form = dice.chance(0.12) ? "股份有限公司" : "有限公司";
        String name =
                dice.chance(0.12) ? brand + word + "（" + city.name() + "）" + form : city.name() + brand + word + form;
        String domain = Pinyin.text(brand).full() + "-" + Pinyin.text(word).initials() + "."
                + Pinyin.text(city.name()).initials() + ".example.com";
        int size = dice.pick(SIZES);
        return new Company(name, brand + head(word), domain, city, industry, size + dice.between(0, size / 5));
    }

    /** What colleagues say for short: 精密 for 精密机械, 新能源 for 新能源科技. */
    private static String head(String word) {
        boolean ofThree = word.startsWith("新能源") || word.startsWith("高分子") || word.startsWith("新材料");
        return word.substring(0, ofThree ? 3 : 2);
    }
}
