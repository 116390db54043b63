package io.hemai.records.transfer;

import io.hemai.records.store.MassActStore;
import io.hemai.records.store.TransferQueue;
import io.hemai.tenancy.Tenants;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Throws away exported files and those that imports have read, a while after they came; every node may do it at any time. */
@Component
class Tidying {
    static final Duration EXPORTS_STAY = Duration.ofHours(24);
    private static final Duration IMPORTS_STAY = Duration.ofDays(7);

    private static final Duration TURNS_STAY = Duration.ofDays(1);

    private final FileShelf shelf;
    private final MassActStore store;
    private final TransferQueue queue;
    private final Tenants tenants;

    Tidying(FileShelf shelf, MassActStore store, TransferQueue queue, Tenants tenants) {
        this.queue = queue;
        this.shelf = shelf;
        this.store = store;
        this.tenants = tenants;
    }

    /** What an import that has not ended still reads stays. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void tidy() {
        queue.forgetTurns(TURNS_STAY);
        tenants.forEachActive("tidying exported and imported files", tenant -> {
            shelf.tidyExports(EXPORTS_STAY);
            shelf.tidyImports(IMPORTS_STAY, store.filesInUse());
        });
    }
}
