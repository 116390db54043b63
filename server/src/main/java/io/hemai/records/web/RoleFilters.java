package io.hemai.records.web;

import io.hemai.access.Gate;
import io.hemai.access.ScopeFilters;
import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.RecordsError;
import io.hemai.records.ValueContexts;
import io.hemai.records.query.Binder;
import io.hemai.records.query.FilterJson;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Filters in roles speak the language of filters in queries. */
@Component
class RoleFilters implements ScopeFilters {
    private final Metadata metadata;
    private final Gate gate;
    private final ValueContexts contexts;
    private final Clock clock;

    RoleFilters(Metadata metadata, Gate gate, ValueContexts contexts, Clock clock) {
        this.metadata = metadata;
        this.gate = gate;
        this.contexts = contexts;
        this.clock = clock;
    }

    @Override
    public Filter read(ObjectType type, Map<String, @Nullable Object> json) {
        Filter filter = FilterJson.read(json);
        names(type, filter);
        return filter;
    }

    @Override
    public void check(ObjectType type, Filter filter) {
        Binder binder = new Binder(Acting.who(), metadata.current(), gate, contexts.current(), clock);
        binder.rights(type, filter);
        binder.caller(type, filter);
    }

    private void names(ObjectType type, Filter filter) {
        switch (filter) {
            case Filter.And(List<Filter> parts) -> parts.forEach(p -> names(type, p));
            case Filter.Or(List<Filter> parts) -> parts.forEach(p -> names(type, p));
            case Filter.Not(Filter part) -> names(type, part);
            case Filter.Leaf(String path, var op, var value) -> {
                String first = path.split("\\.", -1)[0];
                if (type.field(first).isEmpty()
                        && metadata.current().inverse(type, first).isEmpty()) {
                    throw Refusal.ofField(path, RecordsError.UNKNOWN_FIELD, type.name(), first);
                }
            }
            case Filter.Shared shared -> throw new IllegalStateException("nobody writes this");
            case Filter.Through through -> throw new IllegalStateException("nobody writes this");
        }
    }
}
