package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.Check;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import io.hemai.kernel.Filter;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.records.query.FilterJson;
import io.hemai.records.verb.Asked;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the steps of its way for each related record. */
@Component
final class EachAction implements Action<EachAction.Input> {
    /**
     * Which records.
     *
     * @param object whose records lead to the flow's own by the link; null when the flow's own leads to one by it
     * @param when a filter of those records; null for all
     */
    record Input(
            @Asked(kind = "object") @Nullable String object,

            @Asked(kind = "link", required = true) @Nullable String link,

            @Asked(kind = "filter") @Nullable Map<String, Object> when) {
        Filter which() {
            return when == null ? Filter.all() : FilterJson.read(when);
        }
    }

    @Override
    public String name() {
        return "each";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public boolean branches() {
        return true;
    }

    @Override
    public boolean loops() {
        return true;
    }

    @Override
    public Optional<String> over(Input input, ObjectType type) {
        return input.object() != null
                ? Optional.of(input.object())
                : Optional.ofNullable(input.link())
                        .flatMap(type::field)
                        .flatMap(field ->
                                field.type() instanceof LinkType link ? Optional.of(link.target()) : Optional.empty());
    }

    @Override
    public void check(Input input, Check check) {
        Optional<ObjectType> over = check.related(input.object(), input.link());
        if (input.when() != null) {
            over.ifPresent(of -> check.asked("when", of, input.when()));
        }
    }

    @Override
    public Outcome decide(Input input, Moment moment) {
        return new Outcome.Each(input.object(), Objects.requireNonNull(input.link()), input.which());
    }
}
