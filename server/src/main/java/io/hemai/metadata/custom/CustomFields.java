package io.hemai.metadata.custom;

import io.hemai.kernel.Limits;
import io.hemai.kernel.Problems;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.schema.TableShaping;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds, changes, deletes and restores fields of the bound tenant's objects. Names never change; a deleted field is gone from
 * everything but keeps its values for {@link #GRACE}.
 */
@Component
public class CustomFields {
    /** How long what was deleted can be restored. */
    public static final Duration GRACE = Duration.ofDays(30);

    /** What gives a field an index of its own; that of a phase stands for both. */
    private static final Set<Trait> INDEXING = Set.of(Trait.INDEXED, Trait.PHASE);

    private static final int SHOWN_DUPLICATES = 5;

    private final MetaFrame frame;
    private final MetaStore store;
    private final Shaping shaping;
    private final FieldChecks checks;
    private final DependenceChecks dependences;
    private final FormulaChecks formulas;
    private final TableShaping tables;
    private final FieldWork work;
    private final Returning returning;
    private final ShapeUses uses;
    private final Clock clock;

    CustomFields(
            MetaFrame frame,
            MetaStore store,
            Shaping shaping,
            FieldChecks checks,
            DependenceChecks dependences,
            FormulaChecks formulas,
            TableShaping tables,
            FieldWork work,
            Returning returning,
            ShapeUses uses,
            Clock clock) {
        this.returning = returning;
        this.uses = uses;
        this.frame = frame;
        this.store = store;
        this.shaping = shaping;
        this.checks = checks;
        this.dependences = dependences;
        this.formulas = formulas;
        this.tables = tables;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Adds a field: {@code {"name"?,"type","label",…}} and the settings of its type.
     *
     * @return its name, with {@code c_}
     */
    public String add(String object, Map<String, Object> sent, Author author) {
        StoredField made = frame.change(stored -> add(object, sent, author, stored));
        work.startIfBuilding(made);
        return made.name();
    }

    private StoredField add(String object, Map<String, Object> sent, Author author, StoredMeta stored) {
        Problems problems = new Problems();
        ObjectTypes all = shaping.objects(stored);
        ObjectType type = all.require(object);
        Given given = new Given(sent, problems);
        String name = Names.customOr(
                given,
                "field",
                sent.getOrDefault(Definition.LABEL, Map.of()),
                n -> stored.field(object, n).isPresent() || type.field(n).isPresent(),
                problems);
        StoredField asked = StoredField.ready(object, name, true, FieldRequest.created(given, problems));
        checkName(asked, stored, problems);
        StoredField row = formulas.settled(asked, new Definition(Map.of()), all, stored, problems);
        Optional<Field<?>> field = checks.made(row, r -> shaping.field(r, stored), problems);
        field.ifPresent(f -> {
            check(f, all, problems);
            dependences.check(f, row, new Definition(Map.of()), stored, problems);
            checks.room(type, f, notInUse(object, stored), problems);
        });
        problems.refuseIfAny();
        StoredField placed = place(field.orElseThrow(), row, stored);
        store.save(placed);
        store.note(author, "field_added", object, name, null, placed.definition());
        return placed;
    }

    private void checkName(StoredField row, StoredMeta stored, Problems problems) {
        stored.field(row.object(), row.name()).ifPresent(other -> {
            Instant deletedAt = other.deletedAt();
            if (deletedAt == null) {
                problems.add("name", MetadataError.NAME_TAKEN, row.name());
            } else {
                problems.add(
                        "name",
                        ShapingError.NAME_DELETED,
                        row.name(),
                        deletedAt.plus(GRACE).toString());
            }
        });
    }

    private void check(Field<?> field, ObjectTypes all, Problems problems) {
        checks.traits(field, problems);
        checks.link(field, all, problems);
        checks.initial(field, CurrentTenant.get(), problems);
    }

    private List<Field<?>> notInUse(String object, StoredMeta stored) {
        return stored.fields(object).stream()
                .filter(f -> f.custom() && !(f.inUse() && f.live()))
                .<Field<?>>map(f -> shaping.field(f, stored))
                .toList();
    }

    /** Makes the columns and, where that takes no time, the indexes; says what is left to do. */
    private StoredField place(Field<?> field, StoredField row, StoredMeta stored) {
        String schema = CurrentTenant.get().schema();
        ObjectTypes all = shaping.objectsWith(stored, row);
        ObjectType type = all.require(row.object());
        tables.addColumns(schema, type, field, all);
        if (row.isFormula()) {
            return row.stale();
        }
        if (!tables.wantsIndexes(type, field)) {
            return row;
        }
        if (tables.isSmall(schema, type)) {
            tables.index(schema, type, field);
            return row;
        }
        return field.has(Trait.UNIQUE) ? waiting(row, Definition.UNIQUE, false) : row.building(Map.of(), true);
    }

    private static StoredField waiting(StoredField row, String trait, boolean live) {
        Map<String, Object> without = new LinkedHashMap<>(row.definition());
        without.remove(trait);
        return row.defined(without).building(Map.of(trait, true), live);
    }

    /** Changes a field: of an own one everything but name, type and target; of a delivered one how it looks and what it asks. */
    public void change(String object, String field, Map<String, Object> sent, Author author) {
        StoredField changed = frame.change(stored -> {
            ObjectType type = shaping.objects(stored).require(object);
            boolean own = stored.field(object, field)
                    .filter(f -> f.custom() && f.inUse())
                    .isPresent();
            if (!own && type.field(field).isEmpty()) {
                throw Shaping.unknown(type, field);
            }
            return own ? changeOwn(type, field, sent, author, stored) : override(type, field, sent, author, stored);
        });
        work.startWithFollowing(changed);
    }

    private StoredField changeOwn(
            ObjectType type, String name, Map<String, Object> sent, Author author, StoredMeta stored) {
        StoredField row = shaping.added(type, name, stored);
        if (row.state() == FieldState.BUILDING) {
            throw Refusal.of(ShapingError.BUILDING, name);
        }
        Problems problems = new Problems();
        Definition before = new Definition(row.definition());
        Map<String, Object> changes = FieldRequest.changed(new Given(sent, problems), before, problems);
        ObjectTypes others = shaping.objectsWith(stored, row.deleted(Instant.EPOCH));
        StoredField after =
                formulas.settled(row.defined(before.with(changes).plain()), before, others, stored, problems);
        Optional<Field<?>> field = checks.made(after, r -> shaping.field(r, stored), problems);
        field.ifPresent(f -> {
            check(f, others, problems);
            dependences.check(f, after, before, stored, problems);
        });
        problems.refuseIfAny();
        StoredField indexed = reindexed(type, shaping.field(row, stored), field.orElseThrow(), after);
        StoredField kept = givesOther(row, after) ? work.stale(indexed, stored) : indexed;
        store.save(kept);
        store.note(author, "field_changed", type.name(), name, row.definition(), kept.definition());
        return kept;
    }

    /** Whether a formula, or how its answer is kept, becomes another. */
    private static boolean givesOther(StoredField before, StoredField after) {
        Definition was = new Definition(before.definition());
        Definition is = new Definition(after.definition());
        return after.isFormula()
                && !(Objects.equals(was.text(Definition.FORMULA), is.text(Definition.FORMULA))
                        && was.settings().equals(is.settings()));
    }

    private StoredField reindexed(ObjectType type, Field<?> before, Field<?> after, StoredField row) {
        String schema = CurrentTenant.get().schema();
        boolean newlyUnique = after.has(Trait.UNIQUE) && !before.has(Trait.UNIQUE);
        boolean newlyIndexed = INDEXING.stream().anyMatch(t -> after.has(t) && !before.has(t));
        if (newlyUnique) {
            refuseDuplicates(schema, type, after);
        }
        if (!newlyUnique && !newlyIndexed) {
            boolean fewer = before.has(Trait.UNIQUE) != after.has(Trait.UNIQUE)
                    || INDEXING.stream().anyMatch(t -> before.has(t) != after.has(t));
            return fewer ? row.building(Map.of(), true) : row.failure() == null ? row : row.built();
        }
        if (tables.isSmall(schema, type)) {
            tables.index(schema, type, after);
            return before.has(Trait.INDEXED) ? row.building(Map.of(), true) : row.built();
        }
        return newlyUnique ? waiting(row, Definition.UNIQUE, row.live()) : row.building(Map.of(), true);
    }

    private void refuseDuplicates(String schema, ObjectType type, Field<?> field) {
        List<String> values = tables.duplicates(schema, type, field, SHOWN_DUPLICATES);
        if (!values.isEmpty()) {
            throw Refusal.ofField(Definition.UNIQUE, ShapingError.DUPLICATES, field.name(), String.join(", ", values))
                    .with("duplicates", values);
        }
    }

    private StoredField override(
            ObjectType type, String name, Map<String, Object> sent, Author author, StoredMeta stored) {
        Problems problems = new Problems();
        StoredField row = stored.field(type.name(), name).orElse(StoredField.ready(type.name(), name, false, Map.of()));
        Definition before = new Definition(row.definition());
        Map<String, Object> changes = FieldRequest.overridden(new Given(sent, problems), before, problems);
        StoredField after = row.defined(before.with(changes).plain());
        Overrides.check(type.requireField(name), changes, problems);
        Optional<Field<?>> field = checks.made(
                after, r -> shaping.objectsWith(stored, r).require(type.name()).requireField(name), problems);
        if (changes.get(Definition.DEFAULT) != null) {
            field.ifPresent(f -> checks.initial(f, CurrentTenant.get(), problems));
        }
        field.ifPresent(f -> dependences.check(f, after, before, stored, problems));
        if (changes.containsKey(Definition.INDEXED)) {
            field.ifPresent(f -> checks.traits(f, problems));
        }
        problems.refuseIfAny();
        StoredField kept = reindexed(type, type.requireField(name), field.orElseThrow(), after);
        store.save(kept);
        store.note(author, "field_changed", type.name(), name, row.definition(), kept.definition());
        return kept;
    }

    /** Takes a field of the company's own off everything; its values are kept for {@link #GRACE}. */
    public void delete(String object, String field, Author author) {
        frame.change(stored -> {
            ObjectType type = shaping.objects(stored).require(object);
            StoredField row = shaping.added(type, field, stored);
            if (!row.inUse()) {
                throw Shaping.unknown(type, field);
            }
            Field<?> gone = shaping.field(row, stored);
            if (gone.type() instanceof LinkType) {
                tables.release(CurrentTenant.get().schema(), type, gone);
            }
            store.save(row.deleted(clock.instant()));
            store.note(author, "field_deleted", object, field, row.definition(), null);
            uses.refuseUsed(object, field);
            return row;
        });
    }

    /** Brings a deleted field back with its values; where links lead is settled then. */
    public void restore(String object, String field, Author author) {
        Restored back = frame.change(stored -> {
            ObjectTypes all = shaping.objects(stored);
            ObjectType type = all.require(object);
            StoredField row = shaping.added(type, field, stored);
            if (row.inUse()) {
                return unsettled(row, stored);
            }
            if (isOver(row.deletedAt(), clock.instant())) {
                throw Refusal.of(ShapingError.NO_FIELD, object, field);
            }
            Problems problems = new Problems();
            Field<?> restored = shaping.field(row, stored);
            checks.link(restored, all, problems);
            if (type.fields().size() >= Limits.FIELDS_PER_OBJECT) {
                problems.add(null, MetadataError.TOO_MANY_FIELDS, Limits.FIELDS_PER_OBJECT);
            }
            formulas.settled(row, new Definition(row.definition()), all, stored, problems);
            problems.refuseIfAny();
            returning.bind(type, List.of(restored));
            Instant since = Objects.requireNonNull(row.deletedAt());
            StoredField again = row.isFormula() ? work.stale(row.deleted(null), stored) : row.deleted(null);
            store.save(again);
            store.note(author, "field_restored", object, field, null, row.definition());
            return new Restored(again, Link.of(type.name(), restored).stream().toList(), since);
        });
        returning.settle(back.links(), back.since());
        work.startWithFollowing(back.row());
    }

    private record Restored(StoredField row, List<Link> links, Instant since) {}

    /** What is there already may have been cut off while it was settled. */
    private Restored unsettled(StoredField row, StoredMeta stored) {
        List<Link> links = returning.unsettled(
                Link.of(row.object(), shaping.field(row, stored)).stream().toList());
        if (links.isEmpty()) {
            throw Refusal.of(ShapingError.NOT_DELETED, row.name());
        }
        return new Restored(row, links, clock.instant().minus(GRACE));
    }

    /** Whether what was deleted then can no longer be restored. */
    static boolean isOver(@Nullable Instant deletedAt, Instant now) {
        return deletedAt != null && deletedAt.plus(GRACE).isBefore(now);
    }

    /** The fields of an object that are being made, could not be made, or can be restored. */
    public List<FieldStatus> statuses(Tenant tenant, String object) {
        return work.stored(tenant).fields(object).stream()
                .filter(f -> f.custom() && !(f.inUse() && f.state() == FieldState.READY))
                .map(row -> FieldStatus.of(row, work.filled(tenant, row)))
                .toList();
    }
}
