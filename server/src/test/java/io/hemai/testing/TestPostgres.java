package io.hemai.testing;

import io.hemai.database.DatabaseAddress;
import io.hemai.database.DatabaseServer;
import io.hemai.database.embedded.DirectoryTree;
import io.hemai.database.embedded.EmbeddedPostgres;
import io.hemai.database.embedded.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The one PostgreSQL of a test run: quick and forgetful, and gone with the run. */
public final class TestPostgres {
    private TestPostgres() {}

    /** The application's database on it; starts it on first use. */
    public static DatabaseAddress address() {
        return Running.SERVER.address();
    }

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                Path home = Files.createTempDirectory("hemai-test");
                EmbeddedPostgres server = EmbeddedPostgres.start(
                        home,
                        ServerSettings.production()
                                .with("fsync", "off")
                                .with("full_page_writes", "off")
                                .with("synchronous_commit", "off"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    server.close();
                    DirectoryTree.delete(home);
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Puts the run's server in the place of the application's own. */
    static final class Initializer implements ApplicationContextInitializer<GenericApplicationContext> {
        @Override
        public void initialize(GenericApplicationContext context) {
            context.registerBean(DatabaseServer.class, () -> TestPostgres::address);
        }
    }
}
