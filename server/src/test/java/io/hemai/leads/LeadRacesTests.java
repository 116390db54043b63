package io.hemai.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.AtOnce;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What many want at one moment, one gets. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadRacesTests {
    private static final int CLAIMERS = 64;
    private static final Duration LONG = Duration.ofSeconds(20);

    @Autowired
    TestTenants tenants;

    private Api admin;
    private TestTenant tenant;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    private String lead(Map<String, Object> values) {
        return admin.post("/records/lead?duplicates=allow", values).expect(201).text("id");
    }

    private static Answer does(Api by, String lead, String verb, Map<String, Object> input) {
        return by.post("/records/lead/" + lead + "/" + verb, input);
    }

    private static List<Integer> statuses(List<Answer> answers) {
        return answers.stream().map(Answer::status).sorted().toList();
    }

    @Test
    void ofSixtyFourWhoClaimOneHasIt() throws InterruptedException {
        String lead = lead(Map.of("name", "王芳"));
        does(admin, lead, "release", Map.of()).expect(200);
        List<Api> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            // they see all leads, so that they may be told why
            people.add(tenant.as("claimer" + i, "marketing"));
        }
        Instant begun = Instant.now();

        List<Answer> answers = AtOnce.run(CLAIMERS, i -> does(people.get(i % people.size()), lead, "claim", Map.of()));

        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONG);
        assertThat(answers.stream().filter(a -> a.status() == 200)).hasSize(1);
        answers.stream().filter(a -> a.status() != 200).forEach(a -> a.refused(409, "lead.not_in_pool"));
    }

    @Test
    void whatIsConvertedIsInNoPool() {
        String lead = lead(Map.of("name", "李强", "company", "无锡远景有限公司"));
        does(admin, lead, "release", Map.of()).expect(200);
        does(admin, lead, "convert", Map.of()).expect(200);

        assertThat(admin.get("/records/lead/" + lead).at("pool").isNull()).isTrue();
        does(admin, lead, "claim", Map.of()).refused(409, "lead.already_converted");
        does(admin, lead, "release", Map.of()).refused(409, "lead.already_converted");
        does(admin, lead, "disqualify", Map.of("reason", "no_need")).refused(409, "lead.already_converted");
    }

    @Test
    void ofTwoWhoSawTheSameVersionOneGoesOn() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            String lead = lead(Map.of("name", "赵敏"));
            List<Api> both = List.of(
                    tenant.admin().header("If-Match", "\"1\""), tenant.admin().header("If-Match", "\"1\""));

            List<Answer> answers =
                    AtOnce.run(2, i -> does(both.get(i), lead, "disqualify", Map.of("reason", "no_need")));

            assertThat(statuses(answers)).containsExactly(200, 412);
        }
    }

    @Test
    void leadsOfOneCompanyBecomeOneAccountHoweverTheyMeet() throws InterruptedException {
        List<String> leads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            leads.add(lead(
                    Map.of("name", "张三", "company", i % 2 == 0 ? "苏州明基有限公司" : " 苏州明基 有限公司", "mobile", "13912345678")));
        }

        List<Answer> answers = AtOnce.run(leads.size(), i -> does(tenant.admin(), leads.get(i), "convert", Map.of()));

        answers.forEach(answer -> answer.expect(200));
        assertThat(answers.stream().map(a -> a.text("/account/id")).distinct()).hasSize(1);
        assertThat(answers.stream().map(a -> a.text("/contact/id")).distinct()).hasSize(1);
        assertThat(answers.stream().map(a -> a.text("/opportunity/id")).distinct())
                .hasSize(leads.size());
    }

    @Test
    void aKnownCustomerGetsTheTagsToo() {
        String account = admin.post("/records/account", Map.of("name", "常州新城有限公司", "tags", List.of("老客户")))
                .expect(201)
                .text("id");
        String lead = lead(Map.of("name", "周杰", "company", "常州新城有限公司", "tags", List.of("展会", "老客户")));

        assertThat(does(admin, lead, "convert", Map.of()).expect(200).text("/account/id"))
                .isEqualTo(account);

        assertThat(admin.get("/records/account/" + account).at("tags").toString())
                .isEqualTo("[\"老客户\",\"展会\"]");
    }

    @Test
    void theTimelineSaysWhyInWords() {
        String lead = lead(Map.of("name", "孙丽"));
        does(admin, lead, "release", Map.of("reason", "没有回应")).expect(200);
        does(admin, lead, "claim", Map.of()).expect(200);

        admin.speaking("zh-CN");
        Answer timeline = admin.get("/records/lead/" + lead + "/timeline").expect(200);
        assertThat(timeline.at("items").toString()).contains("退回公海：没有回应").contains("\"领取\"");
        assertThat(admin.get("/records/lead/" + lead + "/history")
                        .expect(200)
                        .at("items")
                        .toString())
                .contains("退回公海：没有回应");
    }

    @Test
    void whatPeopleWriteIsNoReasonOfHemai() {
        String lead = lead(Map.of("name", "孙丽"));
        does(admin, lead, "release", Map.of("reason", "customer deleted")).expect(200);

        assertThat(admin.speaking("zh-CN")
                        .get("/records/lead/" + lead + "/history")
                        .expect(200)
                        .text("/items/0/why"))
                .isEqualTo("退回公海：customer deleted");
    }
}
