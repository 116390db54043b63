package io.hemai.files;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.records.StoredFile;
import io.hemai.records.StoredFiles;
import io.hemai.tenancy.ContentShelf;
import io.hemai.tenancy.TenantTransactions;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Takes files in: content first, beside its place; then, in one transaction, the file and the content into its place. */
@Component
class Uploads {
    private final Contents contents;
    private final StoredFiles files;
    private final TenantTransactions transactions;
    private final Clock clock;

    Uploads(Contents contents, StoredFiles files, TenantTransactions transactions, Clock clock) {
        this.contents = contents;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Receives the content of a file to be. */
    ContentShelf.Incoming receive(InputStream content) {
        return contents.receive(content);
    }

    /** Keeps what was received. */
    StoredFile keep(ContentShelf.Incoming incoming, String name, String type) {
        StoredFile file = new StoredFile(
                RecordId.next(),
                name,
                incoming.size(),
                type,
                incoming.sha256(),
                clock.instant(),
                Acting.user().map(UserIdentity::user).orElse(null));
        return transactions.write(() -> {
            files.add(file);
            contents.keep(incoming);
            return file;
        });
    }
}
