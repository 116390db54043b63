package io.hemai.metadata.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.metadata.Trait;
import io.hemai.metadata.schema.SchemaLock;
import io.hemai.testing.HemaiTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Fields that wait for their indexes keep nobody else from getting theirs, and go on by themselves. */
@HemaiTest
class FieldWorkTests {
    @Autowired
    Company.Tools tools;

    @Autowired
    FieldWork work;

    @Autowired
    SchemaLock lock;

    @Autowired
    DSLContext db;

    @Test
    void whoWaitsForTheSchemaKeepsNobodyWaiting() throws Exception {
        Company busy = new Company(tools);
        Company other = new Company(tools);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<Void> holder =
                CompletableFuture.runAsync(() -> lock.run(busy.tenant().schema(), () -> {
                    held.countDown();
                    await(over);
                }));
        held.await();

        String one = building(busy, "one");
        String two = building(busy, "two");
        String free = building(other, "free");

        await(() -> other.field("sample", free).has(Trait.UNIQUE));
        assertThat(busy.field("sample", one).has(Trait.UNIQUE)).isFalse();
        over.countDown();
        holder.join();
        await(() -> busy.field("sample", one).has(Trait.UNIQUE));
        await(() -> busy.field("sample", two).has(Trait.UNIQUE));
    }

    private String building(Company company, String field) {
        String name = company.addField("sample", field, "text");
        db.execute("update " + company.tenant().schema()
                + ".meta_field set state = 'building', wanted = '{\"unique\":true}' where name = '" + name + "'");
        company.request(() -> work.stored(company.tenant()).fields().stream()
                .filter(row -> row.name().equals(name))
                .forEach(work::startIfBuilding));
        return name;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(100);
        }
    }
}
