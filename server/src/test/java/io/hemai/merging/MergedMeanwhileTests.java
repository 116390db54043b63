package io.hemai.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Links that were away while what they lead to was merged, deleted or brought back. */
@HemaiTest
class MergedMeanwhileTests {
    private static final String VISIT = "/meta/objects/c_visit";
    private static final String AT = VISIT + "/fields/c_at";

    @Autowired
    TestTenants tenants;

    private Api admin;
    private String kept;
    private String gone;

    @BeforeEach
    void visitsOfAccounts() {
        admin = tenants.fresh().admin();
        kept = made("account", Map.of("name", "华东精密"));
        gone = made("account", Map.of("name", "华东精密有限公司"));
        admin.post("/meta/objects", Map.of("name", "visit", "label", Map.of("en", "Visit")))
                .expect(201);
        link(Map.of());
    }

    private void link(Map<String, Object> more) {
        Map<String, Object> field = new LinkedHashMap<>(
                Map.of("name", "at", "type", "link", "target", "account", "label", Map.of("en", "At")));
        field.putAll(more);
        admin.post(VISIT + "/fields", field).expect(201);
    }

    private String made(String object, Map<String, Object> values) {
        return admin.post("/records/" + object + "?duplicates=allow", values)
                .expect(201)
                .text("id");
    }

    private String visit(String account) {
        return made("c_visit", Map.of("name", "初访", "c_at", account));
    }

    private Answer visited(String visit) {
        return admin.get("/records/c_visit/" + visit).expect(200);
    }

    private void leadsTo(String visit, String account) {
        assertThat(visited(visit).text("/c_at/id")).isEqualTo(account);
    }

    private void leadsNowhere(String visit) {
        Answer answer = visited(visit);
        assertThat(answer.at("c_at").isNull()).as(answer.raw()).isTrue();
    }

    private void merge(String into, String from) {
        admin.post("/records/account/" + into + "/merge", Map.of("from", List.of(from)))
                .expect(200);
    }

    private Answer undo(String of) {
        return admin.post("/records/account/" + of + "/undo_merge", Map.of()).expect(200);
    }

    private void delete(String account) {
        String tag = admin.get("/records/account/" + account).expect(200).header("ETag");
        admin.header("If-Match", tag).delete("/records/account/" + account).expect(204);
        admin.without("If-Match");
    }

    private void away(String what) {
        admin.delete(what).expect(204);
    }

    private void back(String what) {
        admin.post(what + "/restore", Map.of()).expect(200);
    }

    @Test
    void whatLeadsOnIsToldAndGoesBackWithTheMerge() {
        for (String what : List.of(VISIT, AT)) {
            String from = made("account", Map.of("name", "旧名"));
            String visit = visit(from);
            away(what);
            merge(kept, from);

            back(what);

            leadsTo(visit, kept);
            assertThat(visited(visit).at("version").asInt()).isEqualTo(2);
            assertThat(admin.get("/records/c_visit/" + visit + "/history").raw())
                    .contains("c_at");
            Answer undone = undo(kept);
            assertThat(undone.at("moved").asInt()).as(undone.raw()).isEqualTo(1);
            leadsTo(visit, from);
        }
    }

    @Test
    void whatWasMovedAndIsAwayWhenTheMergeIsUndoneGoesBackLater() {
        for (String what : List.of(VISIT, AT)) {
            String from = made("account", Map.of("name", "旧名"));
            String visit = visit(from);
            merge(kept, from);
            away(what);
            undo(kept);

            back(what);

            leadsTo(visit, from);
        }
    }

    @Test
    void howeverManyMergesThereWere() {
        String visit = visit(gone);
        away(VISIT);
        List<String> chain = new ArrayList<>(List.of(gone));
        for (int i = 0; i < 7; i++) {
            String next = made("account", Map.of("name", "第" + i));
            merge(next, chain.getLast());
            chain.add(next);
        }

        back(VISIT);

        leadsTo(visit, chain.getLast());
        undo(chain.getLast());
        leadsTo(visit, chain.get(chain.size() - 2));
        undo(chain.get(chain.size() - 2));
        leadsTo(visit, chain.get(chain.size() - 3));
    }

