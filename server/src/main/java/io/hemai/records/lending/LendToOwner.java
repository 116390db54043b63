package io.hemai.records.lending;

import io.hemai.access.Loan;
import io.hemai.access.Shares;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Limits;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lends to who comes to own a record what it is about, where a link {@link Trait#SHOWN_TO_OWNER} says so, and ends that when the last
 * such record has gone. Lent is only what somebody who could have shared it gives to somebody else with the record; besides, a loan moves
 * with the record from owner to owner and, where Hemai itself leads the record elsewhere, from one to the other. So nobody opens a record
 * by what one may not share, nor to oneself.
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
        links.forEach((target, by) -> {
            Moves moves = new Moves();
            written.sound().forEach(change -> by.forEach(link -> moves.add(change, link)));
            Set<Loan> ended = end(target, moves.over);
            begin(metadata.current().require(target), moves, ended);
        });
    }

    /** What may begin and end with a write. */
    private static final class Moves {
        /** With the loans that may go over into each. */
        final Map<Loan, Set<Loan>> begun = new HashMap<>();
        /** What the acting person gives to somebody else. */
        final Set<Loan> given = new HashSet<>();

        final Set<Loan> over = new HashSet<>();

        void add(Change change, Link link) {
            boolean goes = change.kind() == Change.Kind.DELETE;
            boolean comes = change.kind() == Change.Kind.RESTORE;
            Loan before = comes ? null : loan(change.before(), link);
            Loan now = goes ? null : loan(change.row(), link);
            if (now != null && !now.equals(before)) {
                Set<Loan> from = begun.computeIfAbsent(now, loan -> new HashSet<>());
                if (before != null
                        && (before.record().equals(now.record())
                                || Acting.user().isEmpty())) {
                    from.add(before);
                }
                giver(comes).filter(giver -> !giver.user().equals(now.person())).ifPresent(giver -> given.add(now));
            }
            if (before != null && !before.equals(now)) {
                over.add(before);
            }
        }
    }

    /** The person who decides; that it comes back from the bin Hemai does for somebody. */
    private static Optional<UserIdentity> giver(boolean comesBack) {
        return comesBack && Acting.who() instanceof SystemIdentity system
                ? Optional.ofNullable(system.behalf())
                : Acting.user();
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

    private void begin(ObjectType type, Moves moves, Set<Loan> ended) {
        List<Loan> moved = moves.begun.keySet().stream()
                .filter(loan -> !Collections.disjoint(moves.begun.getOrDefault(loan, Set.of()), ended))
                .toList();
        Set<RecordId> shareable = shareable(type, moves.given);
        Set<Loan> lent = Stream.concat(
                        moved.stream(), moves.given.stream().filter(loan -> shareable.contains(loan.record())))
                .collect(Collectors.toSet());
        Set<RecordId> ids = lent.stream().map(Loan::record).collect(Collectors.toSet());
        Map<RecordId, Row> there =
                Acting.call(LENDING, () -> records.getObject().rows(type.name(), ids));
        lent.removeIf(loan -> !there.containsKey(loan.record()));
        there.values()
                .forEach(row -> Stream.ofNullable(row.value(CommonFields.OWNER))
                        .forEach(owner -> lent.remove(new Loan(row.id(), owner))));
        shares.lend(type, lent);
    }

    /** Those of the records that who gives them may change, and so share. */
    private Set<RecordId> shareable(ObjectType type, Set<Loan> given) {
        Set<RecordId> ids = given.stream().map(Loan::record).collect(Collectors.toSet());
        return ids.isEmpty()
                ? Set.of()
                : Acting.call(
                                giver(true).orElseThrow(),
                                () -> records.getObject().changeable(type, ids))
                        .keySet();
    }

    private Set<Loan> end(String target, Set<Loan> over) {
        Set<Loan> ended = shares.lockLent(over);
        List<Link> ways = ended.isEmpty()
                ? List.of()
                : metadata.current().all().stream()
                        .flatMap(LendToOwner::lending)
                        .filter(link -> link.target().equals(target))
                        .toList();
        ways.forEach(link -> ended.removeAll(Acting.call(LENDING, () -> needed(link, List.copyOf(ended)))));
        shares.endLoans(ended);
        return ended;
    }

    /** Those of the loans whose people own a record that leads to what is lent. */
    private Set<Loan> needed(Link link, List<Loan> loans) {
        if (loans.size() <= Limits.IN_VALUES) {
            int most = loans.size() == 1 ? 1 : Limits.BATCH;
            List<Row> about = records.getObject()
                    .list(Query.of(link.from())
                            .where(CommonFields.OWNER
                                    .in(loans.stream()
                                            .map(Loan::person)
                                            .distinct()
                                            .toList())
                                    .and(link.field()
                                            .in(loans.stream()
                                                    .map(Loan::record)
                                                    .distinct()
                                                    .toList())))
                            .limit(most));
            if (about.size() < most || most == 1) {
                return about.stream().map(row -> loan(row, link)).collect(Collectors.toSet());
            }
        }
        int half = loans.size() / 2;
        Set<Loan> needed = new HashSet<>(needed(link, loans.subList(0, half)));
        needed.addAll(needed(link, loans.subList(half, loans.size())));
        return needed;
    }
}
