package io.hemai.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.database.DatabaseAddress;
import io.hemai.database.DatabaseRefused;
import io.hemai.testing.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {
    /** A home that was started and stopped once; making one takes seconds, because it is made to last. */
    @TempDir
    static Path template;

    @TempDir
    Path directory;

    private Path home = template;

    @BeforeAll
    static void makeTemplate() {
        EmbeddedPostgres.start(template, ServerSettings.production()).close();
    }

    @BeforeEach
    void copyTemplate() {
        home = directory.resolve("home");
        DirectoryTree.copy(template, home);
    }

    @Test
    void secondStartFindsEverythingWhereItWas() throws SQLException {
        DatabaseAddress first;
        try (EmbeddedPostgres server = start()) {
            first = server.address();
            execute(first, "create table kept (id int)");
        }
        Instant begin = Instant.now();
        try (EmbeddedPostgres server = start()) {
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMillis(1500));
            assertThat(server.address()).isEqualTo(first);
            assertThat(ask(first, "select count(*) from kept")).isEqualTo("0");
        }
    }

    @Test
    void committedWorkIsSafeAndNobodyElseGetsIn() throws SQLException, IOException {
        try (EmbeddedPostgres server = start()) {
            DatabaseAddress address = server.address();
            assertThat(ask(address, "show fsync")).isEqualTo("on");
            assertThat(ask(address, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(address, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(address, "show data_checksums")).isEqualTo("on");
            assertThat(ask(address, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server.administration(), "show unix_socket_directories"))
                    .isEmpty();
            assertThat(ask(
                            address,
                            "select datlocprovider::text || datlocale from pg_database where datname = 'hemai'"))
                    .isEqualTo("bC.UTF-8");
            assertThat(ask(address, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThatThrownBy(() -> DriverManager.getConnection(address.url(), address.user(), "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void guardThatWasTakenAwayBehindOurBackRefusesTheStart() throws SQLException, IOException {
        Path overruling = home.resolve("postgres/postgresql.auto.conf");
        Files.writeString(overruling, "fsync = 'off'\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("fsync is off")
                .extracting(e -> ((DatabaseRefused) e).remedy())
                .asString()
                .contains("postgresql.auto.conf");

        Files.writeString(overruling, "");
        try (EmbeddedPostgres server = start()) {
            assertThat(ask(server.address(), "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void ownSettingsAreHeardExceptThoseThatGuardData() throws SQLException, IOException {
        Files.writeString(home.resolve("postgres/local.conf"), "work_mem = '12MB'\nfsync = off\n");
        try (EmbeddedPostgres server = start()) {
            assertThat(ask(server.address(), "show work_mem")).isEqualTo("12MB");
            assertThat(ask(server.address(), "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void serverThatOutlivedAKilledJvmIsTakenOver() throws Exception {
        long orphan = orphan("8MB");
        try (EmbeddedPostgres server = start()) {
            assertThat(server.pid()).isEqualTo(orphan);
            assertThat(ask(server.address(), "select 1")).isEqualTo("1");
        }
        assertThat(new Postmaster(orphan, 0).alive()).isFalse();
    }

    @Test
    void serverThatDiesIsStartedAgainWhereItWas() throws Exception {
        try (EmbeddedPostgres server = start()) {
            DatabaseAddress address = server.address();
            execute(address, "create table kept as select 7 as n");
            long first = server.pid();

            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> "7".equals(ask(address, "select n from kept")));
            assertThat(server.pid()).isNotIn(first, 0L);
            assertThat(server.address()).isEqualTo(address);
        }
        assertThat(RunningPostgres.of(home)).isEmpty();
    }

    @Test
    void survivorWithOtherSettingsIsReplaced() throws Exception {
        long orphan = orphan("9MB");
        try (EmbeddedPostgres server = start()) {
            assertThat(server.pid()).isNotEqualTo(orphan);
            assertThat(ask(server.address(), "show work_mem")).isEqualTo("8MB");
        }
        assertThat(new Postmaster(orphan, 0).alive()).isFalse();
    }

    @Test
    void lockOfADeadServerDoesNotStopTheNext() throws Exception {
        // the number now belongs to a stranger: this JVM
        Files.writeString(
                home.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + home.resolve("postgres")
                        + "\n1\n5432\n\n127.0.0.1\n1 1\nready\n");
        try (EmbeddedPostgres server = start()) {
            assertThat(ask(server.address(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void takenPortIsLeftToItsOwner() throws Exception {
        Path other = directory.resolve("other");
        DirectoryTree.copy(template, other);
        try (EmbeddedPostgres first = EmbeddedPostgres.start(other, ServerSettings.production())) {
            try (EmbeddedPostgres second = start()) {
                assertThat(second.address().url()).isNotEqualTo(first.address().url());
                assertThat(ask(second.address(), "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void secondHemaiOnOneHomeIsRefused() {
        try (EmbeddedPostgres server = start()) {
            assertThat(server.pid()).isPositive();
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .extracting(e -> ((DatabaseRefused) e).remedy())
                    .asString()
                    .contains("HEMAI_HOME");
        }
    }

    @Test
    void directoryOfANewerVersionIsRefused() throws IOException {
        Files.writeString(home.resolve("postgres/PG_VERSION"), "19\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("PostgreSQL 19, newer");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, ServerSettings.production());
    }

    private long orphan(String workMemory) throws IOException, InterruptedException {
        try (ForkedJvm jvm = ForkedJvm.start(ServerInOwnJvm.class, home.toString(), workMemory)) {
            long pid = Long.parseLong(jvm.await("server ").split(" ")[1]);
            jvm.kill();
            assertThat(new Postmaster(pid, 0).alive()).isTrue();
            return pid;
        }
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
