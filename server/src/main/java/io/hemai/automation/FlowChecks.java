package io.hemai.automation;

import io.hemai.identity.Acting;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Filter;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.records.Change;
import io.hemai.records.query.FilterJson;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the problems of one input, and what it uses. */
final class FlowChecks implements Check {
    private final FlowPlans plans;
    private final FlowReading reading;
    private final ObjectType type;
    private final FieldsUsed used;
    private final String path;
    private final int ways;

    FlowChecks(FlowPlans plans, FlowReading reading, ObjectType type, FieldsUsed used, String path, int ways) {
        this.plans = plans;
        this.reading = reading;
        this.type = type;
        this.used = used;
        this.path = path;
        this.ways = ways;
    }

    @Override
    public ObjectType type() {
        return type;
    }

    @Override
    public int ways() {
        return ways;
    }

    @Override
    public void refuse(String member, ErrorCode code, Object... args) {
        reading.refuse(FlowReading.at(path, member), code, args);
    }

    @Override
    public Optional<Field<?>> field(String member, @Nullable String name) {
        if (name == null || name.isBlank()) {
            refuse(member, KernelError.MISSING, member);
            return Optional.empty();
        }
        Optional<Field<?>> field = type.field(name).filter(plans.rights(type)::sees);
        if (field.isEmpty()) {
            refuse(member, AutomationError.UNKNOWN_FIELD, type.name(), name);
        }
        used.field(type, name);
        return field;
    }

    @Override
    public void filter(String member, Filter filter) {
        reading.attempt(FlowReading.at(path, member), () -> reading.asked(filter));
    }

    @Override
    public void asked(String member, @Nullable Object filter) {
        reading.attempt(FlowReading.at(path, member), () -> reading.asked(FilterJson.read(filter)));
    }

    @Override
    public void asked(String member, ObjectType of, @Nullable Object filter) {
        reading.attempt(FlowReading.at(path, member), () -> reading.within(of).asked(FilterJson.read(filter)));
    }

    @Override
    public Optional<ObjectType> related(@Nullable String object, @Nullable String link) {
        if (link == null || link.isBlank()) {
            refuse("link", KernelError.MISSING, "link");
            return Optional.empty();
        }
        Optional<ObjectType> over = object == null
                ? field("link", link)
                        .flatMap(field -> field.type() instanceof LinkType led
                                ? plans.metadata().find(led.target())
                                : Optional.empty())
                : plans.metadata().find(object).filter(of -> leadsHere(of, link));
        if (over.filter(FlowPlans::forFlows).isEmpty()) {
            refuse(
                    "link",
                    AutomationError.NO_LINK,
                    object == null ? type.name() : object,
                    String.valueOf(link),
                    type.name());
            return Optional.empty();
        }
        over.filter(of -> !plans.mayDraw(of))
                .ifPresent(of -> refuse(
                        "link",
                        AutomationError.BEYOND_RIGHTS,
                        of.label().in(Acting.who().locale())));
        return over;
    }

    private boolean leadsHere(ObjectType of, @Nullable String link) {
        Optional<Field<?>> field =
                link == null ? Optional.empty() : of.field(link).filter(plans.rights(of)::sees);
        used.field(of, String.valueOf(link));
        return field.filter(
                        f -> f.type() instanceof LinkType led && led.target().equals(type.name()))
                .isPresent();
    }

    @Override
    public void names(String object, String name) {
        used.named(object, name);
    }

    @Override
    public void values(String member, Map<String, @Nullable Object> values) {
        fit(member, Change.update(type, RecordId.next(), null, values, false), values);
    }

    private void fit(String member, Change change, Map<String, @Nullable Object> values) {
        reading.attempt(FlowReading.at(path, member), () -> {
            plans.requireFit(change);
            return change;
        });
        values.keySet().forEach(field -> used.field(change.type(), field));
    }

    @Override
    public Optional<ObjectType> creates(String member, @Nullable String object, Map<String, @Nullable Object> values) {
        Optional<ObjectType> made = plans.metadata()
                .find(String.valueOf(object))
                .filter(FlowPlans::forFlows)
                .filter(of -> plans.rights(of).create());
        if (made.isEmpty()) {
            refuse("object", AutomationError.UNKNOWN_OBJECT, String.valueOf(object));
        }
        made.ifPresent(of -> {
            used.field(of, CommonFields.ID.name());
            fit(member, Change.create(of, values, false), values);
        });
        return made;
    }

    @Override
    public void verb(@Nullable String verb, String member, Map<String, @Nullable Object> input) {
        if (verb == null || verb.isBlank()) {
            refuse("verb", KernelError.MISSING, "verb");
            return;
        }
        reading.attempt(FlowReading.at(path, member), () -> {
            plans.requireVerb(type, verb, input);
            return verb;
        });
    }
}
