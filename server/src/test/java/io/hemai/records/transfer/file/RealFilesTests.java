package io.hemai.records.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hemai.records.transfer.file.Repair.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real files that lie beside the project where it is developed; skipped elsewhere. */
class RealFilesTests {
    private static Path data(String file) {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !root.resolve(".mvn").toFile().isDirectory()) {
            root = root.getParent();
        }
        Path found =
                root == null ? Path.of(file) : root.resolve("../shared/data").resolve(file);
        assumeThat(found).isRegularFile();
        return found;
    }

    @Test
    void everyBrokenLeadHasOneEvidentRepair() throws IOException {
        Map<Reason, Integer> repairs = new HashMap<>();
        try (TableFile file = TableFile.open(data("leads/x-education-leads.csv"), "x-education-leads.csv")) {
            Survey survey = Survey.of(file.table());
            assertThat(survey.header().width()).isEqualTo(37);
            assertThat(survey.rows()).isEqualTo(9_240);
            assertThat(survey.broken()).isEqualTo(Map.of(FileError.ROW_TOO_SHORT, 338L));
            assertThat(survey.columns().getFirst().kind()).isEqualTo(ColumnKind.UUID);
            try (ProposedRows rows = new ProposedRows(file.table().rows(), survey.repairs())) {
                rows.forEachRemaining(
                        p -> p.repair().ifPresent(repair -> repairs.merge(repair.reason(), 1, Integer::sum)));
            }
        }
        assertThat(repairs).isEqualTo(Map.of(Reason.LINE_QUOTED, 338));
    }

    @Test
    void everyDealIsWhole() throws IOException {
        Path deals = data("sales-opportunities/sales_pipeline.csv");
        try (TableFile file = TableFile.open(deals, "sales_pipeline.csv")) {
            Survey survey = Survey.of(file.table());
            assertThat(survey.rows()).isEqualTo(8_800);
            assertThat(survey.broken()).isEmpty();
        }
    }
}
