package io.hemai.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.TenantId;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
class TenantChoiceTests {
    @Autowired
    TenantChoice choice;

    @Autowired
    TestTenants tenants;

    @Test
    void theNamedOneThenTheHostsThenMain() {
        TestTenant tenant = tenants.fresh();
        TenantId own = tenant.tenant().id();
        String host = tenant.name() + ".crm.example";

        assertThat(choice.choose(null, host)).contains(own);
        assertThat(choice.choose(" ", host)).contains(own);
        assertThat(choice.choose("main", host)).contains(TenantId.MAIN);
        assertThat(choice.choose(null, "crm.example")).contains(TenantId.MAIN);
        assertThat(choice.choose(null, "192.168.0.7")).contains(TenantId.MAIN);
        assertThat(choice.choose(null, "localhost")).contains(TenantId.MAIN);
        assertThat(choice.choose("Robert'); drop", host)).isEmpty();
    }
}
