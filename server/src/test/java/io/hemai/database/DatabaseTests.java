package io.hemai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.testing.HemaiTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

/** The pool, the platform schema and transactions as other modules use them. */
@HemaiTest
class DatabaseTests {
    @Autowired
    DSLContext db;

    @Autowired
    Transactions transactions;

    @Test
    void platformSchemaIsThere() {
        assertThat(db.fetchValue("select count(*) from platform.tenant where id = 'nobody'"))
                .isEqualTo(0L);
    }

    @Test
    void connectionsCarryTheirLimits() {
        assertThat(setting("statement_timeout")).isEqualTo("30s");
        assertThat(setting("lock_timeout")).isEqualTo("5s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("30s");
        assertThat(setting("TimeZone")).isEqualTo("UTC");
    }

    @Test
    void roleWeCreateCanBeTakenOn() {
        transactions.write(() -> {
            db.execute("create role t_taken");
            db.execute("set local role t_taken");
            assertThat(db.fetchValue("select current_user")).isEqualTo("t_taken");
            db.execute("reset role");
            db.execute("drop role t_taken");
        });
    }

    @Test
    void failedWriteLeavesNothing() {
        assertThatThrownBy(() -> transactions.write(() -> {
                    db.execute("insert into platform.tenant (id, label) values ('failed_write', 'x')");
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(transactions.read(
                        () -> db.fetchValue("select count(*) from platform.tenant where id = 'failed_write'")))
                .isEqualTo(0L);
    }

    @Test
    void innerWorkJoinsTheOuterTransaction() {
        transactions.write(() -> {
            var outer = db.fetchValue("select pg_current_xact_id()::text");
            assertThat(transactions.write(() -> db.fetchValue("select pg_current_xact_id()::text")))
                    .isEqualTo(outer);
            assertThat(transactions.read(() -> db.fetchValue("select pg_current_xact_id()::text")))
                    .isEqualTo(outer);
        });
    }

    @Test
    void readingCannotWrite() {
        assertThatThrownBy(() -> transactions.read(() -> db.execute("create table platform.nope (id int)")))
                .hasMessageContaining("read-only transaction");
        assertThatThrownBy(() -> transactions.read(() -> transactions.write(() -> 1)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private Object setting(String name) {
        return db.fetchSingle("show " + name).get(0);
    }
}
