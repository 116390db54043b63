package io.hemai.records.change;

import io.hemai.access.Loan;
import io.hemai.access.Shares;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Query;
import io.hemai.records.Reaction;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lends to who comes to own a record what it is about, where a link {@link Trait#SHOWN_TO_OWNER} says so, and ends that when the last
 * such record has gone to somebody else. Only what the acting person could have shared is lent, or what was lent to the owner
 * before: nobody opens a record by giving away what is about it. What goes to the bin may come back, so it ends nothing.
 */
@Component
class LendToOwner implements Reaction {
    private static final SystemIdentity LENDING = new SystemIdentity("loans", "owner");

    private final Metadata metadata;
    private final Shares shares;
    private final ObjectProvider<Records> records;

    LendToOwner(Metadata metadata, Shares shares, ObjectProvider<Records> records) {
        this.metadata = metadata;
        this.shares = shares;
        this.records = records;
    }

    @Override
    public String object() {
        return EVERY;
    }

    @Override
    public void after(ChangeSet written) {
        Map<String, List<Link>> links = lending(written.type()).collect(Collectors.groupingBy(Link::target));
        List<Change> changes = links.isEmpty()
                ? List.of()
                : Stream.of(Change.Kind.CREATE, Change.Kind.UPDATE)
                        .flatMap(kind -> written.sound(kind).stream())
                        .toList();
        links.forEach((target, by) -> {
            Map<Loan, Set<RecordId>> begun = new HashMap<>();
            Set<Loan> over = new HashSet<>();
            for (Change change : changes) {
                for (Link link : by) {
                    Loan before = loan(change.before(), link);
                    Loan now = loan(change.row(), link);
                    if (now != null && !now.equals(before)) {
                        Set<RecordId> from = begun.computeIfAbsent(now, loan -> new HashSet<>());
                        Stream.ofNullable(change.previous(CommonFields.OWNER)).forEach(from::add);
                    }
                    if (before != null && !before.equals(now)) {
                        over.add(before);
                    }
                }
            }
            begin(metadata.current().require(target), begun);
            end(target, over);
        });
    }

    private static Stream<Link> lending(ObjectType type) {
        return type.is(ObjectTrait.OWNED)
                ? type.links().stream().filter(link -> link.field().has(Trait.SHOWN_TO_OWNER))
                : Stream.of();
    }

    private static @Nullable Loan loan(@Nullable Row row, Link link) {
        RecordId owner = row == null ? null : row.value(CommonFields.OWNER);
        RecordId target = row == null ? null : row.value(link.field());
        return owner == null || target == null ? null : new Loan(target, owner);
    }

    /**
     * @param begun with those who owned what is about the record until now
     */
    private void begin(ObjectType type, Map<Loan, Set<RecordId>> begun) {
        RecordId me = Acting.user().map(UserIdentity::user).orElse(null);
        List<Loan> toOthers = begun.keySet().stream()
                .filter(loan -> !loan.person().equals(me))
                .toList();
        if (toOthers.isEmpty()) {
            return;
        }
        Set<RecordId> ids = toOthers.stream().map(Loan::record).collect(Collectors.toSet());
        Map<RecordId, Row> there =
                Acting.call(LENDING, () -> records.getObject().rows(type.name(), ids));
        Set<Loan> theirOwn = there.values().stream()
                .flatMap(
                        row -> Stream.ofNullable(row.value(CommonFields.OWNER)).map(owner -> new Loan(row.id(), owner)))
                .collect(Collectors.toSet());
        Predicate<Loan> permitted = me == null ? loan -> true : sharedBy(type, ids, begun);
        shares.lend(
                type,
                toOthers.stream()
                        .filter(loan -> there.containsKey(loan.record()) && !theirOwn.contains(loan))
                        .filter(permitted)
                        .toList());
    }

    private Predicate<Loan> sharedBy(ObjectType type, Set<RecordId> ids, Map<Loan, Set<RecordId>> begun) {
        Set<RecordId> shareable = records.getObject().changeable(type, ids).keySet();
        List<Loan> before = new ArrayList<>();
        begun.forEach((loan, owners) -> owners.forEach(owner -> before.add(new Loan(loan.record(), owner))));
        Set<RecordId> passedOn = shares.lent(before).stream().map(Loan::record).collect(Collectors.toSet());
        return loan -> shareable.contains(loan.record()) || passedOn.contains(loan.record());
    }

    private void end(String target, Set<Loan> over) {
        List<Loan> ended = Acting.call(
                LENDING,
                () -> shares.lent(over).stream()
                        .filter(loan -> !isAboutIt(target, loan))
                        .toList());
        shares.endLoans(ended);
    }

    /** Whether the person owns a record that is about the other. */
    private boolean isAboutIt(String target, Loan loan) {
        return metadata.current().all().stream()
                .flatMap(LendToOwner::lending)
                .filter(link -> link.target().equals(target))
                .anyMatch(link -> records.getObject()
                        .find(Query.of(link.from())
                                .where(CommonFields.OWNER
                                        .is(loan.person())
                                        .and(link.field().is(loan.record()))))
                        .isPresent());
    }
}
