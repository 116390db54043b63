package io.hemai;

import io.hemai.identity.SignIns;
import io.hemai.kernel.TenantId;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenants;
import io.hemai.web.OwnAddress;
import io.hemai.web.StartNotice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to go once everything runs, and as whom to sign in. */
@Component
class Greeting {
    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

    private final String baseUrl;
    private final Environment environment;
    private final Tenants tenants;
    private final SignIns signIns;
    private final StartNotice notice;

    Greeting(
            @Value("${hemai.base-url:}") String baseUrl,
            Environment environment,
            Tenants tenants,
            SignIns signIns,
            StartNotice notice) {
        this.baseUrl = baseUrl;
        this.environment = environment;
        this.tenants = tenants;
        this.signIns = signIns;
        this.notice = notice;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        String address = baseUrl.isBlank()
                ? OwnAddress.of(environment, environment.getProperty("local.server.port", "8080"))
                : baseUrl;
        String login = tenants.find(TenantId.MAIN)
                .flatMap(main -> CurrentTenant.call(main, signIns::first))
                .orElse("somebody who is let in");
        LOG.info("Hemai is ready at {}; sign in as {}", address, login);
        notice.show("Hemai is ready at " + address);
    }
}
