package io.hemai.metadata.custom;

import static io.hemai.metadata.custom.Company.refused;
import static io.hemai.metadata.custom.Company.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.Money;
import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.testing.HemaiTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Fields that a company adds and changes while it works. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomFieldsTests {
    private static final Map<String, Object> BUDGET =
            Map.of("name", "budget", "type", "money", "label", Map.of("zh-CN", "预算", "en", "Budget"));

    @Autowired
    Company.Tools tools;

    @Autowired
    Metadata metadata;

    @Autowired
    MetaPurge purge;

    @Autowired
    OpenChoices openChoices;

    @Autowired
    DSLContext db;

    private Company company;
    private Company neighbour;

    @BeforeAll
    void companies() {
        company = new Company(tools);
        neighbour = new Company(tools);
    }

    @Test
    void newFieldIsThereOnTheNextRequestAndOnlyForItsCompany() {
        long before = company.tenant().metadataVersion();
        String name = company.addField("sample", BUDGET);

        assertThat(name).isEqualTo("c_budget");
        assertThat(company.tenant().metadataVersion()).isGreaterThan(before);
        assertThat(company.field("sample", name).label().in(Locale.CHINA)).isEqualTo("预算");
        RecordId record = company.create("sample", Map.of("name", "甲", "c_budget", "1200"));
        assertThat(company.value("sample", record, name)).isEqualTo(Money.of("1200", "CNY"));
        assertThat(company.count("sample", name, "1200")).isEqualTo(1);

        assertThat(neighbour.object("sample").field(name)).isEmpty();
        assertThat(neighbour.objects()).isSameAs(metadata.declared());
    }

    @Test
    void everyOfferedTypeMakesAField() {
        for (String type : List.of(
                "text",
                "long_text",
                "rich_text",
                "integer",
                "decimal",
                "money",
                "percent",
                "date",
                "datetime",
                "boolean",
                "choice",
                "multi_choice",
                "phone",
                "email",
                "url",
                "address",
                "region",
                "user",
                "department",
                "auto_number",
                "file",
                "image",
                "rating",
                "tags")) {
            if (List.of("user", "department").contains(type)
                    && metadata.declared().find(type).isEmpty()) {
                continue;
            }
            Map<String, Object> sent = Map.of("name", "every_" + type, "type", type, "label", Map.of("en", type));
            String name = company.addField(
                    "sample", type.endsWith("choice") ? with(sent, "choices", List.of("a", "b")) : sent);
            assertThat(company.field("sample", name).type().code()).isEqualTo(type);
        }
        company.create("sample", Map.of("name", "every", "c_every_choice", "a", "c_every_rating", 3));
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThat(refused(() -> company.addField(
                        "sample",
                        Map.of("name", "Bad-Name", "type", "colour", "label", Map.of("fr", "x"), "required", "yes"))))
                .containsExactlyInAnyOrder(
                        "name meta.invalid_name",
                        "type meta.unknown_type",
                        "label request.unknown_property",
                        "required request.wrong_type");
        assertThat(refused(() -> company.addField("sample", Map.of("name", "x", "type", "text"))))
                .containsExactly("label meta.label_missing");
        assertThat(refused(() -> company.addField("sample", with(BUDGET, "colour", "red"))))
                .containsExactly("colour request.unknown_property");
        assertThat(refused(() -> company.addField("nothing", BUDGET))).containsExactly("meta.unknown_object");
        assertThat(refused(() -> company.addField("sample", with(with(BUDGET, "name", "seen_by"), "default", "many"))))
                .containsExactly("default value.not_a_number");
        assertThat(refused(() -> company.addField(
                        "sample",
                        Map.of(
                                "name",
                                "l",
                                "type",
                                "long_text",
                                "label",
                                Map.of("en", "l"),
                                "unique",
                                true,
                                "indexed",
                                true))))
                .containsExactly("unique meta.not_unique_able", "indexed meta.not_indexable");
        assertThat(refused(() -> company.addField("sample", with(with(BUDGET, "type", "link"), "target", "nobody"))))
                .contains("target meta.unknown_target");
        assertThat(refused(() -> company.addField("sample", with(BUDGET, "type", "link"))))
                .contains("target meta.target_missing");
    }

    @Test
    void namesCannotBreakOut() {
        for (String name : List.of(
                "x\"; drop table sample; --", "a b", "1' or '1'='1", "预算", "ａ", "a__b", "a_", "", "x".repeat(60))) {
            assertThat(refused(() -> company.addField("sample", name, "text")))
                    .as(name)
                    .isNotEmpty();
        }
        for (String name : List.of("select", "user", "order", "table", "group", "id", "x".repeat(46))) {
            String made = company.addField("sample", name, "money");
            RecordId record = company.create("sample", Map.of("name", name, made, "1"));
            assertThat(company.value("sample", record, made)).isEqualTo(Money.of("1", "CNY"));
        }
    }

    @Test
    void columnsOfOneFieldAreNotTakenByAnother() {
        company.addField("sample", "price", "money");
        assertThat(refused(() -> company.addField("sample", "price_currency", "text")))
                .containsExactly("name meta.name_taken");
        assertThat(refused(() -> company.addField("sample", "price", "text"))).contains("name meta.name_taken");
    }

    @Test
    void uniqueFieldHoldsAndRefusesDoublesThatStand() {
        String plate = company.addField(
                "sample", Map.of("name", "plate", "type", "text", "label", Map.of("en", "Plate"), "unique", true));
        company.create("sample", Map.of("name", "a", plate, "沪A 1"));
        assertThat(refused(() -> company.create("sample", Map.of("name", "b", plate, "沪Ａ　1"))))
                .hasSize(1);

        String colour = company.addField("sample", "colour", "text");
        company.create("sample", Map.of("name", "a", colour, "Red"));
        company.create("sample", Map.of("name", "b", colour, "red "));
        assertThat(refused(() -> company.changeField("sample", colour, Map.of("unique", true))))
                .containsExactly("unique meta.duplicates");
        assertThat(company.field("sample", colour).has(Trait.UNIQUE)).isFalse();
    }

    @Test
    void fieldIsRenamedHiddenAndMadeRequired() {
        String name = company.addField("sample", "mood", "text");
        company.create("sample", Map.of("name", "before"));
        company.changeField(
                "sample",
                name,
                Map.of(
                        "label",
                        Map.of("en", "Temper"),
                        "required",
                        true,
                        "hidden",
                        true,
                        "default",
                        "calm",
                        "help",
                        Map.of("en", "How it feels"),
                        "max_length",
                        20));

        Field<?> field = company.field("sample", name);
        assertThat(field.label().in(Locale.ENGLISH)).isEqualTo("Temper");
        assertThat(field.traits()).contains(Trait.REQUIRED, Trait.HIDDEN, Trait.CUSTOM);
        assertThat(field.type().settings()).containsEntry("max_length", 20);
        RecordId record = company.create("sample", Map.of("name", "after"));
        assertThat(company.value("sample", record, name)).isEqualTo("calm");
        assertThat(refused(() -> company.changeField("sample", name, Map.of("type", "integer", "name", "x"))))
                .containsExactly("name meta.fixed", "type meta.fixed");
    }

    @Test
    void deletedFieldIsGoneAndComesBackWithItsValues() {
        String name = company.addField("sample", "keepsake", "text");
        RecordId record = company.create("sample", Map.of("name", "a", name, "shell"));
        company.request(() -> tools.fields().delete("sample", name, Company.AUTHOR));

        assertThat(company.object("sample").field(name)).isEmpty();
        assertThat(refused(() -> company.create("sample", Map.of("name", "b", name, "x"))))
                .isNotEmpty();
        assertThat(refused(() -> company.addField("sample", "keepsake", "text")))
                .contains("name meta.name_deleted");
        assertThat(tools.fields().statuses(company.tenant(), "sample"))
                .extracting(FieldStatus::name)
                .contains(name);

        company.request(() -> tools.fields().restore("sample", name, Company.AUTHOR));
        assertThat(company.value("sample", record, name)).isEqualTo("shell");
        assertThat(refused(() -> company.request(() -> tools.fields().delete("sample", "name", Company.AUTHOR))))
                .containsExactly("name meta.standard_field");
    }

    @Test
    void purgedColumnsServeLaterFields() {
        Company one = new Company(tools);
        String name = one.addField(
                "sample", Map.of("name", "old", "type", "text", "label", Map.of("en", "Old"), "indexed", true));
        one.create("sample", Map.of("name", "a", name, "secret"));
        one.request(() -> tools.fields().delete("sample", name, Company.AUTHOR));
        purge.run(one.tenant());
        assertThat(columns(one)).contains(name);

        db.execute("update " + one.tenant().schema() + ".meta_field set deleted_at = deleted_at - interval '31 days'");
        purge.run(one.tenant());
        assertThat(columns(one)).doesNotContain(name).anyMatch(c -> c.startsWith("spare_"));
        int width = columns(one).size();

        String later = one.addField("sample", "later", "text");
        assertThat(columns(one)).hasSize(width).contains(later).noneMatch(c -> c.startsWith("spare_"));
        assertThat(db.fetchCount(
                        db.selectFrom(one.tenant().schema() + ".sample").where(later + " is not null")))
                .isZero();
    }

    private List<String> columns(Company of) {
        return db.fetch(
                        "select column_name from information_schema.columns where table_schema = ? and table_name ="
                                + " 'sample'",
                        of.tenant().schema())
                .getValues(0, String.class);
    }

    @Test
    void deliveredFieldTakesLabelsColoursAndStricterRules() {
        company.changeField(
                "sample",
                "source",
                Map.of(
                        "label",
                        Map.of("zh-CN", "来路"),
                        "required",
                        false,
                        "choices",
                        List.of(Map.of("code", "web", "color", "blue", "label", Map.of("zh-CN", "官网")), "fair")));
        ListsChoices source = (ListsChoices) company.field("sample", "source").type();
        assertThat(company.field("sample", "source").label().in(Locale.CHINA)).isEqualTo("来路");
        assertThat(source.choices().all()).extracting("code").containsExactly("web", "call", "fair");
        assertThat(source.choices().code("web").orElseThrow().color()).isEqualTo("blue");

        company.changeField("sample", "grade", Map.of("choices", List.of(Map.of("code", "low", "color", "red"))));
        assertThat(refused(() -> company.changeField("sample", "grade", Map.of("choices", List.of("middle")))))
                .containsExactly("choices meta.choice_fixed");
        assertThat(refused(() -> company.changeField("sample", "code", Map.of("unique", false, "type", "integer"))))
                .containsExactly("type meta.fixed", "unique meta.fixed");
        company.create("sample", Map.of("name", "x", "grade", "low", "source", "fair"));
        assertThat(((ListsChoices) neighbour.field("sample", "source").type())
                        .choices()
                        .code("fair"))
                .isEmpty();
    }

    @Test
    void openChoiceLearns() {
        Company one = new Company(tools);
        assertThat(one.request(() -> openChoices.learn(
                        one.object("sample"), one.field("sample", "source"), List.of("抖音", "web", "抖音"))))
                .containsExactly("抖音");
        ListsChoices source = (ListsChoices) one.field("sample", "source").type();
        assertThat(source.choices().all()).extracting("code").containsExactly("web", "call", "抖音");
        long version = one.tenant().metadataVersion();
        one.request(() -> openChoices.learn(one.object("sample"), one.field("sample", "source"), List.of("抖音")));
        assertThat(one.tenant().metadataVersion()).isEqualTo(version);
    }

    @Test
    void indexOverManyRowsIsMadeInTheBackground() throws Exception {
        Company one = new Company(tools);
        String plain = one.addField("sample", "serial", "text");
        db.execute("insert into " + one.tenant().schema() + ".sample (id, version, created_at, updated_at, name, "
                + plain + ") select gen_random_uuid(), 1, now(), now(), 'n' || i, 's' || i from"
                + " generate_series(1, 12000) i");

        one.changeField("sample", plain, Map.of("unique", true));
        await(() -> one.field("sample", plain).has(Trait.UNIQUE));
        assertThat(db.fetch(
                                "select indexdef from pg_indexes where schemaname = ?",
                                one.tenant().schema())
                        .getValues(0, String.class))
                .anyMatch(index -> index.startsWith("CREATE UNIQUE INDEX uq_sample__c_serial_fold"));

        one.changeField("sample", plain, Map.of("unique", false));
        await(() -> db.fetchCount(db.selectFrom("pg_indexes")
                        .where(
                                "schemaname = ? and indexname = 'uq_sample__c_serial_fold'",
                                one.tenant().schema()))
                == 0);
    }

    @Test
    void whatACrashCutOffGoesOnAtTheNextStart() throws Exception {
        Company one = new Company(tools);
        String name = one.addField("sample", "cut", "text");
        one.create("sample", Map.of("name", "a", name, "x"));
        // as a process leaves it that dies between the change and the end of its index
        db.execute("update " + one.tenant().schema()
                + ".meta_field set state = 'building', wanted = '{\"unique\":true}'" + " where name = '" + name + "'");
        one.create("sample", Map.of("name", "b", name, "y"));
        tools.tenants().prepare(one.tenant());
        await(() -> one.field("sample", name).has(Trait.UNIQUE));
    }

    @Test
    void uniquenessThatDoublesPreventFailsAndSaysWhy() throws Exception {
        Company one = new Company(tools);
        String name = one.addField("sample", "twice", "text");
        one.create("sample", Map.of("name", "a", name, "Same"));
        one.create("sample", Map.of("name", "b", name, "same"));
        db.execute("update " + one.tenant().schema()
                + ".meta_field set state = 'building', wanted = '{\"unique\":true}'" + " where name = '" + name + "'");
        tools.tenants().prepare(one.tenant());
        await(() ->
                tools.fields().statuses(one.tenant(), "sample").stream().anyMatch(f -> f.state() == FieldState.FAILED));

        Problem failure = Objects.requireNonNull(
                tools.fields().statuses(one.tenant(), "sample").getFirst().failure());
        assertThat(failure.code()).isEqualTo(ShapingError.DUPLICATES);
        assertThat(failure.args()).containsExactly(name, "same");
        assertThat(one.field("sample", name).has(Trait.UNIQUE)).isFalse();
        await(() -> db
                .fetch(
                        "select indexname from pg_indexes where schemaname = ?",
                        one.tenant().schema())
                .getValues(0, String.class)
                .stream()
                .noneMatch(index -> index.contains("c_twice")));
    }

    private static void await(java.util.function.BooleanSupplier done) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
    }
}
