package io.hemai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.HemaiApplication;
import io.hemai.database.embedded.EmbeddedPostgres;
import io.hemai.database.embedded.ServerSettings;
import io.hemai.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A second, real server that Hemai did not start. */
@ExtendWith(OutputCaptureExtension.class)
class ExternalPostgresTests {
    @TempDir
    static Path home;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.start(home, ServerSettings.production());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void applicationRunsOnIt(@TempDir Path ownHome) {
        DatabaseAddress address = server.address();
        try (var context = SpringApplication.run(
                HemaiApplication.class,
                "--server.port=0",
                "--hemai.home=" + ownHome,
                "--hemai.db.url=" + address.url(),
                "--hemai.db.user=" + address.user(),
                "--hemai.db.password=" + address.password())) {
            assertThat(context.getBean(DSLContext.class).fetchValue("select inet_server_port()"))
                    .isEqualTo(port(address));
            assertThat(ownHome.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void refusedStartSaysWhatToDoInsteadOfAStackTrace(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        HemaiApplication.class,
                        "--server.port=0",
                        "--hemai.db.url=" + server.address().url(),
                        "--hemai.db.user=hemai",
                        "--hemai.db.password=wrong"))
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("password authentication failed for user \"hemai\"")
                .contains("Check HEMAI_DB_USER and HEMAI_DB_PASSWORD")
                .doesNotContain("\tat ");
    }

    @Test
    void unsafeSettingsAreAllNamedAtOnce() {
        assertThatThrownBy(() -> ExternalPostgres.checked(TestPostgres.address()))
                .hasMessageContaining("fsync is off")
                .hasMessageContaining("full_page_writes is off")
                .hasMessageContaining("synchronous_commit is off");
    }

    @Test
    void databaseOfAnotherEncodingIsRefused() throws SQLException {
        administer("create database ascii owner hemai encoding 'SQL_ASCII' locale 'C' locale_provider libc"
                + " template template0");

        assertThatThrownBy(() -> ExternalPostgres.checked(database("ascii", "hemai")))
                .hasMessageContaining("its encoding is SQL_ASCII");
    }

    @Test
    void roleThatMayTooLittleIsToldTheGrants() throws SQLException {
        administer("create role clerk login password '" + server.address().password() + "'");

        assertThatThrownBy(() -> ExternalPostgres.checked(database("hemai", "clerk")))
                .hasMessageContaining("may not create schemas")
                .hasMessageContaining("may not create roles")
                .extracting(e -> ((DatabaseRefused) e).remedy())
                .asString()
                .contains("GRANT CREATE ON DATABASE \"hemai\" TO \"clerk\"")
                .contains("ALTER ROLE \"clerk\" CREATEROLE");
    }

    @Test
    void missingDatabaseAndUnreachableHostAreToldApart() {
        assertThatThrownBy(() -> ExternalPostgres.checked(database("nowhere", "hemai")))
                .extracting(e -> ((DatabaseRefused) e).remedy())
                .asString()
                .startsWith("Create the database");
        assertThatThrownBy(() -> ExternalPostgres.checked(
                        new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/hemai", "hemai", "secret")))
                .hasMessageNotContaining("secret")
                .extracting(e -> ((DatabaseRefused) e).remedy())
                .asString()
                .startsWith("Check host and port");
    }

    private static DatabaseAddress database(String name, String user) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port(server.address()) + "/" + name,
                user,
                server.address().password());
    }

    private static int port(DatabaseAddress address) {
        return Integer.parseInt(address.url().replaceAll(".*127\\.0\\.0\\.1:(\\d+)/.*", "$1"));
    }

    private static void administer(String sql) throws SQLException {
        DatabaseAddress admin = server.administration();
        try (var connection = DriverManager.getConnection(admin.url(), admin.user(), admin.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
