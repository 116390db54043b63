package io.hemai.tenancy;

import io.hemai.database.PassingFailures;
import io.hemai.kernel.StartRefused;
import io.hemai.kernel.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes all tenants ready at a start: one that is broken is set aside, and every start tries it again. */
@Component
public class Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Tenants tenants;
    private final AtomicInteger outOfService = new AtomicInteger();

    Preparation(Tenants tenants, MeterRegistry meters) {
        this.tenants = tenants;
        meters.gauge("hemai.tenants.set_aside", outOfService);
    }

    /**
     * Prepares every tenant, and gives those that could not be; they are set aside with the reason while the others go on.
     * Without the main tenant nobody could look after the others, so that one refuses the start.
     */
    public List<TenantId> run() {
        return run(tenants.all());
    }

    List<TenantId> run(List<Tenants.Listed> all) {
        List<TenantId> broken = new ArrayList<>();
        for (Tenants.Listed listed : all) {
            if (!isReady(listed.tenant(), listed.state())) {
                broken.add(listed.tenant().id());
            }
        }
        outOfService.set(broken.size());
        if (broken.contains(TenantId.MAIN)) {
            throw new StartRefused(
                    "The company " + TenantId.MAIN + " could not be made ready; the log says why.",
                    "Mend what the log names in the schema " + TenantId.MAIN.schema()
                            + ", or restore a backup; then start again.");
        }
        return broken;
    }

    private boolean isReady(Tenant tenant, TenantState before) {
        try {
            prepare(tenant);
        } catch (RuntimeException broken) {
            LOG.error("tenant {} is set aside, the others go on: {}", tenant.id(), reason(broken), broken);
            tenants.setAside(tenant.id(), reason(broken));
            return false;
        }
        if (before != TenantState.ACTIVE) {
            tenants.activate(tenant.id());
            LOG.info("tenant {} was {} and is in service now", tenant.id(), before.code());
        }
        return true;
    }

    /** What passes by itself is no reason to set a tenant aside at once. */
    private void prepare(Tenant tenant) {
        for (int attempt = 1; ; attempt++) {
            try {
                tenants.prepare(tenant);
                return;
            } catch (RuntimeException failed) {
                if (attempt == ATTEMPTS || !PassingFailures.include(failed)) {
                    throw failed;
                }
                LOG.warn("tenant {} is not ready yet, trying again: {}", tenant.id(), reason(failed));
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE.multipliedBy(attempt));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the innermost cause says. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
