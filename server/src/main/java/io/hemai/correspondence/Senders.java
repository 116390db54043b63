package io.hemai.correspondence;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.people.UserObject;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.tenancy.CurrentTenant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who writes a mail: the person who acts, or the company where Hemai does. */
@Component
class Senders {
    private static final SystemIdentity LOOKING = new SystemIdentity("mails", "finds who writes");

    private final UserObject user;
    private final Records records;

    Senders(UserObject user, Records records) {
        this.user = user;
        this.records = records;
    }

    String name() {
        return Acting.user()
                .map(UserIdentity::label)
                .orElseGet(() -> CurrentTenant.get().label());
    }

    /** Whose mail it is; that of the record's owner where Hemai writes. */
    @Nullable
    RecordId owner(Row record) {
        return Acting.user().map(UserIdentity::user).orElseGet(() -> record.value(CommonFields.OWNER));
    }

    /** Where the person gets mails; null where that is not known. */
    @Nullable
    String address() {
        return Acting.user()
                .map(UserIdentity::user)
                .map(id -> Acting.call(LOOKING, () -> records.rows(user.name(), List.of(id)))
                        .get(id))
                .map(row -> row.value(user.email))
                .orElse(null);
    }
}
