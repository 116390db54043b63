package io.hemai.records;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.metadata.StandardObject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for records of one object; rights are added by the door.
 *
 * @param fields names and paths to read; empty for every field of the object
 * @param after cursor of the page before; null for the first page
 * @param before cursor of the page after; null unless paging back
 */
public record Query(
        String object,
        Filter where,
        List<Sort> sort,
        List<String> fields,
        int limit,
        @Nullable String after,
        @Nullable String before) {
    public Query {
        sort = List.copyOf(sort);
        fields = List.copyOf(fields);
    }

    public static Query of(StandardObject object) {
        return of(object.name());
    }

    public static Query of(String object) {
        return new Query(object, Filter.all(), List.of(), List.of(), Limits.DEFAULT_PAGE, null, null);
    }

    /** Narrows by a further filter. */
    public Query where(Filter filter) {
        return new Query(object, where.and(filter), sort, fields, limit, after, before);
    }

    public Query sort(Sort... keys) {
        return new Query(object, where, Arrays.asList(keys), fields, limit, after, before);
    }

    public Query fields(List<String> paths) {
        return new Query(object, where, sort, paths, limit, after, before);
    }

    public Query limit(int most) {
        return new Query(object, where, sort, fields, most, after, before);
    }

    public Query after(@Nullable String cursor) {
        return new Query(object, where, sort, fields, limit, cursor, before);
    }

    public Query before(@Nullable String cursor) {
        return new Query(object, where, sort, fields, limit, after, cursor);
    }
}
