package io.hemai.metadata.custom;

import static io.hemai.metadata.custom.Company.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectTrait;
import io.hemai.testing.HemaiTest;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Objects that a company adds while it works. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomObjectsTests {
    @Autowired
    Company.Tools tools;

    @Autowired
    MetaPurge purge;

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
    void newObjectHasRecordsAtOnceAndOnlyForItsCompany() {
        String name = company.request(() -> tools.objects()
                .add(
                        Map.of(
                                "name",
                                "visit",
                                "label",
                                Map.of("zh-CN", "拜访", "en", "Visit"),
                                "plural",
                                Map.of("en", "Visits"),
                                "icon",
                                "map",
                                "color",
                                "green",
                                "menu",
                                false),
                        Company.AUTHOR));

        assertThat(name).isEqualTo("c_visit");
        assertThat(company.object(name).traits()).containsOnly(ObjectTrait.CUSTOM, ObjectTrait.OWNED);
        assertThat(company.object(name).label().in(Locale.CHINA)).isEqualTo("拜访");
        assertThat(company.object(name).look().icon()).isEqualTo("map");
        assertThat(company.object(name).look().menu()).isFalse();
        assertThat(company.object(name).fields().getFirst().name()).isEqualTo("name");
        company.request(() -> {
            tools.objects().change(name, Map.of("menu", true), Company.AUTHOR);
            return true;
        });
        assertThat(company.object(name).look().menu()).isTrue();
        RecordId record = company.create(name, Map.of("name", "初访"));
        assertThat(company.value(name, record, "name")).isEqualTo("初访");
        assertThat(neighbour.objects().find(name)).isEmpty();
    }

    @Test
    void objectsLinkToEachOther() {
        String site = company.addObject("site");
        String trip = company.addObject("trip");
        String link = company.addField(
                trip,
                Map.of(
                        "name",
                        "site",
                        "type",
                        "link",
                        "label",
                        Map.of("en", "Site"),
                        "target",
                        site,
                        "on_delete",
                        "restrict",
                        "inverse",
                        "trips"));
        assertThat(company.objects().inverse(company.object(site), "c_trips")).isPresent();

        RecordId there = company.create(site, Map.of("name", "港口"));
        RecordId first = company.create(trip, Map.of("name", "一", link, there.toString()));
        assertThat(company.value(trip, first, link)).isEqualTo(there);
        assertThat(company.count(site, "c_trips.name", "一")).isEqualTo(1);

        assertThat(refused(() -> company.request(() -> tools.objects().delete(site, Company.AUTHOR))))
                .containsExactly("meta.linked");
        assertThat(refused(() -> company.addField(
                        trip,
                        Map.of(
                                "name",
                                "other",
                                "type",
                                "link",
                                "label",
                                Map.of("en", "Other"),
                                "target",
                                site,
                                "inverse",
                                "trips"))))
                .containsExactly("inverse meta.name_taken");
    }

    @Test
    void deletedLinkHoldsNobodyBackAndComesBackWithWhatIsStillThere() {
        String port = company.addObject("port");
        String call = company.addObject("call");
        String link = company.addField(
                call,
                Map.of(
                        "name",
                        "port",
                        "type",
                        "link",
                        "label",
                        Map.of("en", "Port"),
                        "target",
                        port,
                        "on_delete",
                        "restrict"));
        RecordId gone = company.create(port, Map.of("name", "gone"));
        RecordId stays = company.create(port, Map.of("name", "stays"));
        RecordId one = company.create(call, Map.of("name", "1", link, gone.toString()));
        RecordId two = company.create(call, Map.of("name", "2", link, stays.toString()));

        company.request(() -> tools.fields().delete(call, link, Company.AUTHOR));
        db.execute("delete from " + company.tenant().schema() + "." + port + " where name = 'gone'");
        company.request(() -> tools.fields().restore(call, link, Company.AUTHOR));

        assertThat(company.value(call, one, link)).isNull();
        assertThat(company.value(call, two, link)).isEqualTo(stays);
    }

    @Test
    void deletedObjectComesBackOrIsPurged() {
        Company one = new Company(tools);
        String name = one.addObject("fleeting");
        RecordId record = one.create(name, Map.of("name", "a"));
        one.request(() -> tools.objects().delete(name, Company.AUTHOR));
        assertThat(one.objects().find(name)).isEmpty();
        assertThat(tools.objects().deleted(one.tenant()))
                .extracting(DeletedObject::name)
                .containsExactly(name);
        assertThat(refused(() -> one.addObject("fleeting"))).containsExactly("name meta.name_deleted");

        one.request(() -> tools.objects().restore(name, Company.AUTHOR));
        assertThat(one.value(name, record, "name")).isEqualTo("a");

        one.request(() -> tools.objects().delete(name, Company.AUTHOR));
        db.execute("update " + one.tenant().schema() + ".meta_object set deleted_at = now() - interval '31 days'");
        purge.run(one.tenant());
        assertThat(tools.objects().deleted(one.tenant())).isEmpty();
        assertThat(one.addObject("fleeting")).isEqualTo(name);
        assertThat(one.count(name, "name", "a")).isZero();
    }

    @Test
    void deliveredObjectIsRelabelledButStays() {
        company.request(() ->
                tools.objects().change("sample", Map.of("label", Map.of("en", "Specimen")), Company.AUTHOR));
        assertThat(company.object("sample").label().in(Locale.ENGLISH)).isEqualTo("Specimen");
        assertThat(neighbour.object("sample").label().in(Locale.ENGLISH)).isNotEqualTo("Specimen");
        assertThat(refused(() -> company.request(() -> tools.objects().delete("sample", Company.AUTHOR))))
                .containsExactly("meta.standard_object");
    }

    @Test
    void everyChangeIsNoted() {
        String name = company.addObject("noted");
        company.addField(name, "remark", "text");
        assertThat(db.fetch("select act, actor_label from " + company.tenant().schema()
                                + ".meta_change where object = 'c_noted' order by place")
                        .intoMaps())
                .extracting(m -> m.get("act"))
                .containsExactly("object_added", "field_added");
    }
}
