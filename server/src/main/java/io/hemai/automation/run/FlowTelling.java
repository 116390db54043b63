package io.hemai.automation.run;

import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.automation.Outcome.Deed.Tell;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.fieldtype.About;
import io.hemai.notification.Notice;
import io.hemai.notification.Notifications;
import io.hemai.notification.Said;
import io.hemai.records.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells people what steps of flows have for them, many runs at once. */
@Component
class FlowTelling {
    private static final String KIND = "flow";

    private final Notifications notifications;
    private final ObjectProvider<PeopleSource> people;

    FlowTelling(Notifications notifications, ObjectProvider<PeopleSource> people) {
        this.notifications = notifications;
        this.people = people;
    }

    /**
     * What a step says about one record.
     *
     * @param origin flow and step, from which much may come at a time
     */
    record Told(String origin, Row record, Tell tell) {
        Optional<RecordId> owner() {
            return record.type().is(ObjectTrait.OWNED)
                    ? Optional.ofNullable(record.value(CommonFields.OWNER))
                    : Optional.empty();
        }

        Notice notice() {
            Notice notice = Notice.of(KIND, new Said.Merged(tell.title()))
                    .about(new About(record.type().name(), record.id()))
                    .from(origin);
            return tell.body() == null ? notice : notice.saying(new Said.Merged(tell.body()));
        }
    }

    void tell(List<Told> all) {
        if (all.isEmpty()) {
            return;
        }
        Set<RecordId> owners =
                all.stream().flatMap(told -> told.owner().stream()).collect(Collectors.toSet());
        Map<RecordId, Person> known =
                owners.isEmpty() ? Map.of() : people.getObject().persons(owners);
        Map<RecordId, List<Notice>> news = new LinkedHashMap<>();
        for (Told told : all) {
            told.tell().to().stream()
                    .flatMap(to -> person(to, told, known).stream())
                    .distinct()
                    .forEach(person ->
                            news.computeIfAbsent(person, p -> new ArrayList<>()).add(told.notice()));
        }
        notifications.tell(news);
    }

    private static Optional<RecordId> person(String to, Told told, Map<RecordId, Person> known) {
        return switch (to) {
            case Tell.OWNER -> told.owner();
            case Tell.MANAGER ->
                told.owner().map(known::get).filter(Objects::nonNull).map(Person::manager);
            default -> RecordId.parse(to);
        };
    }
}
