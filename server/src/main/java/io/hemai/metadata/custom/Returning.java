package io.hemai.metadata.custom;

import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.LinksBack;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.RecordsBack;
import io.hemai.metadata.schema.TableShaping;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Links that come back, or whose target does: the database holds them from the transaction on that brings them back; where they
 * lead is settled after it, by ordinary writes, so that no table is closed meanwhile.
 */
@Component
class Returning {
    private final TableShaping tables;
    private final ObjectProvider<LinksBack> back;
    private final ObjectProvider<RecordsBack> records;
    private final Metadata metadata;
    private final Tenants tenants;

    Returning(
            TableShaping tables,
            ObjectProvider<LinksBack> back,
            ObjectProvider<RecordsBack> records,
            Metadata metadata,
            Tenants tenants) {
        this.records = records;
        this.tables = tables;
        this.back = back;
        this.metadata = metadata;
        this.tenants = tenants;
    }

    /** Lets the database hold the links of an object, within the transaction. */
    void bind(ObjectType type, List<? extends Field<?>> links) {
        tables.bind(CurrentTenant.get().schema(), type, List.copyOf(links));
    }

    /** Settles them, after the transaction, and brings back what waited for the object. */
    void settle(List<Link> links, Instant since) {
        settle(tenants.require(CurrentTenant.get().id()), links, since);
    }

    private void settle(Tenant now, List<Link> links, Instant since) {
        CurrentTenant.run(now, () -> {
            links.forEach(link -> settle(now, link, since));
            records.getObject().comeBack();
        });
    }

    /** Those of the links that were not settled to their end. */
    List<Link> unsettled(List<Link> links) {
        return tables.unchecked(CurrentTenant.get().schema(), links);
    }

    /** Goes on with what a crash cut off. */
    void resume(Tenant tenant, Instant since) {
        Tenant now = tenants.require(tenant.id());
        List<Link> links = CurrentTenant.call(
                now,
                () -> metadata.current().all().stream()
                        .flatMap(type -> type.links().stream())
                        .filter(link -> metadata.current().find(link.target()).isPresent())
                        .toList());
        settle(now, tables.unchecked(tenant.schema(), links), since);
    }

    private void settle(Tenant tenant, Link link, Instant since) {
        back.getObject().settle(link.from(), link.name(), since);
        tables.validate(tenant.schema(), metadata.current().require(link.from()), link.field());
    }
}
