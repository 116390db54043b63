package io.hemai.records;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Purged;
import io.hemai.records.store.FileSight;
import io.hemai.records.store.FileStore;
import io.hemai.records.store.FileUpkeep;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The files that records refer to: what is known of them, who may read them, and when nobody needs them any more. */
@Component
public class StoredFiles {
    /** How long a file waits for a record to use it. */
    private static final Duration WAITS = Duration.ofHours(24);

    private final FileStore store;
    private final FileSight sight;
    private final FileUpkeep upkeep;
    private final TenantTransactions transactions;
    private final Clock clock;

    StoredFiles(FileStore store, FileSight sight, FileUpkeep upkeep, TenantTransactions transactions, Clock clock) {
        this.store = store;
        this.sight = sight;
        this.upkeep = upkeep;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes a file up in the open transaction. From this call on its content is safe from {@link #removeContents}. */
    public void add(StoredFile file) {
        store.add(file, clock.instant().plus(WAITS));
    }

    /** The file, if the acting identity may read it. */
    public Optional<StoredFile> find(RecordId id) {
        return Optional.ofNullable(readable(Set.of(id)).get(id));
    }

    /** Those of the files that the acting identity may read. */
    public Map<RecordId, StoredFile> readable(Collection<RecordId> ids) {
        return ids.isEmpty() ? Map.of() : transactions.read(() -> store.find(sight.readable(ids)));
    }

    /** What is known of files, whoever may read them. */
    public Map<RecordId, StoredFile> of(Collection<RecordId> ids) {
        return ids.isEmpty() ? Map.of() : transactions.read(() -> store.find(ids));
    }

    /** Releases the files of a field or an object that is gone for good. */
    @EventListener
    void release(Purged gone) {
        store.releaseAll(gone.object(), gone.field(), clock.instant());
    }

    /** Forgets files that no record has used for long enough; answers how many. */
    public int forgetUnused() {
        return transactions.write(() -> upkeep.forgetUnused(clock.instant()));
    }

    /** Takes up content that stands somewhere without belonging to a file, so that it is removed like any other. */
    public void adopt(List<String> hashes) {
        transactions.write(() -> upkeep.adopt(hashes));
    }

    /** Lets the content be removed that belongs to no file, each while nobody can bring the same again; answers how many. */
    public int removeContents(Consumer<String> remove) {
        int removed = 0;
        for (String hash : transactions.read(upkeep::unused)) {
            boolean gone = transactions.write(() -> {
                boolean free = upkeep.forgetContent(hash);
                if (free) {
                    remove.accept(hash);
                }
                return free;
            });
            removed += gone ? 1 : 0;
        }
        return removed;
    }
}
