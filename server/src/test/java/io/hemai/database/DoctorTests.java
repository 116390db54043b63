package io.hemai.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.database.embedded.EmbeddedPostgres;
import io.hemai.database.embedded.ServerSettings;
import io.hemai.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTests {
    @TempDir
    Path home;

    @Test
    void homeThatWasNeverUsedIsWell() {
        assertThat(examine()).singleElement().matches(Doctor.Finding::well);
    }

    @Test
    void runningServerAnswers() {
        try (EmbeddedPostgres server = start()) {
            assertThat(examine())
                    .allMatch(Doctor.Finding::well)
                    .anyMatch(finding -> finding.what().contains("process " + server.pid()));
        }
    }

    @Test
    void openSecretWrongVersionAndLostSecretAreNamed() throws IOException {
        start().close();
        Path secret = home.resolve("postgres.password");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(examine()).anyMatch(finding -> finding.remedy().equals("chmod 600 " + secret));

        Files.writeString(home.resolve("postgres/PG_VERSION"), "19\n");
        assertThat(examine()).anyMatch(finding -> finding.what().contains("PostgreSQL 19, newer"));

        Files.delete(secret);
        assertThat(examine()).anyMatch(finding -> finding.what().contains("cannot be read from " + secret));
    }

    @Test
    void unsafeExternalDatabaseIsNamed() {
        DatabaseAddress address = TestPostgres.address();
        var external = new DatabaseProperties.External(address.url(), address.user(), address.password());

        assertThat(new Doctor(new DatabaseProperties(home.toString(), external)).examine())
                .anyMatch(finding -> !finding.well() && finding.what().contains("fsync is off"));
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, ServerSettings.production().with("fsync", "off"));
    }

    private List<Doctor.Finding> examine() {
        return new Doctor(new DatabaseProperties(home.toString(), new DatabaseProperties.External(null, null, null)))
                .examine();
    }
}
