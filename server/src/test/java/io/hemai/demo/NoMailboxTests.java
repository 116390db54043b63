package io.hemai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.messaging.DemoMailbox;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** An installation that is no demo has no demo mailbox. */
@HemaiTest
class NoMailboxTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    ObjectProvider<DemoMailbox> mailbox;

    @Test
    void thereIsNothingToFind() {
        Api admin = tenants.fresh().admin();

        assertThat(mailbox.getIfAvailable()).isNull();
        assertThat(admin.get("/session").at("/demo_mailbox").isMissingNode()).isTrue();
        admin.get("/demo/mails").expect(404);
        admin.get("/demo/mails/01a2094f-cf03-773a-8b84-d84cc3d6ded0").expect(404);
    }
}
