package io.hemai.leads;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.Trait;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes over what a lead and the record made from it both have: fields of one name and type, the company's own ones too. */
@Component
class CarryOver {
    private static final SystemIdentity TAGGING = new SystemIdentity("lead conversion", "convert");

    private final LeadObject lead;
    private final Records records;

    CarryOver(LeadObject lead, Records records) {
        this.lead = lead;
        this.records = records;
    }

    /** The lead's values for a new record of the object, which belongs to whom the lead belonged to. */
    Values into(StandardObject object, Row from) {
        Values values = Values.none();
        carried(from.type(), records.type(object)).forEach(field -> carry(field, from, values));
        if (from.value(CommonFields.OWNER) != null) {
            values.set(CommonFields.OWNER, from.value(CommonFields.OWNER));
        }
        return values;
    }

    /** Notes what a new record of the object would show of the lead. */
    void disclose(Disclosure disclosure, ObjectType from, ObjectType target) {
        for (Field<?> field : carried(from, target)) {
            target.field(field.name()).ifPresent(into -> disclosure.through(field, target, into));
        }
    }

    private List<Field<?>> carried(ObjectType from, ObjectType target) {
        Set<String> own = new HashSet<>(Set.of(lead.pool.name(), lead.status.name()));
        CommonFields.of(true).forEach(f -> own.add(f.name()));
        return from.fields().stream()
                .filter(field -> !own.contains(field.name()) && fits(field, target))
                .toList();
    }

    /** Adds the lead's tags to those of a customer that was there before, where the person may change it. */
    void tags(StandardObject object, Field<List<String>> tags, RecordId id, Row from) {
        List<String> more = Objects.requireNonNullElse(from.value(lead.tags), List.of());
        if (more.isEmpty() || !records.mayChange(records.type(object), id)) {
            return;
        }
        Acting.run(TAGGING, () -> {
            List<String> standing =
                    Objects.requireNonNullElse(records.lock(object, id).value(tags), List.of());
            Set<String> all = new LinkedHashSet<>(standing);
            if (all.addAll(more)) {
                records.update(object, id, Values.of(tags, List.copyOf(all)), "convert");
            }
        });
    }

    private static boolean fits(Field<?> field, ObjectType target) {
        return target.field(field.name())
                .filter(other -> other.type().code().equals(field.type().code()))
                .filter(other -> !other.has(Trait.READ_ONLY) && !other.has(Trait.NAME))
                .isPresent();
    }

    private static <T> void carry(Field<T> field, Row from, Values into) {
        if (from.value(field) != null) {
            into.set(field, from.value(field));
        }
    }
}
