package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Values that an import brings into an open choice are told, taken and offered from then on. */
@HemaiTest
class ImportChoicesTests {
    @Autowired
    TestTenants tenants;

    @Test
    void unknownValuesOfAnOpenChoiceAreOfferedAfterwards() throws InterruptedException {
        Api admin = tenants.fresh().admin();
        Answer done = Upload.of("lead", "name,source\n王芳,抖音直播\n李强,抖音直播\n").done(admin);
        assertThat(done.at("/created").asInt()).as(done.raw()).isEqualTo(2);
        assertThat(done.raw()).contains("抖音直播");

        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(end) && !offered(admin)) {
            Thread.sleep(50);
        }
        assertThat(offered(admin)).isTrue();
    }

    @Test
    void newValueIsKeptAsTheFileSpellsItFirst() throws InterruptedException {
        Api admin = tenants.fresh().admin();
        Upload.of("lead", "name,source\n王芳,Podcast\n李强,podcast\n陈晨,PODCAST\n").done(admin);

        assertThat(admin.get("/records/lead?fields=source")
                        .expect(200)
                        .at("/items")
                        .valueStream())
                .extracting(lead -> lead.at("/source").asString())
                .containsExactly("Podcast", "Podcast", "Podcast");
    }

    @Test
    void unknownValuesAreLeftOutWhereThatIsAsked() throws InterruptedException {
        Api admin = tenants.fresh().admin();
        Map<String, Object> source =
                Map.of("column", "source", "field", "source", "unknown", "empty", "values", Map.of("播客", "播客"));
        Answer done = Upload.of("lead", "name,source\n王芳,抖音直播\n李强,播客\n陈晨,referral\n周杰,抖音直播\n")
                .mapping(Map.of("columns", List.of(Map.of("column", "name", "field", "name"), source)))
                .done(admin);

        assertThat(done.at("/created").asInt()).as(done.raw()).isEqualTo(4);
        assertThat(done.text("/mapping/columns/1/unknown")).isEqualTo("empty");
        assertThat(done.at("/warnings").valueStream())
                .extracting(told -> told.at("/code").asString() + " "
                        + told.at("/value").asString() + " " + told.at("/rows").asInt())
                .containsExactlyInAnyOrder("import.left_empty 抖音直播 2", "import.new_choice 播客 1");
        assertThat(admin.get("/records/lead?fields=source&sort=created_at")
                        .expect(200)
                        .at("/items")
                        .valueStream())
                .extracting(lead -> lead.at("/source").asString())
                .containsExactlyInAnyOrder("", "播客", "referral", "");
    }

    @Test
    void valuesOfRowsThatAreRefusedAreNotTold() throws InterruptedException {
        Api admin = tenants.fresh().admin();
        String rows = "name,source,score\n王芳,播客,1\n,展位,1\n李强,户外,很多\n";
        for (boolean dry : List.of(true, false)) {
            Answer done =
                    Upload.of("lead", rows).with("dry_run", String.valueOf(dry)).done(admin);
            assertThat(done.at("/failed").asInt()).as(done.raw()).isEqualTo(2);
            assertThat(done.at("/warnings").valueStream())
                    .filteredOn(told -> told.at("/code").asString().equals("import.new_choice"))
                    .extracting(told -> told.at("/value").asString())
                    .containsExactly("播客");
        }
    }

    private static boolean offered(Api admin) {
        return admin.get("/meta/objects/lead").expect(200).raw().contains("抖音直播");
    }
}
