package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A file of leads in which some lines are quoted as a whole, brought in over HTTP. */
final class Leads {
    /** Repairs that an answer shows. */
    private static final int SHOWN = 100;

    private final byte[] file;
    private final Map<String, Object> mapping;
    private final List<Long> broken = new ArrayList<>();
    private final int rows;

    Leads(byte[] file, Map<String, Object> mapping) {
        this.file = file;
        this.mapping = mapping;
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        rows = lines.size() - 1;
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith("\"") && lines.get(i).endsWith("\"")) {
                broken.add(i + 1L);
            }
        }
    }

    int rows() {
        return rows;
    }

    int broken() {
        return broken.size();
    }

    /** The dry run tells every broken line and how it was meant, the import leaves them out, its repetition mends them. */
    void bring(Api api) throws InterruptedException {
        Answer tried = upload().with("dry_run", "true").done(api);
        told(api, tried);
        assertThat(Sales.count(api, "lead", Sales.all())).isZero();
        Answer done = upload().done(api);
        told(api, done);
        byErrors(api, done);
        Answer again = upload().with("repair", "true").with("mode", "upsert").done(api);
        assertThat(again.at("created").asLong()).as(again.raw()).isEqualTo(broken.size());
        assertThat(again.at("unchanged").asLong()).isEqualTo(rows - broken.size());
        assertThat(again.at("failed").asLong()).isZero();
        assertThat(Sales.count(api, "lead", Sales.all())).isEqualTo(rows);
    }

    /** What was left out can be mended by its errors.csv as well. */
    private void byErrors(Api api, Answer done) throws InterruptedException {
        String errors = api.get("/imports/" + done.text("id") + "/errors.csv")
                .expect(200)
                .raw();
        Answer mended = Upload.of("lead", errors)
                .mapping(mapping)
                .with("repair", "true")
                .with("dry_run", "true")
                .done(api);
        assertThat(mended.at("created").asLong()).as(mended.raw()).isEqualTo(broken.size());
        assertThat(mended.at("failed").asLong()).isZero();
    }

    private Upload upload() {
        return Upload.of("lead", "leads.csv", file).mapping(mapping);
    }

    private void told(Api api, Answer answer) {
        assertThat(answer.at("created").asLong()).as(answer.raw()).isEqualTo(rows - broken.size());
        assertThat(answer.at("failed").asLong()).isEqualTo(broken.size());
        assertThat(answer.at("repairable").asLong()).isEqualTo(broken.size());
        assertThat(answer.at("/repairs").size()).isEqualTo(Math.min(SHOWN, broken.size()));
        for (JsonNode repair : answer.at("/repairs")) {
            assertThat(broken).contains(repair.get("row").asLong());
            assertThat(repair.get("reason").asString()).isEqualTo("file.line_quoted");
            assertThat(repair.get("message").asString()).isNotBlank();
            assertThat(repair.get("cells").size())
                    .isEqualTo(answer.at("/proposal/columns").size());
        }
        List<String> errors = api.get("/imports/" + answer.text("id") + "/errors.csv")
                .expect(200)
                .raw()
                .lines()
                .skip(1)
                .toList();
        assertThat(errors.stream()
                        .map(line -> Long.parseLong(line.substring(0, line.indexOf(','))))
                        .collect(Collectors.toList()))
                .isEqualTo(broken);
        assertThat(errors).allSatisfy(line -> assertThat(line.split(",", 3)[1]).isNotBlank());
    }
}
