package io.hemai.metadata.custom;

import io.hemai.kernel.Problems;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.schema.TableShaping;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Adds, changes, deletes and restores objects of the bound tenant. */
@Component
public class CustomObjects {
    private static final int MOST = 200;
    private static final Set<String> TRACES = Set.of(CommonFields.CREATED_BY.name(), CommonFields.UPDATED_BY.name());

    private final MetaFrame frame;
    private final MetaStore store;
    private final Shaping shaping;
    private final TableShaping tables;
    private final FieldWork work;
    private final Returning returning;
    private final ShapeUses uses;
    private final Clock clock;

    CustomObjects(
            MetaFrame frame,
            MetaStore store,
            Shaping shaping,
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
        this.tables = tables;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Adds an object: {@code {"name"?,"label","plural"?,"icon"?,"color"?,"owned"?}}; its records have a name and, unless
     * "owned" is false, an owner.
     *
     * @return its name, with {@code c_}
     */
    public String add(Map<String, Object> sent, Author author) {
        return frame.change(stored -> {
            Problems problems = new Problems();
            Given given = new Given(sent, problems);
            String name = Names.customOr(
                    given,
                    "object",
                    sent.getOrDefault(Definition.LABEL, Map.of()),
                    n -> stored.object(n).isPresent(),
                    problems);
            StoredObject row = new StoredObject(name, definition(given), null);
            checkRoom(row, stored, problems);
            problems.refuseIfAny();
            ObjectTypes all = shaping.objects(with(stored, row));
            tables.createTable(CurrentTenant.get().schema(), all.require(name), all);
            store.save(row);
            store.note(author, "object_added", name, null, null, row.definition());
            return name;
        });
    }

    private static Map<String, Object> definition(Given given) {
        given.label(Definition.LABEL, true);
        given.flag(Definition.OWNED);
        look(given);
        Map<String, Object> definition = new LinkedHashMap<>(given.taken());
        definition.putIfAbsent(Definition.OWNED, true);
        definition.putIfAbsent(Definition.PLURAL, definition.get(Definition.LABEL));
        return new Definition(Map.of()).with(definition).plain();
    }

    private static void look(Given given) {
        given.label(Definition.PLURAL, false);
        given.word(Definition.ICON);
        given.word(Definition.COLOR);
        given.flag(Definition.MENU);
        given.end();
    }

    private void checkRoom(StoredObject row, StoredMeta stored, Problems problems) {
        stored.object(row.name()).ifPresent(other -> {
            Instant deletedAt = other.deletedAt();
            if (deletedAt == null) {
                problems.add("name", MetadataError.NAME_TAKEN, row.name());
            } else {
                problems.add(
                        "name",
                        ShapingError.NAME_DELETED,
                        row.name(),
                        deletedAt.plus(CustomFields.GRACE).toString());
            }
        });
        if (stored.objects().stream().filter(o -> !shaping.isStandard(o.name())).count() >= MOST) {
            problems.add(null, ShapingError.TOO_MANY_OBJECTS, MOST);
        }
    }

    private static StoredMeta with(StoredMeta stored, StoredObject row) {
        List<StoredObject> objects = new java.util.ArrayList<>(stored.objects());
        objects.removeIf(o -> o.name().equals(row.name()));
        objects.add(row);
        return new StoredMeta(objects, stored.fields(), stored.learnt(), stored.rules());
    }

    /** Changes label, plural, icon, colour, whether menus show it, and the order of fields of any object. */
    public void change(String object, Map<String, Object> sent, Author author) {
        frame.change(stored -> {
            ObjectType type = shaping.objects(stored).require(object);
            Problems problems = new Problems();
            Given given = new Given(sent, problems);
            given.fixed("name", Definition.OWNED);
            given.label(Definition.LABEL, false);
            given.fields(Definition.ORDER, type);
            look(given);
            problems.refuseIfAny();
            StoredObject row = stored.object(object).orElse(new StoredObject(object, Map.of(), null));
            Map<String, Object> after =
                    new Definition(row.definition()).with(given.taken()).plain();
            store.save(new StoredObject(object, after, null));
            store.note(author, "object_changed", object, null, row.definition(), after);
            return object;
        });
    }

    /** Takes an object of the company's own off everything; its records are kept for {@link CustomFields#GRACE}. */
    public void delete(String object, Author author) {
        frame.change(stored -> {
            ObjectTypes all = shaping.objects(stored);
            ObjectType type = all.require(object);
            if (shaping.isStandard(object)) {
                throw Refusal.of(ShapingError.STANDARD_OBJECT, object);
            }
            refuseLinked(type, all);
            references(type).forEach(link -> tables.release(CurrentTenant.get().schema(), type, link));
            StoredObject row = stored.object(object).orElseThrow();
            store.save(new StoredObject(object, row.definition(), clock.instant()));
            store.note(author, "object_deleted", object, null, row.definition(), null);
            uses.refuseUsed(object, null);
            return object;
        });
    }

    private static void refuseLinked(ObjectType type, ObjectTypes all) {
        String from = all.into(type).stream()
                .filter(link -> !link.from().equals(type.name()))
                .map(link -> link.from() + "." + link.name())
                .collect(Collectors.joining(", "));
        if (!from.isEmpty()) {
            throw Refusal.of(ShapingError.LINKED, type.name(), from);
        }
    }

    private static List<Field<?>> references(ObjectType type) {
        return type.links().stream()
                .map(Link::field)
                .<Field<?>>map(f -> f)
                .filter(f -> !TRACES.contains(f.name()))
                .toList();
    }

    /** Brings a deleted object back with its records; its links, and those to it, are settled then. */
    public void restore(String object, Author author) {
        Restored restored = frame.change(stored -> {
            StoredObject row =
                    stored.object(object).orElseThrow(() -> Refusal.of(MetadataError.UNKNOWN_OBJECT, object));
            Instant since = row.deletedAt();
            if (since == null) {
                return unsettled(object, shaping.objects(stored));
            }
            StoredObject back = new StoredObject(object, row.definition(), null);
            ObjectTypes all = shaping.objects(with(stored, back));
            List<Link> links = linksOf(all.require(object), all);
            links.forEach(link -> returning.bind(all.require(link.from()), List.of(link.field())));
            store.save(back);
            store.note(author, "object_restored", object, null, null, row.definition());
            return new Restored(links, since);
        });
        returning.settle(restored.links(), restored.since());
    }

    private record Restored(List<Link> links, Instant since) {}

    /** What is there already may have been cut off while it was settled. */
    private Restored unsettled(String object, ObjectTypes all) {
        List<Link> links = returning.unsettled(linksOf(all.require(object), all));
        if (links.isEmpty()) {
            throw Refusal.of(ShapingError.NOT_DELETED, object);
        }
        return new Restored(links, clock.instant().minus(CustomFields.GRACE));
    }

    /** The links of an object whose targets are there, and those that lead to it from others. */
    private static List<Link> linksOf(ObjectType type, ObjectTypes all) {
        return Stream.concat(
                        type.links().stream(),
                        all.into(type).stream().filter(l -> !l.from().equals(type.name())))
                .filter(link -> !TRACES.contains(link.name()))
                .filter(link -> all.find(link.target()).isPresent())
                .toList();
    }

    /** The objects that can be restored. */
    public List<DeletedObject> deleted(Tenant tenant) {
        return work.stored(tenant).objects().stream()
                .flatMap(o -> DeletedObject.of(o).stream())
                .toList();
    }
}
