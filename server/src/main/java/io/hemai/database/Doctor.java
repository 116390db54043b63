package io.hemai.database;

import io.hemai.database.embedded.EmbeddedPostgres;
import io.hemai.database.embedded.RunningPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at the database of a home, or at the external one, and says what is wrong and what to do; changes nothing. */
final class Doctor {
    private final DatabaseProperties properties;
    private final List<Finding> findings = new ArrayList<>();

    Doctor(DatabaseProperties properties) {
        this.properties = properties;
    }

    /** One thing looked at; well when there is nothing to do about it. */
    record Finding(boolean well, String what, String remedy) {
        @Override
        public String toString() {
            return well ? "ok    " + what : "WRONG " + what + System.lineSeparator() + "      " + remedy;
        }
    }

    /** Everything that was looked at. */
    List<Finding> examine() {
        try {
            var external = properties.external();
            if (external.isPresent()) {
                ExternalPostgres.checked(external.get());
                well("external database " + external.get());
            } else {
                examineHome(properties.homeDirectory());
            }
        } catch (DatabaseRefused e) {
            wrong(String.valueOf(e.getMessage()), e.remedy());
        }
        return List.copyOf(findings);
    }

    private void examineHome(Path home) {
        Path data = home.resolve("postgres");
        if (!Files.exists(data)) {
            well("no database yet in " + home + "; the first start makes it");
            return;
        }
        EmbeddedPostgres.checkVersion(home);
        well("database directory " + data + " has this Hemai's version");
        checkSecret(home.resolve("postgres.password"));
        RunningPostgres.of(home)
                .ifPresentOrElse(this::ask, () -> well("its PostgreSQL does not run, as it should without Hemai"));
    }

    private void checkSecret(Path secret) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(secret);
            if (rights.equals(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))) {
                well(secret + " is readable by its owner only");
            } else {
                wrong(secret + " is open to others", "chmod 600 " + secret);
            }
        } catch (IOException e) {
            wrong(
                    secret + " cannot be read: " + e.getMessage(),
                    "Run as the user who runs Hemai, or restore a backup.");
        }
    }

    private void ask(RunningPostgres server) {
        DatabaseAddress address = server.administration();
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery("show server_version")) {
            answer.next();
            well("PostgreSQL " + answer.getString(1) + " answers (process " + server.pid() + ")");
        } catch (SQLException e) {
            wrong(
                    "the PostgreSQL that runs (process " + server.pid() + ") does not let us in: " + e.getMessage(),
                    "Stop Hemai and start it again; if that does not help, restore a backup.");
        }
    }

    private void well(String what) {
        findings.add(new Finding(true, what, ""));
    }

    private void wrong(String what, String remedy) {
        findings.add(new Finding(false, what, remedy));
    }
}
