package io.hemai.shaping;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.custom.CompanyShapes;
import io.hemai.metadata.custom.CustomRules;
import io.hemai.metadata.custom.ShapingError;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Under which conditions records are refused. */
@Component
@Order(40)
final class RulesPart implements ConfigurationPart {
    /** Rules are, unless they say otherwise. */
    private static final String ACTIVE = "active";

    private final CompanyShapes shapes;
    private final CustomRules rules;
    private final FormulaRights formulas;
    private final MetaDesk desk;

    RulesPart(CompanyShapes shapes, CustomRules rules, FormulaRights formulas, MetaDesk desk) {
        this.shapes = shapes;
        this.rules = rules;
        this.formulas = formulas;
        this.desk = desk;
    }

    @Override
    public String section() {
        return "rules";
    }

    @Override
    public void require() {
        desk.author();
    }

    @Override
    public Map<String, Map<String, @Nullable Object>> said() {
        Map<String, Map<String, @Nullable Object>> said = new LinkedHashMap<>();
        there().forEach((key, rule) -> said.put(key, new LinkedHashMap<>(rule.said())));
        return said;
    }

    private Map<String, CompanyShapes.Rule> there() {
        Map<String, CompanyShapes.Rule> there = new LinkedHashMap<>();
        shapes.rules()
                .forEach(rule -> there.put(Keys.next(Keys.of(rule.object(), rule.name()), there::containsKey), rule));
        return there;
    }

    @Override
    public void add(String key, Map<String, @Nullable Object> wanted) {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(wanted);
        sent.put("name", Keys.name(key));
        formulas.require(Keys.object(key), sent);
        rules.add(Keys.object(key), sent, desk.author());
    }

    @Override
    public void change(String key, Map<String, @Nullable Object> changed, Map<String, @Nullable Object> wanted) {
        CompanyShapes.Rule rule = there().get(key);
        if (rule == null) {
            throw Refusal.of(ShapingError.NO_RULE, Keys.object(key), key);
        }
        Map<String, @Nullable Object> sent = Consent.with(changed, wanted);
        if (sent.containsKey(ACTIVE)) {
            sent.putIfAbsent(ACTIVE, true);
        }
        formulas.require(rule.object(), sent);
        rules.change(rule.object(), rule.id(), rule.version(), sent, desk.author());
    }
}
