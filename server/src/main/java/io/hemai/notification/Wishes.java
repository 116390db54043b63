package io.hemai.notification;

import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How people want to be told. */
@Component
class Wishes {
    private final NotificationSettingObject setting;
    private final Records records;
    private final Duration wait;
    private final Wish usual;

    Wishes(NotificationSettingObject setting, Records records, @Value("${hemai.mail.wait:3m}") Duration wait) {
        this.setting = setting;
        this.records = records;
        this.wait = wait;
        Map<String, Way> ways = new HashMap<>();
        setting.kinds().forEach(kind -> ways.put(kind.name(), Way.class.cast(kind.initial())));
        this.usual = new Wish(ways, null, null, (int) NotificationSettingObject.DIGEST_AT, wait);
    }

    /** How long what people were told waits to be seen, before a mail tells it. */
    Duration waiting() {
        return wait;
    }

    /** Of each of the people; of those who said nothing what is usual. */
    Map<RecordId, Wish> of(Collection<RecordId> people) {
        Map<RecordId, Wish> wishes = new HashMap<>();
        people.forEach(person -> wishes.put(person, usual));
        List<RecordId> all = new ArrayList<>(people);
        for (int from = 0; from < all.size(); from += Limits.IN_VALUES) {
            List<RecordId> some = all.subList(from, Math.min(from + Limits.IN_VALUES, all.size()));
            records.list(Query.of(setting).where(CommonFields.OWNER.in(some)).limit(some.size()))
                    .forEach(row -> wishes.put(row.require(CommonFields.OWNER), wish(row)));
        }
        return wishes;
    }

    private Wish wish(Row row) {
        Map<String, Way> ways = new HashMap<>();
        for (Field<Way> kind : setting.kinds()) {
            ways.put(kind.name(), row.require(kind));
        }
        return new Wish(
                ways,
                hour(row.value(setting.quietFrom)),
                hour(row.value(setting.quietUntil)),
                row.require(setting.digestAt).intValue(),
                wait);
    }

    private static @Nullable Integer hour(@Nullable Long hour) {
        return hour == null ? null : hour.intValue();
    }
}
