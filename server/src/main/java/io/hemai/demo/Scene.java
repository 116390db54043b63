package io.hemai.demo;

import io.hemai.demo.DemoPlan.About;
import io.hemai.demo.Words.Script;
import java.util.Map;

/**
 * Who does something with whom, and the words for it.
 *
 * @param places what stands for {@code {call}}, {@code {product}} and so on; a script with others does not fit
 */
record Scene(String owner, About about, Map<String, String> places) {

    boolean fits(Script script) {
        return !fill(script.subject() + script.body()).contains("{");
    }

    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> place : places.entrySet()) {
            filled = filled.replace("{" + place.getKey() + "}", place.getValue());
        }
        return filled;
    }
}
