package io.hemai.files;

import io.hemai.records.StoredFiles;
import io.hemai.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Puts away files that no record uses, and contents that no file has; every node may do it at any time. */
@Component
class Clearing {
    private static final Duration STRAYS_STAY = Duration.ofHours(24);
    private static final int AT_ONCE = 1_000;

    private final StoredFiles files;
    private final Contents contents;
    private final Tenants tenants;
    private final Clock clock;

    Clearing(StoredFiles files, Contents contents, Tenants tenants, Clock clock) {
        this.files = files;
        this.contents = contents;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Files whose time has come, and their contents. */
    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void clear() {
        tenants.forEachActive("clearing away files", tenant -> {
            files.forgetUnused();
            files.removeContents(contents::remove);
        });
    }

    /** Contents that an upload left behind when it was cut off. */
    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    void findStrays() {
        tenants.forEachActive("finding contents that uploads left behind", tenant -> {
            List<String> standing = contents.standing(clock.instant().minus(STRAYS_STAY));
            for (int at = 0; at < standing.size(); at += AT_ONCE) {
                files.adopt(standing.subList(at, Math.min(at + AT_ONCE, standing.size())));
            }
        });
    }
}
