package io.hemai.records.transfer;

import io.hemai.records.transfer.file.ColumnShape;
import io.hemai.records.transfer.file.Survey;
import java.util.List;

/**
 * What the survey of a whole file leaves behind for those who read the file again.
 *
 * @param rows data rows, the broken ones included
 * @param broken rows whose form is damaged
 * @param shapes by which it is known how broken rows were meant
 */
record Findings(long rows, long broken, List<ColumnShape> shapes) {
    Findings {
        shapes = List.copyOf(shapes);
    }

    static Findings of(Survey survey) {
        return new Findings(survey.rows(), survey.brokenRows(), survey.repairs().shapes());
    }
}
