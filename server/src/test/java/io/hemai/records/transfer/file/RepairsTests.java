package io.hemai.records.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.records.transfer.file.ProposedRows.Proposed;
import io.hemai.records.transfer.file.Repair.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairsTests {
    @TempDir
    private Path folder;

    /** Sixty whole rows of id, company, stage, amount, note, then the given lines. */
    private List<Proposed> readAfterWholeRows(String lines) throws IOException {
        StringBuilder text = new StringBuilder("id,company,stage,amount,note\n");
        String[] stages = {"won", "lost", "open"};
        for (int i = 0; i < 60; i++) {
            String note = i % 2 == 0 ? "" : "note " + i;
            text.append("%d,Company %d,%s,%d.50,%s\n".formatted(i, i, stages[i % 3], i * 10, note));
        }
        List<Proposed> broken = new ArrayList<>();
        try (TableFile file = TableFile.open(Given.csv(folder, text + lines), "deals.csv");
                ProposedRows rows = new ProposedRows(
                        file.table().rows(), Survey.of(file.table()).repairs())) {
            rows.forEachRemaining(p -> {
                if (p.row().line() > 61) {
                    broken.add(p);
                }
            });
        }
        return broken;
    }

    private Proposed only(String line) throws IOException {
        List<Proposed> rows = readAfterWholeRows(line);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    @Test
    void joinsAValueWithAnUnquotedDelimiter() throws IOException {
        assertThat(only("61,Smith, Jones,won,5,good\n").repair())
                .contains(new Repair(
                        List.of("61", "Smith, Jones", "won", "5", "good"),
                        1,
                        Reason.DELIMITER_IN_VALUE,
                        List.of("company")));
    }

    @Test
    void splitsALineThatWasQuotedAsAWhole() throws IOException {
        assertThat(only("\"61,\"\"Smith, Jones\"\",won,5,good\"\n").repair())
                .contains(new Repair(
                        List.of("61", "Smith, Jones", "won", "5", "good"), 1, Reason.LINE_QUOTED, List.of()));
    }

    @Test
    void joinsAValueBrokenOverLines() throws IOException {
        List<Proposed> rows = readAfterWholeRows("61,Smith and\nJones,won,5,good\n62,Acme,lost,6,x\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().repair())
                .contains(new Repair(
                        List.of("61", "Smith and\nJones", "won", "5", "good"),
                        2,
                        Reason.VALUE_OVER_LINES,
                        List.of("company", 2)));
        assertThat(rows.getFirst().more()).extracting(Row::line).containsExactly(63L);
        assertThat(rows.getLast().row().whole()).isTrue();
    }

    @Test
    void fillsAValueThatIsMissing() throws IOException {
        assertThat(only("61,Acme,won,5\n").repair())
                .contains(new Repair(
                        List.of("61", "Acme", "won", "5", ""), 1, Reason.VALUES_MISSING, List.of("note", 1)));
    }

    @Test
    void dropsAQuotationMarkTooMany() throws IOException {
        assertThat(only("61,\"Acme,won,5,x\n").repair())
                .contains(new Repair(List.of("61", "Acme", "won", "5", "x"), 1, Reason.STRAY_QUOTE, List.of()));
    }

    @Test
    void findsThePlaceByTheColumnsBesideIt() throws IOException {
        assertThat(only("61,Acme,won,5,good,very\n").repair().map(Repair::cells))
                .contains(List.of("61", "Acme", "won", "5", "good,very"));
        assertThat(only("61,6,1,won,5,good\n").repair().map(Repair::cells))
                .contains(List.of("61", "6,1", "won", "5", "good"));
    }

    @Test
    void proposesNothingWhereNoMeaningFitsOrSeveralDo() throws IOException {
        assertThat(only("61,Acme,won\n").repair()).isEmpty();
        assertThat(only("61,Acme,maybe,5,good,very\n").repair()).isEmpty();
        StringBuilder names = new StringBuilder("first,last,title\n");
        for (int i = 0; i < 30; i++) {
            names.append("first%d,last%d,title%d\n".formatted(i, i, i));
        }
        try (TableFile file = TableFile.open(Given.csv(folder, names.toString()), "names.csv")) {
            Row broken = new Row(32, List.of("Li", "Wang", "Zhao", "Qian"), FileError.ROW_TOO_LONG);
            assertThat(Survey.of(file.table()).repairs().proposal(broken, List.of()))
                    .isEmpty();
        }
    }

    @Test
    void proposesNothingFromTooFewRows() throws IOException {
        try (TableFile file = TableFile.open(Given.csv(folder, "id,name\n1,a\n2,b\n3,c,d\n"), "x.csv")) {
            Repairs repairs = Survey.of(file.table()).repairs();
            Row broken = new Row(4, List.of("3", "c", "d"), FileError.ROW_TOO_LONG);
            assertThat(repairs.proposal(broken, List.of())).isEmpty();
        }
    }
}
