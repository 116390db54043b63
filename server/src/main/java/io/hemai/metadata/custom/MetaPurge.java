package io.hemai.metadata.custom;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Purged;
import io.hemai.metadata.schema.SchemaLock;
import io.hemai.metadata.schema.TableShaping;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends the grace of what was deleted: a field's columns are emptied and kept for later fields, an object's table is dropped. */
@Component
public class MetaPurge {
    private final Tenants tenants;
    private final FieldWork work;
    private final MetaFrame frame;
    private final MetaStore store;
    private final Shaping shaping;
    private final TableShaping tables;
    private final SchemaLock lock;
    private final Returning returning;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MetaPurge(
            Tenants tenants,
            FieldWork work,
            MetaFrame frame,
            MetaStore store,
            Shaping shaping,
            TableShaping tables,
            SchemaLock lock,
            Returning returning,
            ApplicationEventPublisher events,
            Clock clock) {
        this.returning = returning;
        this.tenants = tenants;
        this.work = work;
        this.frame = frame;
        this.store = store;
        this.shaping = shaping;
        this.tables = tables;
        this.lock = lock;
        this.events = events;
        this.clock = clock;
    }

    /** Purges what is due in every tenant; any node may do it at any time. */
    @Scheduled(initialDelay = 1, fixedDelay = 12, timeUnit = TimeUnit.HOURS)
    void runForAll() {
        tenants.forEachActive("purging what was deleted", this::run);
    }

    /** Purges what is due in a tenant, and settles what a restore left; cut off, it goes on the next time. */
    public void run(Tenant tenant) {
        StoredMeta stored = work.stored(tenant);
        boolean due = stored.objects().stream().anyMatch(o -> isDue(o.deletedAt()))
                || stored.fields().stream().anyMatch(f -> isDue(f.deletedAt()));
        if (due) {
            CurrentTenant.run(tenant, () -> lock.run(tenant.schema(), () -> purge(tenant, work.stored(tenant))));
        }
        returning.resume(tenant, clock.instant().minus(CustomFields.GRACE));
    }

    private void purge(Tenant tenant, StoredMeta stored) {
        stored.objects().stream().filter(o -> isDue(o.deletedAt())).forEach(o -> drop(tenant, o));
        stored.fields().stream()
                .filter(f -> isDue(f.deletedAt())
                        && stored.object(f.object())
                                .map(o -> !isDue(o.deletedAt()))
                                .orElse(true))
                .forEach(f -> empty(tenant, f, stored));
    }

    private boolean isDue(@Nullable Instant deletedAt) {
        return CustomFields.isOver(deletedAt, clock.instant());
    }

    private void drop(Tenant tenant, StoredObject object) {
        frame.change(now -> {
            now.object(object.name()).filter(o -> isDue(o.deletedAt())).ifPresent(o -> {
                tables.dropTable(tenant.schema(), shaping.object(o, now));
                store.forget(o);
                store.note(Author.HEMAI, MetaStore.OBJECT_PURGED, o.name(), null, o.definition(), null);
                events.publishEvent(new Purged(o.name(), null));
            });
            return object;
        });
    }

    /** Nobody can restore the field once it is due, so what is due now stays so. */
    private void empty(Tenant tenant, StoredField field, StoredMeta stored) {
        boolean due = frame.change(now -> now.field(field.object(), field.name())
                .filter(f -> isDue(f.deletedAt()))
                .isPresent());
        if (due) {
            emptyForGood(tenant, field, stored);
        }
    }

    private void emptyForGood(Tenant tenant, StoredField field, StoredMeta stored) {
        StoredMeta without = Shaping.with(stored, field.deleted(null));
        ObjectType type = without.object(field.object())
                .map(o -> shaping.object(o, without))
                .orElseGet(() -> shaping.objects(without).require(field.object()));
        Field<?> gone = shaping.field(field, stored);
        tables.empty(tenant.schema(), type, gone);
        frame.change(now -> {
            store.forget(field);
            now.fields(field.object()).forEach(other -> endDependence(field, other));
            store.note(Author.HEMAI, MetaStore.FIELD_PURGED, field.object(), field.name(), field.definition(), null);
            events.publishEvent(new Purged(field.object(), field.name()));
            return field;
        });
    }

    /** What depended on the field is offered at any time, also should another field ever get its name. */
    private void endDependence(StoredField gone, StoredField other) {
        Definition before = new Definition(other.definition());
        if (gone.name().equals(Depending.on(before))) {
            StoredField after = other.defined(Depending.ended(before).plain());
            store.save(after);
            store.note(Author.HEMAI, "field_changed", other.object(), other.name(), before.plain(), after.definition());
        }
    }
}
