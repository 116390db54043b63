package io.hemai.demo;

import io.hemai.demo.DemoPlan.Line;
import io.hemai.demo.DemoPlan.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a company buys: the systems of its industry and what goes with them. */
final class Basket {
    private static final List<Integer> DISCOUNTS = List.of(0, 0, 0, 5, 5, 8, 10, 10, 12, 15);

    private final Words words;
    private final Dice dice;

    Basket(Words words, Dice dice) {
        this.words = words;
        this.dice = dice;
    }

    /** Lines with the main system first; somebody who buys again buys less. */
    List<Line> fill(Company company, boolean again) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        List<String> systems = company.industry().products().stream()
                .filter(code -> !code.equals("GATEWAY"))
                .toList();
        String main = dice.pick(systems);
        quantities.put(main.equals("MES-STD") && company.employees() >= 900 ? "MES-PRO" : main, 1);
        if (!again && dice.chance(0.45)) {
            quantities.putIfAbsent(dice.pick(systems), 1);
        }
        quantities.put("IMPL", again ? dice.between(8, 30) : dice.between(25, 90));
        addExtras(company, quantities);
        return lines(quantities);
    }

    private void addExtras(Company company, Map<String, Integer> quantities) {
        int scale = Math.max(1, company.employees() / 150);
        if (company.industry().products().contains("GATEWAY") && dice.chance(0.6)) {
            quantities.put("GATEWAY", 4 * scale + dice.between(2, 20));
        }
        if (quantities.containsKey("WMS-STD")) {
            quantities.put("PDA", 3 * scale + dice.between(2, 8));
        }
        if (dice.chance(0.35)) {
            quantities.put("USER-10", dice.between(1, 2 + scale));
        }
        if (dice.chance(0.2)) {
            quantities.put("CUSTOM", dice.between(5, 30));
        }
        if (dice.chance(0.35)) {
            quantities.put("TRAIN", dice.between(2, 6));
        }
        if (dice.chance(0.4)) {
            quantities.put("CARE", 1);
        }
    }

    private List<Line> lines(Map<String, Integer> quantities) {
        List<Line> lines = new ArrayList<>();
        quantities.forEach((code, quantity) -> {
            Product product = words.products().stream()
                    .filter(candidate -> candidate.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            BigDecimal price = product.listPrice();
            boolean system = price.compareTo(BigDecimal.valueOf(90_000)) > 0;
            lines.add(new Line(code, quantity, price, system ? dice.pick(DISCOUNTS) : 0));
        });
        return List.copyOf(lines);
    }
}
