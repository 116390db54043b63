package io.hemai.records.change;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.ValueContext;
import io.hemai.metadata.fieldtype.AutoNumberType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import io.hemai.records.ValueContexts;
import io.hemai.records.store.LinkTargets;
import io.hemai.records.store.RecordIds;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses what is missing and links that lead nowhere, or where the caller must not. */
@Component
@Order(50)
class Validate implements Step {
    private final LinkTargets targets;
    private final RecordIds ids;
    private final Metadata metadata;
    private final ValueContexts contexts;

    Validate(LinkTargets targets, RecordIds ids, Metadata metadata, ValueContexts contexts) {
        this.contexts = contexts;
        this.targets = targets;
        this.ids = ids;
        this.metadata = metadata;
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Change> written = changes.written();
        List<Change> given = changes.withoutRestored().written();
        misread(changes).forEach(change -> required(change, field -> mayYetBeFilled(change, field)));
        given.forEach(change -> required(change, field -> false));
        rates(changes, given);
        changes.type().links().forEach(link -> links(changes, written, link));
    }

    /** Every amount can be counted in base currency; what rules derive from one that cannot is not told again. */
    private void rates(ChangeSet changes, List<Change> given) {
        List<Field<?>> amounts = changes.type().fields().stream()
                .filter(f -> f.type().comparison() == Comparison.MONEY)
                .sorted(Comparator.comparing(f -> f.has(Trait.READ_ONLY)))
                .toList();
        if (!amounts.isEmpty()) {
            given.forEach(change -> rates(changes, change, amounts));
        }
    }

    private void rates(ChangeSet changes, Change change, List<Field<?>> all) {
        if (contexts.redated(change)) {
            all.forEach(change::redate);
        }
        List<Field<?>> amounts = all.stream()
                .filter(f -> change.value(f) != null && change.rewrites(f))
                .toList();
        if (amounts.isEmpty()) {
            return;
        }
        ValueContext.Rates rates = contexts.of(changes, change).rates();
        Set<Currency> unknown = new HashSet<>();
        for (Field<?> field : amounts) {
            Money money = (Money) Objects.requireNonNull(change.value(field));
            if (!(field.has(Trait.READ_ONLY) && unknown.contains(money.currency())) && !rates.knows(money.currency())) {
                unknown.add(money.currency());
                change.refuse(field, MetadataError.NO_RATE, money.currency().getCurrencyCode());
            }
        }
    }

    /** Those of which only some fields were refused: the caller is told at once what is missing besides. */
    private static List<Change> misread(ChangeSet changes) {
        return changes.changes().stream()
                .filter(c -> c.kind() == Change.Kind.CREATE || c.kind() == Change.Kind.UPDATE)
                .filter(c -> c.isRefused() && c.problems().stream().allMatch(p -> p.field() != null))
                .toList();
    }

    /** Whether an empty field is no problem of its own: what is refused, later defaults and rules do not fill in. */
    private static boolean mayYetBeFilled(Change change, Field<?> field) {
        return (field.initial() != null && !change.given(field))
                || field.has(Trait.DERIVED)
                || change.problems().stream().anyMatch(p -> field.name().equals(p.field()));
    }

    /** What stands empty from before may stay so; what this write leaves or makes empty may not. */
    private static void required(Change change, Predicate<Field<?>> excused) {
        for (Field<?> field : change.type().fields()) {
            if (field.has(Trait.REQUIRED)
                    && !(field.type() instanceof AutoNumberType)
                    && change.value(field) == null
                    && !excused.test(field)
                    && (change.creates() || change.changes(field))) {
                change.refuse(field, RecordsError.REQUIRED, field.name());
            }
        }
    }

    private static RecordId target(Change change, Link link) {
        return Objects.requireNonNull(change.value(link.field()));
    }

    /**
     * Links that were given or come back: callers link to what they may read, code to whatever is there. What rules set, they
     * know, and the database holds it.
     */
    private void links(ChangeSet changes, List<Change> written, Link link) {
        List<Change> changed = written.stream()
                .filter(c -> c.given(link.field()) || c.kind() == Change.Kind.RESTORE)
                .filter(c -> c.value(link.field()) != null && c.changes(link.field()))
                .toList();
        Optional<ObjectType> target = metadata.current().find(link.target());
        if (changed.isEmpty() || target.isEmpty()) {
            return;
        }
        boolean master = changes.type().is(ObjectTrait.LINE) && link.type().followed();
        if (master) {
            check(changed, link, wanted -> targets.existing(changes, target.get(), wanted, true));
            return;
        }
        check(
                changed.stream().filter(c -> !c.trusted()).toList(),
                link,
                wanted -> targets.existing(changes, target.get(), wanted, false));
        check(changed.stream().filter(Change::trusted).toList(), link, wanted -> ids.existing(target.get(), wanted));
    }

    private static void check(List<Change> changed, Link link, UnaryOperator<Set<RecordId>> existing) {
        Set<RecordId> wanted = new HashSet<>();
        changed.forEach(c -> wanted.add(target(c, link)));
        if (wanted.isEmpty()) {
            return;
        }
        Set<RecordId> there = existing.apply(wanted);
        for (Change change : changed) {
            RecordId target = target(change, link);
            if (!there.contains(target)) {
                change.refuse(link.field(), RecordsError.LINK_NOT_FOUND, target);
            }
        }
    }
}
