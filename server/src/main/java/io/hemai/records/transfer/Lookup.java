package io.hemai.records.transfer;

import io.hemai.kernel.Filter;
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

/** Finds records by values of fields, few statements for many values, within the rights of who acts. */
@Component
class Lookup {
    /** Each value of a statement costs planning, each statement a round trip. */
    private static final int AT_ONCE = 500;
    /** A list that is full may have lost something, so what was asked for is halved; each row of it costs memory. */
    private static final int MOST_ROWS = 4 * AT_ONCE;

    private final Records records;
    private final LinkTargets targets;

    Lookup(Records records, LinkTargets targets) {
        this.records = records;
        this.targets = targets;
    }

    /** The records whose field has one of the values; of those that share a single value at least the first thousands. */
    List<Row> rows(ObjectType type, Field<?> field, Collection<?> values) {
        return rows(type, List.of(field), values.stream().map(List::<Object>of).toList());
    }

    /**
     * The records that have one of the combinations, and perhaps others with values of several; of those that share a single
     * combination at least the first thousands.
     *
     * @param combinations each with a value for every field, in their order
     */
    List<Row> rows(ObjectType type, List<Field<?>> fields, List<List<Object>> combinations) {
        List<Row> found = new ArrayList<>();
        for (int from = 0; from < combinations.size(); from += AT_ONCE) {
            some(type, fields, combinations.subList(from, Math.min(from + AT_ONCE, combinations.size())), found);
        }
        return found;
    }

    private void some(ObjectType type, List<Field<?>> fields, List<List<Object>> combinations, List<Row> found) {
        Filter filter = Filter.all();
        for (int i = 0; i < fields.size(); i++) {
            int at = i;
            List<Object> values =
                    combinations.stream().map(c -> c.get(at)).distinct().toList();
            filter = filter.and(among(type, fields.get(i), values));
        }
        List<Row> rows = filter.equals(Filter.none())
                ? List.of()
                : records.list(Query.of(type.name()).where(filter).limit(MOST_ROWS));
        if (rows.size() == MOST_ROWS && combinations.size() > 1) {
            int middle = combinations.size() / 2;
            some(type, fields, combinations.subList(0, middle), found);
            some(type, fields, combinations.subList(middle, combinations.size()), found);
        } else {
            found.addAll(rows);
        }
    }

    private Filter among(ObjectType type, Field<?> field, List<Object> values) {
        if (!field.name().equals(CommonFields.EXTERNAL_ID.name())) {
            return Filter.leaf(field.name(), Op.IN, values);
        }
        Collection<RecordId> ids = targets.withExternalIds(
                type, values.stream().map(String::valueOf).toList());
        return ids.isEmpty() ? Filter.none() : CommonFields.ID.in(ids);
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
