package io.hemai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.access.Roles;
import io.hemai.identity.IdentityProperties;
import io.hemai.identity.Passwords;
import io.hemai.people.UserObject;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import io.hemai.web.StartNotice;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who asks for the demo and gets none is told why. */
@HemaiTest
@ExtendWith(OutputCaptureExtension.class)
class DemoStartTests {
    @Autowired
    TestTenants companies;

    @Autowired
    Tenants tenants;

    @Autowired
    DemoCompany company;

    @Autowired
    Passwords passwords;

    @Autowired
    UserObject user;

    @Autowired
    Roles roles;

    @Autowired
    IdentityProperties properties;

    @Test
    void whereSomebodyWorksTheConsoleSaysHowToHaveOne(CapturedOutput output) {
        TestTenant used = companies.fresh();
        used.admin().post("/records/lead", Map.of("name", "陈静")).expect(201);
        StartNotice notice = new StartNotice();
        DemoStart start = new DemoStart(tenants, company, passwords, user, roles, notice, properties);

        used.run(start::fill);
        notice.show("Ready");

        assertThat(output.getOut()).contains("HEMAI_HOME=demo ./hemai start --demo");
    }
}
