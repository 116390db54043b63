package io.hemai.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.Bin;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.CardObject;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.SampleObject;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTests {
    @Autowired
    Records records;

    @Autowired
    Bin bin;

    @Autowired
    Search search;

    @Autowired
    SearchFill fill;

    @Autowired
    SearchEntries entries;

    @Autowired
    DSLContext db;

    @Autowired
    SampleObject sample;

    @Autowired
    CardObject card;

    @Autowired
    TestTenants tenants;

    /** With two cards that nobody changes. */
    private TestTenant settled;

    private RecordId wang;
    private TestTenant tenant;

    @BeforeAll
    void makeTenant() {
        settled = tenants.fresh();
        tenant = settled;
        wang = make("王芳华", "138 0013 8000", "华东精密（ACME）有限公司");
        make("李雷", "021-61001234", "西南重工");
    }

    private void begin() {
        tenant = tenants.fresh();
    }

    private <T> T working(Supplier<T> work) {
        return tenant.call(() -> Acting.call(new SystemIdentity("test", "a test"), work));
    }

    private RecordId make(String name, String mobile, String company) {
        return working(() -> records.create(
                card, Values.of(card.name, name).set(card.mobile, mobile).set(card.company, company)));
    }

    private List<String> labels(String typed) {
        return working(() -> search.find(typed, List.of(), 20).stream()
                .map(Search.Hit::label)
                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "王芳, name", // the whole name
        "芳华, name", // its middle
        "wfh, name", // pinyin, typed short
        "wf, name", // as far as it goes
        "wangfang, name", // pinyin in full, as far as it goes
        "WangFangHua, name",
        "8000, mobile", // the last digits
        "13800138000, mobile",
        "138-0013-8000, mobile",
        "138 0013 8000, mobile",
        "+86 138, mobile",
        "华东精密, company",
        "东精, company",
        "ACME, company", // without case, full width or not
        "ａｃｍｅ, company",
        "王芳 精密, name", // every word, wherever it stands
        "8000 wfh, mobile",
        "王, name", // one character: how a name begins
    })
    void findsByWhatIsRemembered(String typed, String field) {
        tenant = settled;
        List<Search.Hit> hits = working(() -> search.find(typed, List.of(), 20));
        assertThat(hits).extracting(Search.Hit::id).containsExactly(wang);
        assertThat(hits.getFirst().matched().field()).isEqualTo(field);
        assertThat(hits.getFirst().object()).isEqualTo("card");
        assertThat(hits.getFirst().label()).isEqualTo("王芳华");
    }

    @ParameterizedTest
    @CsvSource({"王雷", "华王", "芳", "angfang", "8002", "王芳 西南", "%%", "\\\\", "_", "138001380001"})
    void findsNothingElse(String typed) {
        tenant = settled;
        assertThat(labels(typed)).isEmpty();
    }

    @Test
    void whatElseIsRememberedTellsThoseOfOneNameApart() {
        begin();
        make("王伟", "13800138001", "东方精密");
        make("王伟", "13800138002", "西南重工");
        Supplier<List<List<String>>> facts = () -> working(() -> search.find("王伟", List.of(), 20).stream()
                .map(hit -> hit.facts().stream().map(Search.Said::text).toList())
                .toList());
        assertThat(facts.get()).allSatisfy(each -> assertThat(each).hasSize(2));
        assertThat(facts.get()).extracting(List::getLast).containsExactly("西南重工", "东方精密");
        Search.Hit byCompany = working(() -> search.find("东方精密", List.of(), 20)).getFirst();
        assertThat(byCompany.facts()).extracting(Search.Said::field).containsExactly("mobile");
    }

    @Test
    void aLandlineIsFoundAsItIsDialled() {
        tenant = settled;
        assertThat(labels("021-61001234")).containsExactly("李雷");
        assertThat(labels("61001234")).containsExactly("李雷");
        assertThat(labels("02161001234")).containsExactly("李雷");
    }

    @Test
    void theBestComesFirst() {
        begin();
        make("上海东方", "13800138001", "无");
        make("东方明珠", "13800138002", "无");
        make("东方", "13800138003", "无");
        make("西门", "13800138004", "东方集团");
        make("东方红", "13800138005", "无");
        assertThat(labels("东方")).containsExactly("东方", "东方红", "东方明珠", "上海东方", "西门");
    }

    @Test
    void namesByPinyinComeBeforeOtherFields() {
        begin();
        make("甲", "13800138001", "wf co");
        make("王芳", "13800138002", "无");
        make("王芳菲", "13800138003", "无");
        assertThat(labels("wf")).containsExactly("王芳", "王芳菲", "甲");
    }

    @Test
    void lastDigitsComeBeforeTheMiddle() {
        begin();
        make("甲", "13880001234", "无");
        make("乙", "13912348000", "无");
        make("丙", "13980005678", "无");
        assertThat(labels("8000")).startsWith("乙").hasSize(3);
    }

    @Test
    void searchesAllObjectsOrSome() {
        begin();
        make("华东精密", "13800138001", "无");
        working(() -> records.create(sample, Values.of(sample.name, "华东样品")));
        assertThat(labels("华东")).containsExactly("华东样品", "华东精密");
        assertThat(working(() -> search.find("华东", List.of("card"), 20)))
                .extracting(Search.Hit::object)
                .containsExactly("card");
        assertThatThrownBy(() -> working(() -> search.find("华东", List.of("nothing"), 20)))
                .hasMessage("meta.unknown_object");
    }

    @Test
    void followsEveryWriteAtOnce() {
        begin();
        RecordId id = make("王芳", "13800138001", "甲公司");
        working(() -> {
            records.update(card, id, Values.of(card.name, "李雷"));
            return 0;
        });
        assertThat(labels("王芳")).isEmpty();
        assertThat(labels("ll")).containsExactly("李雷");
        working(() -> {
            records.delete(card, id);
            return 0;
        });
        assertThat(labels("李雷")).isEmpty();
        working(() -> {
            bin.restore("card", id);
            return 0;
        });
        assertThat(labels("李雷")).containsExactly("李雷");
    }

    @Test
    void whatIsEmptyIsRefused() {
        tenant = settled;
        assertThatThrownBy(() -> labels(" \u200b ")).isInstanceOf(Refusal.class).hasMessage("search.empty");
        assertThatThrownBy(() -> labels("字".repeat(101))).hasMessage("search.too_long");
        assertThatThrownBy(() -> labels("a b c d e f g h i")).hasMessage("search.too_many_words");
    }

    @Test
    void longTextsShowThePartThatFits() {
        begin();
        working(() -> records.create(
                card,
                Values.of(card.name, "甲").set(card.remark, "很久以前。".repeat(40) + "要一台数控机床，" + "以后再说。".repeat(40))));
        Search.Hit hit = working(() -> search.find("数控机床", List.of(), 20)).getFirst();
        assertThat(hit.matched().field()).isEqualTo("remark");
        assertThat(hit.matched().text())
                .contains("要一台数控机床")
                .startsWith("…")
                .endsWith("…")
                .hasSizeLessThan(130);
    }

    @Test
    void whatIsMissingIsMadeAnew() {
        begin();
        RecordId id = make("王芳", "13800138001", "甲公司");
        int left = working(() -> {
            entries.remove(List.of(id));
            entries.state("card", List.of());
            // looked up in the table: a search would have it made anew by itself, in the background
            return db.fetchCount(
                    SearchTables.entries(),
                    SearchTables.bare(SearchTables.RECORD).eq(id.value()));
        });
        assertThat(left).isZero();
        working(() -> {
            fill.fill();
            return 0;
        });
        assertThat(labels("王芳")).containsExactly("王芳");
    }

    /** The newest that contain a common word are many; what fits better is found however old it is. */
    @Test
    void theBestComesFirstAmongMany() {
        begin();
        make("精密", "13800138001", "甲公司");
        make("精密仪器", "13800138002", "乙公司");
        working(() -> records.create(
                card,
                IntStream.range(0, 130)
                        .mapToObj(i -> Values.of(card.name, "苏州精密" + i).set(card.company, "丙公司"))
                        .toList()));

        assertThat(labels("精密")).hasSize(20).startsWith("精密", "精密仪器", "苏州精密129", "苏州精密128");
        assertThat(working(() -> search.find("精密", List.of(), 100))).hasSize(100);
    }

    @Test
    void manyEntriesStandInTheirPlacesAtOnce() {
        begin();
        Object pending = working(() -> records.together(() -> {
            records.create(
                    card,
                    IntStream.range(0, 130)
                            .mapToObj(i -> Values.of(card.name, "苏州精密" + i))
                            .toList());
            return db.fetchValue("select current_setting('gin_pending_list_limit')");
        }));
        assertThat(pending).isEqualTo("64kB");
        assertThat(db.fetchValue(
                        "select gin_clean_pending_list(?::regclass)",
                        tenant.tenant().schema() + ".search_entry_grams"))
                .isEqualTo(0L);
    }

    /** An old record must not come up among many because what is hidden of it fits better. */
    @Test
    void whatIsHiddenBringsNothingUp() {
        begin();
        make("a358b", "13912347358", "甲公司");
        working(() -> records.create(
                card,
                IntStream.range(0, 62)
                        .mapToObj(i -> Values.of(card.name, "新" + i).set(card.company, "z358y"))
                        .toList()));
        tenant.admin()
                .post(
                        "/roles",
                        Map.of(
                                "name",
                                "blind",
                                "objects",
                                Map.of("card", Map.of("read", "all")),
                                "fields",
                                Map.of("card.mobile", "hidden")))
                .expect(201);

        assertThat(tenant.as("blind", "blind")
                        .get("/search?q=358&limit=60")
                        .expect(200)
                        .raw())
                .contains("z358y")
                .doesNotContain("a358b");
        assertThat(tenant.admin().get("/search?q=358&limit=60").expect(200).raw())
                .contains("a358b");
    }

    @Test
    void whatPeopleKeepForThemselvesIsSearchedWhereItIsNamed() {
        begin();
        Api admin = tenant.admin();
        String account = admin.post("/records/account", Map.of("name", "北辰动力"))
                .expect(201)
                .text("id");
        admin.post("/records/comment", Map.of("body", "北辰下周回复", "about", Map.of("object", "account", "id", account)))
                .expect(201);
        String asked = "/search?q=" + URLEncoder.encode("北辰", StandardCharsets.UTF_8);

        assertThat(admin.get(asked).expect(200).at("/items").size()).isEqualTo(1);
        assertThat(admin.get(asked + "&objects=comment").expect(200).text("/items/0/object"))
                .isEqualTo("comment");
    }

    @Test
    void answersOverHttp() {
        begin();
        make("王芳", "13800138001", "甲公司");
        Answer answer = tenant.admin().get("/search?q=" + URLEncoder.encode("王芳", StandardCharsets.UTF_8));
        answer.expect(200);
        assertThat(answer.at("/items/0/object").asString()).isEqualTo("card");
        assertThat(answer.at("/items/0/label").asString()).isEqualTo("王芳");
        assertThat(answer.at("/items/0/matched/field").asString()).isEqualTo("name");
        assertThat(answer.at("/items/0/matched/text").asString()).isEqualTo("王芳");
        tenant.admin().get("/search?q=").expect(400);
        tenant.admin().get("/search?q=ab&limit=1000").expect(400);
        tenant.admin().get("/search?q=ab&sort=name").expect(400);
    }
}
