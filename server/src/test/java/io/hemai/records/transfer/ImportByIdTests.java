package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A sheet that was exported with the ID of each record, changed and brought back. */
@HemaiTest
class ImportByIdTests {
    @Autowired
    TestTenants tenants;

    private TestTenant company;
    private Api admin;
    private String first;
    private String second;

    @BeforeEach
    void twoRecords() {
        company = tenants.fresh();
        admin = company.admin().speaking("en");
        first = made("one");
        second = made("two");
    }

    private String made(String name) {
        return admin.post("/records/sample", Map.of("name", name)).expect(201).text("id");
    }

    private String name(String id) {
        return admin.get("/records/sample/" + id).expect(200).text("name");
    }

    @Test
    void changesTheRecordsThatItNames() throws InterruptedException {
        Answer done = Upload.of("sample", "记录 ID,name\n%s,uno\n%s,two\n".formatted(first, second))
                .with("mode", "update")
                .done(admin);
        assertThat(done.at("match").toString()).as(done.raw()).isEqualTo("[\"id\"]");
        assertThat(done.at("updated").asInt()).isEqualTo(1);
        assertThat(done.at("unchanged").asInt()).isEqualTo(1);
        assertThat(name(first)).isEqualTo("uno");
        assertThat(name(second)).isEqualTo("two");
    }

    @Test
    void addsRowsWithoutOneButNeverARecordThatIsNotThere() throws InterruptedException {
        String rows = "id,name\n%s,uno\n,three\n,four\n%s,lost\n%s,again\nnonsense,odd\n"
                .formatted(first, RecordId.next(), first);
        Map<String, Object> mapping = Map.of(
                "columns", List.of(Map.of("column", "id", "field", "id"), Map.of("column", "name", "field", "name")));
        Answer done = Upload.of("sample", rows)
                .mapping(mapping)
                .with("mode", "upsert")
                .done(admin);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(1);
        assertThat(done.at("created").asInt()).isEqualTo(2);
        assertThat(done.at("problems").findValuesAsString("code"))
                .containsExactlyInAnyOrder("import.no_such_record", "import.duplicate_in_file", "value.invalid_id");
        assertThat(name(first)).isEqualTo("uno");
    }

    @Test
    void doesNotTellOfRecordsThatOneMayNotSee() throws InterruptedException {
        Map<String, Object> own = Map.of("read", "own", "create", true, "update", "own", "import", true);
        Api clerk = company.having("clerk", Map.of("sample", own), Map.of()).speaking("en");
        Answer done = Upload.of("sample", "id,name\n%s,mine\n".formatted(first))
                .with("mode", "upsert")
                .done(clerk);
        assertThat(done.text("/problems/0/code")).as(done.raw()).isEqualTo("import.no_such_record");
        assertThat(name(first)).isEqualTo("one");
    }

    @Test
    void makesNothingOfIdsWhereRecordsAreMade() throws InterruptedException {
        String rows = "id,name\n%s,copy\n".formatted(first);
        Answer done = Upload.of("sample", rows).done(admin);
        assertThat(done.at("created").asInt()).as(done.raw()).isEqualTo(1);
        assertThat(name(first)).isEqualTo("one");
        Map<String, Object> mapping = Map.of(
                "columns", List.of(Map.of("column", "id", "field", "id"), Map.of("column", "name", "field", "name")));
        Upload.of("sample", rows).mapping(mapping).to(admin).refused(422, "import.not_importable");
        Upload.of("sample", rows)
                .mapping(mapping)
                .with("mode", "update")
                .with("match", "id,name")
                .to(admin)
                .refused(422, "import.id_alone");
    }
}