    @Test
    void whatIsInTheBinSetsTheLinkAgain() {
        String plain = visit(gone);
        away(AT);
        admin.post(VISIT + "/fields", required()).expect(201);
        String must = made("c_visit", Map.of("name", "复访", "c_must", gone));
        away(VISIT);
        delete(gone);

        back(VISIT);

        back(AT);
        leadsNowhere(plain);
        assertThat(visited(must).at("c_must").isNull()).isTrue();
        admin.post("/records/account/" + gone + "/restore", Map.of()).expect(200);
        leadsTo(plain, gone);
        assertThat(visited(must).text("/c_must/id")).isEqualTo(gone);
    }

    private static Map<String, Object> required() {
        return Map.of(
                "name", "must", "type", "link", "target", "account", "required", true, "label", Map.of("en", "Must"));
    }

    @Test
    void aSurvivorInTheBinSetsItToo() {
        String visit = visit(gone);
        away(VISIT);
        merge(kept, gone);
        delete(kept);

        back(VISIT);

        leadsNowhere(visit);
        admin.post("/records/account/" + kept + "/restore", Map.of()).expect(200);
        leadsTo(visit, kept);
        undo(kept);
        leadsTo(visit, gone);
    }

    @Test
    void aLinkThatOnlyOneMayHaveStaysEmptyWithTheOther() {
        away(AT);
        admin.post(
                        VISIT + "/fields",
                        Map.of(
                                "name",
                                "sole",
                                "type",
                                "link",
                                "target",
                                "account",
                                "unique",
                                true,
                                "label",
                                Map.of("en", "Sole")))
                .expect(201);
        String one = made("c_visit", Map.of("name", "一", "c_sole", gone));
        String other = made("c_visit", Map.of("name", "二", "c_sole", kept));
        away(VISIT);
        merge(kept, gone);

        back(VISIT);

        assertThat(visited(one).at("c_sole").isNull()).isTrue();
        assertThat(visited(other).text("/c_sole/id")).isEqualTo(kept);
        undo(kept);
        assertThat(visited(one).text("/c_sole/id")).isEqualTo(gone);
        assertThat(visited(other).text("/c_sole/id")).isEqualTo(kept);
    }

    @Test
    void nothingIsLedToAnObjectThatIsAway() {
        admin.post("/meta/objects", Map.of("name", "site", "label", Map.of("en", "Site")))
                .expect(201);
        admin.post(
                        VISIT + "/fields",
                        Map.of("name", "site", "type", "link", "target", "c_site", "label", Map.of("en", "Site")))
                .expect(201);
        String site = made("c_site", Map.of("name", "工地"));
        String visit = made("c_visit", Map.of("name", "初访", "c_site", site));
        away(VISIT);
        away("/meta/objects/c_site");
        back(VISIT);

        admin.post("/records/c_visit", Map.of("name", "再访", "c_site", gone)).expect(422);

        back("/meta/objects/c_site");
        assertThat(visited(visit).text("/c_site/id")).isEqualTo(site);
        admin.post("/records/c_visit", Map.of("name", "再访", "c_site", gone)).expect(422);
        made("c_visit", Map.of("name", "再访", "c_site", site));
    }

    @Test
    void whatOnlyOneMayLeadToIsToldByItsName() {
        admin.post(
                        "/meta/objects/c_visit/fields",
                        Map.of(
                                "name",
                                "only",
                                "label",
                                Map.of("zh-CN", "独占客户", "en", "Only account"),
                                "type",
                                "link",
                                "target",
                                "account",
                                "unique",
                                true))
                .expect(201);
        made("c_visit", Map.of("name", "甲", "c_only", kept));
        String other = made("c_visit", Map.of("name", "乙", "c_only", gone));

        Answer refused = admin.post("/records/account/" + kept + "/merge", Map.of("from", List.of(gone)))
                .expect(422);

        assertThat(refused.text("code")).isEqualTo("merge.only_one_leads");
        assertThat(refused.text("detail")).contains("独占客户");
        admin.header("If-Match", "\"1\"")
                .patch("/records/c_visit/" + other, new LinkedHashMap<>(Collections.singletonMap("c_only", null)))
                .expect(200);
        admin.without("If-Match");
        merge(kept, gone);
    }

    @Test
    void whatWasMovedGoesBackThoughTheSurvivorIsInTheBin() {
        String visit = visit(gone);
        merge(kept, gone);
        away(VISIT);
        undo(kept);
        delete(kept);

        back(VISIT);

        leadsTo(visit, gone);
    }
}
