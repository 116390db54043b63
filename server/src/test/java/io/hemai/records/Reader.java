package io.hemai.records;

import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.FieldType;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person of a {@link RandomCompany} with what the roles say, in the plainest form.
 *
 * @param home the department; null for none
 * @param below that department and all below it
 * @param path that department and all above it
 */
record Reader(
        RecordId id,
        String login,
        ZoneId zone,
        @Nullable RecordId home,
        Set<RecordId> below,
        Set<RecordId> path,
        List<Role> roles) {
    /**
     * One role.
     *
     * @param level how far it reaches among samples; null when it is the filter that says so
     * @param fields what it says of fields, by name
     */
    record Role(
            String name, @Nullable String level, @Nullable Filter filter, Map<String, String> fields) {}

    private static final List<String> RIGHTS = List.of("hidden", "masked", "read");

    boolean readsNothing() {
        return roles.stream().allMatch(r -> "none".equals(r.level()));
    }

    /** The most generous of what the roles say that allow anything; one that says nothing lets it be read. */
    String right(String field) {
        return roles.stream()
                .filter(r -> !"none".equals(r.level()))
                .map(r -> r.fields().getOrDefault(field, "read"))
                .max((one, other) -> Integer.compare(RIGHTS.indexOf(one), RIGHTS.indexOf(other)))
                .orElse("read");
    }

    boolean sees(String field) {
        return right(field).equals("read");
    }

    boolean knows(String field) {
        return !right(field).equals("hidden");
    }

    /** What is shown of a field's text. */
    <T> String shown(Row row, Field<T> field) {
        T value = row.value(field);
        if (value == null || !knows(field.name())) {
            return "";
        }
        FieldType<T> type = field.type();
        return sees(field.name()) ? Objects.toString(value) : type.masked(value);
    }

    /** Whether a question by that path is answered at all. */
    boolean mayAsk(Filter filter) {
        return switch (filter) {
            case Filter.And(var parts) -> parts.stream().allMatch(this::mayAsk);
            case Filter.Or(var parts) -> parts.stream().allMatch(this::mayAsk);
            case Filter.Not(var part) -> mayAsk(part);
            case Filter.Leaf(var path, var op, var value) -> {
                String field = path.substring(path.lastIndexOf('.') + 1);
                yield sees(field) || (knows(field) && op.unary());
            }
            case Filter.Shared shared -> throw new IllegalStateException("not asked by callers");
            case Filter.Through through -> throw new IllegalStateException("not asked by callers");
        };
    }
}
