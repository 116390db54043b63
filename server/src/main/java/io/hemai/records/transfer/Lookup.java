package io.hemai.records.transfer;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Money;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.Normalised;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.store.LinkTargets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds records by values of one field, few statements for many values, within the rights of who acts. */
@Component
class Lookup {
    /** Each value of a statement costs planning, each statement a round trip. */
    private static final int AT_ONCE = 500;

    private final Records records;
    private final LinkTargets targets;

    Lookup(Records records, LinkTargets targets) {
        this.records = records;
        this.targets = targets;
    }

    /** The records whose field has one of the values. */
    List<Row> rows(ObjectType type, Field<?> field, Collection<?> values) {
        List<Row> found = new ArrayList<>();
        List<Object> all = new ArrayList<>(values);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.addAll(some(type, field, all.subList(from, Math.min(from + AT_ONCE, all.size()))));
        }
        return found;
    }

    private List<Row> some(ObjectType type, Field<?> field, List<Object> values) {
        if (!field.name().equals(CommonFields.EXTERNAL_ID.name())) {
            return listed(type, Filter.leaf(field.name(), Op.IN, values));
        }
        Collection<RecordId> ids = targets.withExternalIds(
                type, values.stream().map(String::valueOf).toList());
        return ids.isEmpty() ? List.of() : listed(type, CommonFields.ID.in(ids));
    }

    private List<Row> listed(ObjectType type, Filter filter) {
        return records.list(Query.of(type.name()).where(filter).limit(Limits.BATCH));
    }

    /** Up to so many records of an object, whichever come first. */
    List<Row> some(ObjectType type, int most) {
        return records.list(Query.of(type.name()).limit(most));
    }

    /** The form in which values of a field are the same; names in other systems differ by case. */
    static String same(Field<?> field, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> field.name().equals(CommonFields.EXTERNAL_ID.name()) ? text : Normalised.of(text);
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Money money ->
                money.amount().stripTrailingZeros().toPlainString()
                        + money.currency().getCurrencyCode();
            default -> value.toString();
        };
    }
}
