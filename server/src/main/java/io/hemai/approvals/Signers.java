package io.hemai.approvals;

import io.hemai.access.Departments;
import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.calendar.WorkingTimes;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.people.UserObject;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who is to decide: who is meant, and who stands in for them. */
@Component
class Signers {
    /** More than that decide nothing together. */
    static final int MOST = 50;

    /** So far up goes a line of managers, and so long is a line of people who stand in for each other. */
    private static final int FARTHEST = 20;

    private static final String ADMIN = "admin";

    private final PeopleSource people;
    private final UserObject user;
    private final DelegationObject delegation;
    private final Records records;
    private final WorkingTimes times;

    Signers(PeopleSource people, UserObject user, DelegationObject delegation, Records records, WorkingTimes times) {
        this.people = people;
        this.user = user;
        this.delegation = delegation;
        this.records = records;
        this.times = times;
    }

    /**
     * Somebody who decides.
     *
     * @param inPlaceOf who was meant; null for oneself
     */
    record Signer(Person person, @Nullable RecordId inPlaceOf) {}

    /** Looks at what is so now; what is asked twice is looked up once. */
    Search at(Instant now) {
        return new Search(now);
    }

    /** The people at one moment. */
    final class Search {
        private final Instant now;
        private final Map<RecordId, Optional<Person>> persons = new HashMap<>();
        private final Map<String, List<RecordId>> holders = new HashMap<>();
        private @Nullable Map<RecordId, RecordId> delegates;
        private @Nullable Departments tree;
        private final WorkingTimes.Current hours;

        private Search(Instant now) {
            this.now = now;
            this.hours = times.at(now);
        }

        /** Who decides, in their order; none where nobody is found that works here. */
        List<Signer> of(Asking asking, @Nullable RecordId submitter) {
            Map<RecordId, Signer> signers = new LinkedHashMap<>();
            for (RecordId meant : meant(asking, submitter)) {
                standIn(meant)
                        .ifPresent(signer -> signers.putIfAbsent(signer.person().id(), signer));
            }
            return signers.values().stream().limit(MOST).toList();
        }

        /** The administrators who work here. */
        List<Signer> administrators() {
            return withRole(ADMIN).stream()
                    .flatMap(id -> person(id).stream())
                    .map(person -> new Signer(person, null))
                    .toList();
        }

        private List<RecordId> meant(Asking asking, @Nullable RecordId submitter) {
            Terms terms = asking.terms();
            return switch (terms.asked()) {
                case "people" -> terms.named();
                case "chosen" -> asking.chosen();
                case "role" -> withRole(String.valueOf(terms.role()));
                case "field" ->
                    asking
                            .record()
                            .type()
                            .field(String.valueOf(terms.field()))
                            .filter(field -> field.type() instanceof LinkType)
                            .map(field -> asking.record().value(field))
                            .map(value -> (RecordId) value)
                            .stream()
                            .toList();
                case "head" -> head(submitter, terms.up()).stream().toList();
                default -> manager(submitter, terms.up()).stream().toList();
            };
        }

        private List<RecordId> withRole(String role) {
            return holders.computeIfAbsent(role, name -> {
                Filter active = Filter.leaf(user.roles.name(), Op.CONTAINS, List.of(name))
                        .and(user.active.is(true));
                return records.list(Query.of(user).where(active).limit(MOST)).stream()
                        .map(Row::id)
                        .sorted()
                        .toList();
            });
        }

        /** The manager so many levels up; the highest there is where the line ends before. */
        private Optional<RecordId> manager(@Nullable RecordId of, int levels) {
            RecordId at = of;
            RecordId found = null;
            for (int i = 0; i < levels && at != null; i++) {
                at = person(at).map(Person::manager).orElse(null);
                found = at == null ? found : at;
            }
            return Optional.ofNullable(found);
        }

        /** Who leads the department so many levels up; the nearest above that somebody leads. */
        private Optional<RecordId> head(@Nullable RecordId of, int levels) {
            if (tree == null) {
                tree = people.departments();
            }
            Departments all = tree;
            return Optional.ofNullable(of)
                    .flatMap(this::person)
                    .flatMap(Person::worksIn)
                    .flatMap(in -> {
                        List<RecordId> up = List.copyOf(all.upFrom(in));
                        return up.subList(Math.min(levels, up.size()) - 1, up.size()).stream()
                                .flatMap(id -> all.leader(id).stream())
                                .findFirst();
                    });
        }

        /** By when the person is to decide who is asked now; null for whenever they like. */
        @Nullable
        Instant due(Terms terms, Person person) {
            return terms.due(now, () -> hours.of(person.department())).orElse(null);
        }

        /** Whether the person works here no more. */
        boolean hasLeft(RecordId id) {
            return person(id).filter(Person::active).isEmpty();
        }

        /** Whoever has left is followed by their manager, whoever is away by whom they named. */
        Optional<Signer> standIn(RecordId meant) {
            Set<RecordId> seen = new LinkedHashSet<>();
            RecordId at = meant;
            while (at != null && seen.size() < FARTHEST && seen.add(at)) {
                Optional<Person> person = person(at);
                if (person.isEmpty()) {
                    return Optional.empty();
                }
                Optional<RecordId> other = person.get().active()
                        ? delegate(at).filter(next -> !seen.contains(next))
                        : Optional.ofNullable(person.get().manager());
                if (other.isEmpty() && person.get().active()) {
                    return Optional.of(new Signer(person.get(), at.equals(meant) ? null : meant));
                }
                at = other.orElse(null);
            }
            return Optional.empty();
        }

        private Optional<RecordId> delegate(RecordId away) {
            if (delegates == null) {
                delegates = current();
            }
            return Optional.ofNullable(delegates.get(away))
                    .filter(delegate -> person(delegate).filter(Person::active).isPresent());
        }

        /** Who stands in for whom today. */
        private Map<RecordId, RecordId> current() {
            LocalDate today = now.atZone(CurrentTenant.get().zone()).toLocalDate();
            Filter current = Filter.leaf(delegation.startsOn.name(), Op.LE, today)
                    .and(Filter.leaf(delegation.endsOn.name(), Op.GE, today));
            Map<RecordId, RecordId> found = new HashMap<>();
            records.list(Query.of(delegation).where(current).limit(Limits.BATCH))
                    .forEach(row ->
                            found.putIfAbsent(row.require(CommonFields.OWNER), row.require(delegation.delegate)));
            return found;
        }

        private Optional<Person> person(RecordId id) {
            return persons.computeIfAbsent(id, people::person);
        }

        /** The nearest manager of the person who works here, and has not been asked. */
        Optional<Signer> above(RecordId person, Set<RecordId> asked) {
            Set<RecordId> seen = new HashSet<>();
            RecordId at = person(person).map(Person::manager).orElse(null);
            while (at != null && seen.add(at)) {
                Optional<Signer> signer = standIn(at)
                        .filter(one -> !one.person().id().equals(person))
                        .filter(one -> !asked.contains(one.person().id()));
                if (signer.isPresent()) {
                    return signer;
                }
                at = person(at).map(Person::manager).orElse(null);
            }
            return Optional.empty();
        }
    }

    /** Names as a story tells them. */
    static String names(Stream<Signer> some) {
        return String.join("、", some.map(one -> one.person().label()).toList());
    }
}
