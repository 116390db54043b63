package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.database.DatabaseProperties;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Files that were taken away or brought in do not stand for ever. */
@HemaiTest
@ExtendWith(OutputCaptureExtension.class)
class TidyingTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    @Autowired
    Tidying tidying;

    @Autowired
    DatabaseProperties database;

    @Autowired
    DSLContext db;

    private Path shelf(String kind, TestTenant tenant) {
        return database.homeDirectory().resolve(kind).resolve(tenant.name());
    }

    private Path file(String kind, TestTenant tenant) throws IOException {
        return Files.writeString(Files.createDirectories(shelf(kind, tenant)).resolve("file"), "some");
    }

    @Test
    void exportsGoAfterADayAndImportsAfterAWeek() throws IOException {
        TestTenant tenant = tenants.fresh();
        Path exported = file("exports", tenant);
        Path imported = file("imports", tenant);

        tidying.tidy();
        assertThat(exported).exists();
        clock.advance(Duration.ofHours(25));
        tidying.tidy();
        assertThat(exported).doesNotExist();
        assertThat(imported).exists();
        clock.advance(Duration.ofDays(6));
        tidying.tidy();
        assertThat(imported).doesNotExist();
    }

    @Test
    void oneBrokenTenantDoesNotStopTheNext(CapturedOutput log) throws IOException {
        List<TestTenant> inTurn = Stream.of(tenants.fresh(), tenants.fresh())
                .sorted(Comparator.comparing(TestTenant::name))
                .toList();
        String schema = inTurn.getFirst().tenant().schema();
        db.execute("alter table " + schema + ".mass_act rename to mass_act_kept");
        Path next = file("exports", inTurn.getLast());
        clock.advance(Duration.ofHours(25));
        try {
            tidying.tidy();
        } finally {
            db.execute("alter table " + schema + ".mass_act_kept rename to mass_act");
        }

        assertThat(next).doesNotExist();
        assertThat(log).contains(inTurn.getFirst().name() + ": tidying exported and imported files failed");
    }
}
