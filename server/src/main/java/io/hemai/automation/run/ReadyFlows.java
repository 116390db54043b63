package io.hemai.automation.run;

import io.hemai.automation.FlowObject;
import io.hemai.automation.store.ReadyStore;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Refusal;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives each company the flows that come with Hemai, once, as flows of its own. A new company begins with them at work; one that
 * works already finds them drawn, and its administrators decide.
 */
@Component
@Order(70)
class ReadyFlows implements TenantSetup {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyFlows.class);
    private static final SystemIdentity GIVING = new SystemIdentity("set-up", "flows to begin with");
    private static final String ENDING = ".json";
    private static final String USER = "user";

    private final Map<String, ReadyFlow> all;
    private final boolean wanted;
    private final ReadyStore store;
    private final FlowObject flow;
    private final PublishFlow publish;
    private final Records records;
    private final Clock clock;

    ReadyFlows(
            @Value("${hemai.flows.ready:true}") boolean wanted,
            ReadyStore store,
            FlowObject flow,
            PublishFlow publish,
            Records records,
            JsonMapper json,
            Clock clock)
            throws IOException {
        this.wanted = wanted;
        this.all = read(json);
        this.store = store;
        this.flow = flow;
        this.publish = publish;
        this.records = records;
        this.clock = clock;
    }

    private static Map<String, ReadyFlow> read(JsonMapper json) throws IOException {
        Map<String, ReadyFlow> found = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:flows/*" + ENDING)) {
            String name = Objects.requireNonNull(file.getFilename());
            try (InputStream content = file.getInputStream()) {
                found.put(name.substring(0, name.length() - ENDING.length()), json.readValue(content, ReadyFlow.class));
            }
        }
        return found;
    }

    @Override
    public void prepare(Tenant tenant) {
        if (wanted) {
            give(tenant);
        }
    }

    /** Gives the tenant those that it was not given yet; how many that were. */
    int give(Tenant tenant) {
        return Acting.call(GIVING, () -> {
            Set<String> given = records.together(store::given);
            if (given.containsAll(all.keySet())) {
                return 0;
            }
            boolean works = records.count(USER, Filter.all()) > 0;
            return (int) all.entrySet().stream()
                    .filter(ready -> !given.contains(ready.getKey()))
                    .filter(ready -> give(ready.getKey(), ready.getValue().in(tenant.locale()), !works))
                    .count();
        });
    }

    private boolean give(String key, ReadyFlow ready, boolean atWork) {
        try {
            return records.together(() -> {
                boolean first = store.give(key, clock.instant());
                if (first) {
                    Row drawn = records.read(flow, records.create(flow, drawn(ready)));
                    if (atWork) {
                        publish.run(drawn, new NoInput());
                    }
                }
                return first;
            });
        } catch (Refusal unfit) {
            LOG.info("{} does not fit what the company made of its objects, and is left out", key, unfit);
            records.together(() -> store.give(key, clock.instant()));
            return false;
        }
    }

    private Values drawn(ReadyFlow ready) {
        return Values.of(flow.name, String.valueOf(ready.name()))
                .set(flow.object, ready.object())
                .set(flow.description, String.valueOf(ready.description()))
                .set(flow.definition, ready.definition());
    }
}
