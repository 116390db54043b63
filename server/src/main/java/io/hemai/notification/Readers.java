package io.hemai.notification;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.people.UserObject;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** People as readers of what they are told: their rights, their language, their time. */
@Component
class Readers {
    private static final SystemIdentity LOOKING = new SystemIdentity("notification", "who is told");

    private final UserObject user;
    private final Records records;

    Readers(UserObject user, Records records) {
        this.user = user;
        this.records = records;
    }

    /** Those of the people who work here, each as who reads in an own session, in one order for everybody. */
    Map<RecordId, UserIdentity> of(Collection<RecordId> people) {
        Map<RecordId, UserIdentity> readers = new TreeMap<>();
        Acting.call(LOOKING, () -> records.rows(user.name(), people)).forEach((id, row) -> {
            if (Boolean.TRUE.equals(row.value(user.active))) {
                readers.put(id, reader(row));
            }
        });
        return readers;
    }

    /** Where those of the people who have a mail address are written to. */
    Map<RecordId, String> addresses(Collection<RecordId> people) {
        Map<RecordId, String> addresses = new HashMap<>();
        Acting.call(LOOKING, () -> records.rows(user.name(), people)).forEach((id, row) -> {
            String address = row.value(user.email);
            if (address != null) {
                addresses.put(id, address);
            }
        });
        return addresses;
    }

    private UserIdentity reader(Row row) {
        Tenant tenant = CurrentTenant.get();
        String language = row.value(user.locale);
        Locale locale = language == null ? tenant.locale() : Locale.forLanguageTag(language);
        String zone = row.value(user.timeZone);
        return UserIdentity.signedIn(row.id(), row.label(), zone == null ? tenant.zone() : ZoneId.of(zone), locale);
    }
}
