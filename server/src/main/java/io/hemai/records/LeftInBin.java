package io.hemai.records;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Purged;
import io.hemai.metadata.RecordsBack;
import io.hemai.records.store.BinReader;
import io.hemai.records.store.BinStore;
import io.hemai.tenancy.TenantTransactions;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What stayed in the bin when the record came back that it had gone with, since its object was away; it follows later. */
@Component
class LeftInBin implements RecordsBack {
    private static final SystemIdentity SELF = new SystemIdentity("bin", "restored");

    private final BinReader reader;
    private final BinStore store;
    private final Bin bin;
    private final Metadata metadata;
    private final TenantTransactions transactions;

    LeftInBin(BinReader reader, BinStore store, Bin bin, Metadata metadata, TenantTransactions transactions) {
        this.reader = reader;
        this.store = store;
        this.bin = bin;
        this.metadata = metadata;
        this.transactions = transactions;
    }

    @Override
    public void comeBack() {
        List<String> objects = metadata.current().all().stream()
                .filter(type -> type.is(ObjectTrait.CUSTOM))
                .map(ObjectType::name)
                .toList();
        Acting.run(SELF, () -> transactions.read(() -> reader.left(objects)).forEach(this::follow));
    }

    private void follow(RecordId entry) {
        transactions.write(() -> reader.entry(entry).ifPresent(this::follow));
    }

    /** What cannot come back by itself, as when what it belongs to has gone again, comes back by hand. */
    private void follow(BinReader.Entry entry) {
        try {
            transactions.nested(() -> {
                bin.bringBack(entry);
                return true;
            });
        } catch (Refusal refused) {
            reader.rows(entry).values().stream()
                    .flatMap(List::stream)
                    .findFirst()
                    .ifPresent(first -> store.standAlone(entry, first));
        }
    }

    /** A later object of the name has nothing to do with them. */
    @EventListener
    void forget(Purged gone) {
        if (gone.field() == null) {
            store.forget(gone.object());
        }
    }
}
