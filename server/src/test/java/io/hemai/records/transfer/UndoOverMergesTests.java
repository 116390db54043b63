package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An act in masses is taken back after some of its records were merged, and the merges after it. */
@HemaiTest
class UndoOverMergesTests {
    @Autowired
    TestTenants tenants;

    private Api admin;

    @BeforeEach
    void company() {
        admin = tenants.fresh().admin();
    }

    private Answer merge(String into, String from) {
        return admin.post("/records/account/" + into + "/merge", Map.of("from", List.of(from)))
                .expect(200);
    }

    private int status(String id) {
        return admin.get("/records/account/" + id).status();
    }

    private String account(String contact) {
        return admin.get("/records/contact/" + contact).expect(200).text("/account/label");
    }

    @Test
    void importedRecordsThatWereMerged() throws InterruptedException {
        Answer done = Upload.of("account", "name\n甲方\n乙方\n").done(admin);
        List<String> made = admin.get("/records/account?fields=name")
                .expect(200)
                .at("/items")
                .valueStream()
                .map(account -> account.at("/id").asString())
                .toList();
        String act = "/imports/" + done.text("id");
        merge(made.get(0), made.get(1));

        Answer undone = Bulk.undone(admin, act);
        assertThat(undone.at("/undo/deleted").asInt()).as(undone.raw()).isZero();
        assertThat(undone.at("/undo/left_count").asInt()).isEqualTo(2);
        assertThat(undone.text("/undo/left/0/reason")).isEqualTo("已与其他记录合并。请先撤销合并，再撤销一次。");
        admin.post("/records/account/" + made.get(0) + "/undo_merge", Map.of()).expect(200);
        assertThat(made).extracting(this::status).containsExactly(200, 200);

        assertThat(Bulk.undone(admin, act).at("/undo/deleted").asInt()).isEqualTo(2);
        assertThat(made).extracting(this::status).containsExactly(404, 404);
    }

    @Test
    void childrenThatWereMovedToWhatWasMerged() throws InterruptedException {
        List<String> companies = Bulk.made(admin, "account", 3, i -> Map.of("name", "公司" + i));
        String contact = Bulk.made(admin, "contact", 1, i -> Map.of("name", "联系人", "account", companies.get(2)))
                .getFirst();
        Answer done = Bulk.ids("contact", List.of(contact))
                .set("account", companies.get(0))
                .done(admin);
        String act = "/bulk/" + done.text("id");
        merge(companies.get(1), companies.get(0));

        assertThat(Bulk.undone(admin, act).text("/undo/left/0/id")).isEqualTo(contact);
        assertThat(account(contact)).isEqualTo("公司1");
        admin.post("/records/account/" + companies.get(1) + "/undo_merge", Map.of())
                .expect(200);
        assertThat(account(contact)).isEqualTo("公司0");

        assertThat(Bulk.undone(admin, act).at("/undo/restored").asInt()).isEqualTo(1);
        assertThat(account(contact)).isEqualTo("公司2");
    }

    @Test
    void valuesThatAMergeCarriedOverStay() throws InterruptedException {
        List<String> companies = Bulk.made(admin, "account", 2, i -> Map.of("name", "公司" + i));
        Answer done = Bulk.ids("account", List.of(companies.get(0)))
                .set("tier", "vip")
                .done(admin);
        merge(companies.get(1), companies.get(0));

        Answer undone = Bulk.undone(admin, "/bulk/" + done.text("id"));
        assertThat(undone.text("/undo/left/0/id")).as(undone.raw()).isEqualTo(companies.get(0));
        assertThat(admin.get("/records/account/" + companies.get(1)).text("tier"))
                .isEqualTo("vip");
    }
}
