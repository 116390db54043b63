package io.hemai.search;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Records;
import io.hemai.records.store.TextReader;
import io.hemai.records.store.TextReader.Texts;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Makes the entries of an object anew, in the background and in chunks, when other fields of it are searchable than its entries
 * were made from: after a company said so, or after an update of Hemai. Looks once for each state of a tenant's metadata.
 */
@Component
class SearchFill implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SearchFill.class);

    private final SearchEntries entries;
    private final TextReader reader;
    private final Records records;
    private final Metadata metadata;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Map<TenantId, Long> looked = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("search-fill").factory());

    SearchFill(
            SearchEntries entries,
            TextReader reader,
            Records records,
            Metadata metadata,
            Tenants tenants,
            TenantTransactions transactions) {
        this.entries = entries;
        this.reader = reader;
        this.records = records;
        this.metadata = metadata;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    /** Begins to fill what the bound tenant's metadata asks for, unless that has been seen to. */
    void keepUp() {
        Tenant tenant = CurrentTenant.get();
        long version = tenant.metadataVersion();
        Long last = looked.get(tenant.id());
        // a request that began before a change has nothing to say after it
        if ((last == null || last < version) && looked.merge(tenant.id(), version, Math::max) == version) {
            worker.execute(() -> tenants.find(tenant.id()).ifPresent(now -> CurrentTenant.run(now, this::attempt)));
        }
    }

    /** A failure is tried again with the next search. */
    private void attempt() {
        TenantId tenant = CurrentTenant.get().id();
        try {
            Acting.run(new SystemIdentity("search", "searchable fields changed"), this::fill);
        } catch (RuntimeException failed) {
            LOG.warn("the search of tenant {} could not be filled", tenant, failed);
            looked.remove(tenant);
        }
    }

    /** Makes anew what is not of today's fields. */
    void fill() {
        Map<String, String> states = transactions.read(entries::states);
        List<ObjectType> all = List.copyOf(metadata.current().all());
        for (ObjectType type : all) {
            List<Field<?>> fields = SearchText.fields(type);
            List<String> names = fields.stream().map(Field::name).toList();
            String state = states.get(type.name());
            if (!String.join(",", names).equals(state)) {
                if (state != null || !isWhole(type, names)) {
                    fill(type.name(), fields);
                }
                transactions.write(() -> entries.state(type.name(), names));
            }
        }
        transactions.write(
                () -> entries.removeOthers(all.stream().map(ObjectType::name).toList()));
    }

    /** Of an object that nobody searched yet every record was written together with its entry. */
    private boolean isWhole(ObjectType type, List<String> names) {
        return transactions.read(() -> entries.count(type.name(), names) == records.count(type.name(), Filter.all()));
    }

    private void fill(String object, List<Field<?>> fields) {
        Optional<RecordId> last = transactions.write(() -> chunk(object, fields, null));
        while (last.isPresent()) {
            RecordId after = last.get();
            last = transactions.write(() -> chunk(object, fields, after));
        }
    }

    private Optional<RecordId> chunk(String object, List<Field<?>> fields, @Nullable RecordId after) {
        List<Texts> records = reader.next(object, fields, after, Limits.CHUNK);
        Map<RecordId, SearchText> texts = new LinkedHashMap<>();
        records.forEach(r -> texts.put(r.id(), SearchText.of(fields, r.values())));
        entries.put(object, texts);
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(records.getLast().id());
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
