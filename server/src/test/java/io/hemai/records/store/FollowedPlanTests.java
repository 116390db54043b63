package io.hemai.records.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.access.Gate;
import io.hemai.accounts.ContactObject;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.people.UserObject;
import io.hemai.records.Records;
import io.hemai.records.ValueContexts;
import io.hemai.records.query.Binder;
import io.hemai.records.query.Condition;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.Company;
import io.hemai.testing.HemaiTest;
import java.time.Clock;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How PostgreSQL comes to records of which there may be millions, such as what follows others, for somebody who sees some. */
@HemaiTest
class FollowedPlanTests {
    @Autowired
    Tenants tenants;

    @Autowired
    Records records;

    @Autowired
    UserObject user;

    @Autowired
    ContactObject contact;

    @Autowired
    Gate gate;

    @Autowired
    Metadata metadata;

    @Autowired
    ValueContexts contexts;

    @Autowired
    TenantTransactions transactions;

    @Autowired
    DSLContext sql;

    @Autowired
    Clock clock;

    @Test
    void whoSeesFewComesToThemByIndexesAlone() {
        assertThat(plan((type, readable) -> new ConditionSql(new Aliases()).ids(type, readable)))
                .contains("Index Cond")
                .doesNotContain("Seq Scan")
                // an index that is read from end to end
                .doesNotContainPattern(
                        "Scan using \\S+ on (account|contact|opportunity|lead) [^\\n]*\\n\\|?\\s+(?!Index Cond)\\S");
    }

    @Test
    void whoSeesManyHasNoParentsGathered() {
        assertThat(plan((type, readable) -> sql.selectOne()
                        .from(Tables.of(type).as(Aliases.ROOT))
                        .where(new ConditionSql(new Aliases()).byRow().compile(readable, Aliases.ROOT))))
                .contains("on activity")
                .doesNotContainPattern("Seq Scan on (account|contact|opportunity|lead)");
    }

    @Test
    void whoHasANumberOrAnAddressIsComeToByIndexes() {
        Filter same = contact.mobile.is("13800000001").or(contact.email.is("li@example.com"));
        String plan = plan(
                "contact",
                (binder, type) -> sql.selectOne()
                        .from(Tables.of(type).as(Aliases.ROOT))
                        .where(new ConditionSql(new Aliases()).compile(binder.caller(type, same), Aliases.ROOT)));
        assertThat(plan).contains("BitmapOr").doesNotContain("Seq Scan");
    }

    private String plan(BiFunction<ObjectType, Condition, Query> asked) {
        return plan("activity", (binder, type) -> asked.apply(type, binder.readable(type)));
    }

    private String plan(String object, BiFunction<Binder, ObjectType, Query> asked) {
        Company company = Company.in(tenants);
        UserIdentity seller = company.person(records, user, "sales");
        return company.as(
                seller,
                () -> transactions.read(() -> {
                    // tables of tests are so small that every index costs more
                    sql.setLocal(DSL.name("enable_seqscan"), DSL.inline("off")).execute();
                    ObjectType type = metadata.current().require(object);
                    Binder binder = new Binder(seller, metadata.current(), gate, contexts.current(), clock);
                    return sql.explain(asked.apply(binder, type)).plan();
                }));
    }
}
