package io.hemai.records;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.Trait;
import io.hemai.records.store.AwayValues;
import io.hemai.records.store.BinReader;
import io.hemai.records.store.Labels;
import io.hemai.records.store.RecordIds;
import io.hemai.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was deleted, and how it comes back: the record with everything that went with it, and the links that became empty. */
@Component
public class Bin {
    private final BinReader reader;
    private final AwayValues away;
    private final Records records;
    private final RecordIds ids;
    private final Labels labels;
    private final Metadata metadata;
    private final Gate gate;
    private final TenantTransactions transactions;

    Bin(
            BinReader reader,
            AwayValues away,
            Records records,
            RecordIds ids,
            Labels labels,
            Metadata metadata,
            Gate gate,
            TenantTransactions transactions) {
        this.reader = reader;
        this.away = away;
        this.records = records;
        this.ids = ids;
        this.labels = labels;
        this.metadata = metadata;
        this.gate = gate;
        this.transactions = transactions;
    }

    /** The deletions that the acting identity may take back, newest first: its own, and those of objects it sees whole. */
    public List<BinReader.Entry> entries(BinReader.Wanted wanted) {
        List<String> whole = names(this::seesWhole);
        wanted.objects().forEach(metadata.current()::require);
        List<String> own = names(this::bringsBack);
        RecordId person = Acting.user().map(UserIdentity::user).orElse(null);
        return transactions.read(() -> reader.entries(person, whole, own, wanted)).stream()
                .map(this::shown)
                .toList();
    }

    private List<String> names(Predicate<ObjectType> of) {
        return metadata.current().all().stream()
                .filter(of)
                .map(ObjectType::name)
                .toList();
    }

    private BinReader.Entry shown(BinReader.Entry entry) {
        return entry.called(
                labels.names(metadata.current().require(entry.object())).shown(entry.label()));
    }

    private boolean seesWhole(ObjectType type) {
        return gate.rights(Acting.who(), type).delete().equals(Filter.all());
    }

    /** Puts the record and everything that went with it back as it was; its version grows. */
    public void restore(String object, RecordId record) {
        transactions.write(() -> {
            BinReader.Entry entry = reader.entry(object, record)
                    .filter(this::mayRestore)
                    .orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, object, record));
            bringBack(entry);
        });
    }

    /** Puts back what the entry has of objects that are there; what it has of others stays in it. */
    void bringBack(BinReader.Entry entry) {
        Map<ObjectType, List<Row>> rows = reader.rows(entry);
        Set<RecordId> together =
                rows.values().stream().flatMap(List::stream).map(Row::id).collect(Collectors.toSet());
        rows.forEach((type, back) -> {
            putBack(type, back, together);
            away.fill(type, entry);
        });
        List<BinReader.EmptiedLink> emptied = reader.take(entry, rows.keySet());
        Acting.run(
                SystemIdentity.onBehalfOf(Acting.who(), "restored"),
                () -> emptied.stream()
                        .collect(Collectors.groupingBy(e -> new Emptied(e.object(), e.field())))
                        .forEach(this::link));
    }

    /** Whether the record was deleted and the acting identity could bring it back. */
    public boolean holds(String object, RecordId record) {
        return transactions.write(
                () -> reader.entry(object, record).filter(this::mayRestore).isPresent());
    }

    private boolean mayRestore(BinReader.Entry entry) {
        boolean own = Acting.user().map(u -> u.user().equals(entry.by())).orElse(true);
        return metadata.current()
                .find(entry.object())
                .filter(type -> own ? bringsBack(type) : seesWhole(type))
                .isPresent();
    }

    /** What somebody deleted comes back by the rights they have now, not by those they had. */
    private boolean bringsBack(ObjectType type) {
        Rights rights = gate.rights(Acting.who(), type);
        return !rights.read().equals(Filter.none())
                && (rights.create() || !rights.delete().equals(Filter.none()));
    }

    private void putBack(ObjectType type, List<Row> rows, Set<RecordId> together) {
        List<Change> changes = rows.stream().map(Change::restore).toList();
        type.links().stream()
                .filter(link -> link.type().onDelete() == OnDelete.CASCADE)
                .forEach(link -> changes.forEach(change -> {
                    RecordId target = change.value(link.field());
                    if (target != null && together.contains(target)) {
                        change.along(target);
                    }
                }));
        type.links().forEach(link -> dropDangling(type, link, changes));
        Acting.run(
                SystemIdentity.onBehalfOf(Acting.who(), "restored"),
                () -> records.write(type, changes, WriteOptions.USUAL.allowingDuplicates()));
    }

    /** A link to what is gone for good comes back empty, unless the record cannot be without it. */
    private void dropDangling(ObjectType type, Link link, List<Change> changes) {
        Set<RecordId> wanted = new HashSet<>();
        changes.forEach(c -> {
            RecordId target = c.value(link.field());
            if (target != null) {
                wanted.add(target);
            }
        });
        if (wanted.isEmpty()
                || CommonFields.kept(link.field())
                || metadata.current().find(link.target()).isEmpty()) {
            return;
        }
        Set<RecordId> there = ids.existing(metadata.current().require(link.target()), wanted);
        if (link.target().equals(type.name())) {
            changes.forEach(c -> there.add(c.id()));
        }
        for (Change change : changes) {
            RecordId target = change.value(link.field());
            if (target != null && !there.contains(target)) {
                refuseWhileInBin(link, target);
                if (!link.field().has(Trait.REQUIRED)) {
                    change.set(link.field(), null);
                }
            }
        }
    }

    /** What can still come back must come first, or the link to it would be lost. */
    private void refuseWhileInBin(Link link, RecordId target) {
        ObjectType type = metadata.current().require(link.target());
        reader.entry(link.target(), target).ifPresent(entry -> {
            Labels.Called called = labels.ever(type, List.of(target)).get(target);
            throw Refusal.ofField(
                    link.name(), RecordsError.RESTORE_FIRST, type.label(), called == null ? "***" : called.label());
        });
    }

    /** Links of one field that became empty. */
    private record Emptied(String object, String field) {}

    /** Sets those again that are still empty, in one write. */
    private void link(Emptied of, List<BinReader.EmptiedLink> emptied) {
        metadata.current()
                .find(of.object())
                .flatMap(type -> type.link(of.field()))
                .ifPresentOrElse(link -> link(link, emptied), () -> away.lead(of.object(), of.field(), emptied));
    }

    private void link(Link link, List<BinReader.EmptiedLink> emptied) {
        ObjectType type = metadata.current().require(link.from());
        Map<RecordId, Row> standing = records.rows(
                type.name(), emptied.stream().map(BinReader.EmptiedLink::record).toList());
        List<Change> changes = new ArrayList<>();
        for (BinReader.EmptiedLink each : emptied) {
            Row row = standing.get(each.record());
            if (row != null && row.value(link.field()) == null) {
                Map<String, @Nullable Object> values = Collections.singletonMap(link.name(), each.target());
                changes.add(Change.update(type, row.id(), null, values, true));
            }
        }
        if (!changes.isEmpty()) {
            records.write(type, changes, WriteOptions.USUAL);
        }
    }
}
