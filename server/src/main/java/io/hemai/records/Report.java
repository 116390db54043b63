package io.hemai.records;

import io.hemai.kernel.Filter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question for numbers about the records of one object and what they lead to; rights are added by the door. */
public record Report(
        String object, Filter where, List<Group> groups, List<Measure> measures, List<Sort> sort, int limit) {
    /** How many rows a report may answer. */
    public static final int MOST_ROWS = 1_000;
    /** How many things may be grouped by. */
    public static final int MOST_GROUPS = 4;
    /** How many numbers may be asked for at once. */
    public static final int MOST_MEASURES = 20;

    public Report {
        groups = List.copyOf(groups);
        measures = List.copyOf(measures);
        sort = List.copyOf(sort);
    }

    /** A report over all records that counts them, to be refined. */
    public static Report of(String object) {
        return new Report(object, Filter.all(), List.of(), List.of(), List.of(), MOST_ROWS);
    }

    public Report where(Filter filter) {
        return new Report(object, where.and(filter), groups, measures, sort, limit);
    }

    public Report by(Group... keys) {
        return new Report(object, where, Arrays.asList(keys), measures, sort, limit);
    }

    public Report measuring(Measure... numbers) {
        return new Report(object, where, groups, Arrays.asList(numbers), sort, limit);
    }

    public Report sort(Sort... keys) {
        return new Report(object, where, groups, measures, Arrays.asList(keys), limit);
    }

    public Report limit(int most) {
        return new Report(object, where, groups, measures, sort, most);
    }

    /**
     * What records are put together by.
     *
     * @param path field, or path over links to one record; also the name of the column
     * @param bucket how much time is put together; null for the value itself
     */
    public record Group(String path, @Nullable Bucket bucket) {
        public static Group by(String path) {
            return new Group(path, null);
        }
    }

    /** A stretch of time in the caller's calendar; weeks begin on Monday. */
    public enum Bucket {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The bucket of that name. */
        public static Optional<Bucket> of(String code) {
            return Arrays.stream(values()).filter(b -> b.code().equals(code)).findFirst();
        }
    }

    /**
     * A number asked for.
     *
     * @param path field, or path over links to one record; null only for counting records
     * @param name of the column
     */
    public record Measure(Function fn, @Nullable String path, String name) {
        public static Measure count(String name) {
            return new Measure(Function.COUNT, null, name);
        }

        public static Measure of(Function fn, String path, String name) {
            return new Measure(fn, path, name);
        }
    }

    /** What is made of many values. */
    public enum Function {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX,
        COUNT_DISTINCT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The function of that name. */
        public static Optional<Function> of(String code) {
            return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst();
        }
    }
}
