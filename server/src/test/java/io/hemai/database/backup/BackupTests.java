package io.hemai.database.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.database.DatabaseAddress;
import io.hemai.database.DatabaseRefused;
import io.hemai.database.embedded.EmbeddedPostgres;
import io.hemai.database.embedded.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTests {
    @TempDir
    Path directory;

    private Path home = Path.of("");
    private Path saved = Path.of("");
    private Path second = Path.of("");

    @BeforeEach
    void name() throws IOException {
        home = directory.resolve("home");
        saved = directory.resolve("saved");
        second = directory.resolve("second");
        Files.createDirectories(home.resolve("files/ab"));
        Files.writeString(home.resolve("files/ab/contract.pdf"), "signed");
    }

    @Test
    void backupUnderLoadHoldsWhateverWasCommittedBeforeItEnded() throws Exception {
        Backup.Result result;
        Set<Long> expected = new HashSet<>();
        long end;
        try (EmbeddedPostgres server = start(home)) {
            Bank bank = new Bank(server.address());
            Thread.sleep(500);
            result = new Backup(home).into(saved);
            Thread.sleep(200);
            bank.close();
            end = Bank.number(server.address(), "select '" + result.position() + "'::pg_lsn - '0/0'");
            bank.confirmed().forEach((transfer, position) -> {
                if (position <= end) {
                    expected.add(transfer);
                }
            });
            assertThat(expected).hasSizeGreaterThan(50);
            assertThat(bank.confirmed()).hasSizeGreaterThan(expected.size());
        }
        new Restore(second).from(saved);

        try (EmbeddedPostgres restored = start(second)) {
            DatabaseAddress address = restored.address();
            assertThat(transfers(address)).containsAll(expected);
            assertThat(Bank.number(address, "select sum(balance) from account")).isEqualTo(50_000);
            try (Connection admin = Bank.connect(restored.administration());
                    Statement statement = admin.createStatement()) {
                statement.execute("create extension amcheck");
            }
            assertThat(Bank.number(restored.administration(), """
                    select count(*) from (
                        select bt_index_check(indexrelid, true) from pg_index
                        join pg_class on pg_class.oid = indexrelid join pg_am on pg_am.oid = relam
                        where amname = 'btree' and relpersistence = 'p') checked""")).isPositive();
        }
        assertThat(second.resolve("files/ab/contract.pdf")).hasContent("signed");
        assertThat(second.resolve("restoring")).doesNotExist();
    }

    @Test
    void restoreBeginsANewEpoch() throws SQLException {
        String before;
        try (EmbeddedPostgres server = start(home)) {
            before = epoch(server.address());
        }
        new Backup(home).into(saved);
        new Restore(second).from(saved);

        try (EmbeddedPostgres restored = start(second)) {
            assertThat(epoch(restored.address())).isNotEqualTo(before);
        }
    }

    @Test
    void damagedOrUnfinishedBackupIsRefusedBeforeAnythingIsMade() throws IOException {
        start(home).close();
        new Backup(home).into(saved);
        Files.writeString(saved.resolve("files/ab/contract.pdf"), "forged");

        assertThatThrownBy(() -> new Restore(second).from(saved))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("files/ab/contract.pdf");
        Files.delete(saved.resolve("manifest.sha256"));
        assertThatThrownBy(() -> new Restore(second).from(saved)).hasMessageContaining("no finished backup");
        assertThat(second.resolve("postgres")).doesNotExist();
    }

    @Test
    void nothingIsOverwritten() {
        start(home).close();
        new Backup(home).into(saved);

        assertThatThrownBy(() -> new Backup(home).into(saved)).hasMessageContaining("is not empty");
        assertThatThrownBy(() -> new Restore(home).from(saved)).hasMessageContaining("is in use already");
        assertThatThrownBy(() -> new Backup(home).into(home.resolve("b"))).hasMessageContaining("inside of what");
        assertThatThrownBy(() -> new Backup(second).into(saved)).hasMessageContaining("no embedded database");
    }

    /** A server with the platform schema. Power cuts are not tried here, so it need not wait for the disk. */
    private static EmbeddedPostgres start(Path home) {
        EmbeddedPostgres server =
                EmbeddedPostgres.start(home, ServerSettings.production().with("fsync", "off"));
        DatabaseAddress address = server.address();
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:db/platform")
                .schemas("platform")
                .load()
                .migrate();
        return server;
    }

    private static Set<Long> transfers(DatabaseAddress address) throws SQLException {
        Set<Long> found = new HashSet<>();
        try (Connection connection = Bank.connect(address);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from transfer")) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }

    private static String epoch(DatabaseAddress address) throws SQLException {
        try (Connection connection = Bank.connect(address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select epoch from platform.cluster")) {
            row.next();
            return row.getString(1);
        }
    }
}
