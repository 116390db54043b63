package io.hemai.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
class ReportApiTests {
    @Autowired
    TestTenants tenants;

    @Test
    void reportsOverHttp() {
        Api admin = tenants.fresh().admin();
        admin.post("/records/sample", Map.of("name", "甲", "size", 3, "source", "web"))
                .expect(201);
        admin.post("/records/sample", Map.of("name", "乙", "size", 4, "source", "web"))
                .expect(201);
        Answer answer = admin.post(
                "/reports/run",
                Map.of(
                        "object",
                        "sample",
                        "group_by",
                        List.of(Map.of("field", "source")),
                        "measures",
                        List.of(Map.of("fn", "count"), Map.of("fn", "sum", "field", "size", "name", "together")),
                        "sort",
                        "-together",
                        "limit",
                        10));
        answer.expect(200);
        assertThat(answer.at("/columns").toString())
                .isEqualTo(
                        "[{\"name\":\"source\",\"kind\":\"group\",\"field\":\"source\",\"type\":\"choice\"},"
                                + "{\"name\":\"count\",\"kind\":\"measure\",\"fn\":\"count\"},"
                                + "{\"name\":\"together\",\"kind\":\"measure\",\"fn\":\"sum\",\"field\":\"size\",\"type\":\"integer\"}]");
        assertThat(answer.at("/rows").toString()).isEqualTo("[[\"web\",2,7]]");
        assertThat(answer.at("/total").toString()).isEqualTo("[null,2,7]");
        assertThat(answer.at("/more").asBoolean()).isFalse();
    }

    @Test
    void whatCannotBeReadIsRefused() {
        Api admin = tenants.fresh().admin();
        admin.post("/reports/run", Map.of()).refused(400, "request.missing");
        admin.post("/reports/run", Map.of("object", 1)).refused(400, "request.wrong_type");
        admin.post("/reports/run", Map.of("object", "sample", "having", 1)).refused(400, "request.unknown_property");
        admin.post("/reports/run", Map.of("object", "sample", "measures", List.of(Map.of("fn", "median"))))
                .refused(400, "report.unknown_function");
        admin.post(
                        "/reports/run",
                        Map.of("object", "sample", "group_by", List.of(Map.of("field", "day", "bucket", "hour"))))
                .refused(400, "report.unknown_bucket");
        admin.get("/reports/weather").refused(404, "report.unknown");
        admin.get("/reports/funnel?period=some_day").refused(400, "filter.unknown_period");
    }

    @Test
    void theFunnelIsNarrowedOverAsManyLinksAsAList() {
        Api admin = tenants.fresh().admin();
        String account =
                admin.post("/records/account", Map.of("name", "海纳")).expect(201).text("id");
        admin.post("/records/opportunity", Map.of("name", "单子", "stage", "proposal", "account", account))
                .expect(201);
        String funnel = "/reports/funnel?filter=%7B%22field%22:%22account.parent.parent.name%22,%22op%22:%22";
        assertThat(admin.get(funnel + "empty%22%7D").expect(200).at("/total/2").asInt())
                .isEqualTo(1);
        assertThat(admin.get(funnel + "not_empty%22%7D")
                        .expect(200)
                        .at("/total/2")
                        .asInt())
                .isZero();
        admin.get("/reports/funnel?filter=%7B%22field%22:%22no.such%22,%22op%22:%22empty%22%7D")
                .refused(400, "record.unknown_field");
    }

    @Test
    void theReadyOnesAnswer() {
        Api admin = tenants.fresh().admin();
        admin.post("/records/lead", Map.of("name", "王芳", "source", "website")).expect(201);
        Answer sources = admin.get("/reports/lead_sources?period=this_year").expect(200);
        assertThat(sources.at("/rows").toString()).isEqualTo("[[\"website\",1,0,\"0.0\"]]");
        assertThat(sources.at("/total").toString()).isEqualTo("[null,1,0,\"0.0\"]");
        Answer funnel = admin.get("/reports/funnel").expect(200);
        assertThat(funnel.at("/rows/0/1").asString()).isEqualTo("initial_contact");
        assertThat(funnel.at("/rows/0/2").asLong()).isZero();
        assertThat(admin.get("/reports/won_by_month").expect(200).at("/rows").size())
                .isZero();
        assertThat(admin.get("/reports/ranking").expect(200).at("/rows").size()).isZero();
    }

    @Test
    void whoSeesNoAmountsIsAnsweredWithoutThem() {
        TestTenant own = tenants.fresh();
        own.admin()
                .post(
                        "/roles",
                        Map.of(
                                "name",
                                "counter",
                                "objects",
                                Map.of("*", Map.of("read", "all")),
                                "fields",
                                Map.of("opportunity.amount", "hidden")))
                .expect(201);
        own.admin()
                .post("/records/opportunity", Map.of("name", "商机", "amount", Map.of("amount", "5", "currency", "CNY")))
                .expect(201);
        Api counter = own.as("counter", "counter");

        for (String report : List.of("funnel", "ranking", "won_by_month")) {
            Answer answer = counter.get("/reports/" + report).expect(200);
            assertThat(answer.at("/columns").toString()).contains("\"count\"").doesNotContain("amount");
            int columns = answer.at("/columns").size();
            assertThat(answer.at("/rows").valueStream()).allMatch(row -> row.size() == columns);
            assertThat(answer.at("/total").size()).isEqualTo(columns);
        }
    }
}
