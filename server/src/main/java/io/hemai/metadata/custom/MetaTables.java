package io.hemai.metadata.custom;

import static io.hemai.metadata.custom.MetaColumns.ACT;
import static io.hemai.metadata.custom.MetaColumns.ACTOR;
import static io.hemai.metadata.custom.MetaColumns.ACTOR_LABEL;
import static io.hemai.metadata.custom.MetaColumns.AFTER;
import static io.hemai.metadata.custom.MetaColumns.AT;
import static io.hemai.metadata.custom.MetaColumns.BEFORE;
import static io.hemai.metadata.custom.MetaColumns.CHANGED_FIELD;
import static io.hemai.metadata.custom.MetaColumns.CODE;
import static io.hemai.metadata.custom.MetaColumns.CREATED_AT;
import static io.hemai.metadata.custom.MetaColumns.CUSTOM;
import static io.hemai.metadata.custom.MetaColumns.DEFINITION;
import static io.hemai.metadata.custom.MetaColumns.DELETED_AT;
import static io.hemai.metadata.custom.MetaColumns.FAILURE;
import static io.hemai.metadata.custom.MetaColumns.FIELD;
import static io.hemai.metadata.custom.MetaColumns.LIVE;
import static io.hemai.metadata.custom.MetaColumns.NAME;
import static io.hemai.metadata.custom.MetaColumns.OBJECT;
import static io.hemai.metadata.custom.MetaColumns.PLACE;
import static io.hemai.metadata.custom.MetaColumns.STATE;
import static io.hemai.metadata.custom.MetaColumns.WANTED;
import static org.jooq.impl.DSL.primaryKey;

import io.hemai.database.Transactions;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the tables for what the company changes. */
@Component
@Order(15)
class MetaTables implements TenantSetup {
    private final DSLContext sql;
    private final Transactions transactions;

    MetaTables(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public void prepare(Tenant tenant) {
        transactions.write(this::createTables);
    }

    private void createTables() {
        sql.createTableIfNotExists(MetaColumns.objects())
                .columns(NAME, DEFINITION, CREATED_AT, DELETED_AT, PLACE)
                .constraint(primaryKey(NAME))
                .execute();
        sql.createTableIfNotExists(MetaColumns.fields())
                .columns(OBJECT, NAME, CUSTOM, DEFINITION, WANTED, STATE, LIVE, FAILURE, CREATED_AT, DELETED_AT, PLACE)
                .constraint(primaryKey(OBJECT, NAME))
                .execute();
        sql.createTableIfNotExists(MetaColumns.choices())
                .columns(OBJECT, FIELD, CODE, CREATED_AT)
                .constraint(primaryKey(OBJECT, FIELD, CODE))
                .execute();
        sql.createTableIfNotExists(MetaColumns.fillings())
                .columns(OBJECT, FIELD, MetaColumns.REACHED, MetaColumns.DONE, MetaColumns.TOTAL, MetaColumns.ENDED)
                .constraint(primaryKey(OBJECT, FIELD))
                .execute();
        sql.createTableIfNotExists(MetaColumns.rules())
                .columns(MetaColumns.ID, OBJECT, DEFINITION, MetaColumns.VERSION, CREATED_AT, PLACE)
                .constraint(primaryKey(MetaColumns.ID))
                .execute();
        sql.createTableIfNotExists(MetaColumns.changes())
                .columns(PLACE, AT, ACTOR, ACTOR_LABEL, ACT, OBJECT, CHANGED_FIELD, BEFORE, AFTER)
                .constraint(primaryKey(PLACE))
                .execute();
    }
}
