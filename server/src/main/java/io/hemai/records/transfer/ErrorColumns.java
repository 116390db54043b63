package io.hemai.records.transfer;

import io.hemai.metadata.Wording;
import io.hemai.records.transfer.file.Table;
import io.hemai.records.transfer.file.TableBehind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The columns that errors.csv has before those of the file, known again when the mended file is brought in. */
@Component
class ErrorColumns {
    private final Wording wording;

    ErrorColumns(Wording wording) {
        this.wording = wording;
    }

    /** Where the row stood, and what to correct in it. */
    List<String> names(Locale reader) {
        return List.of(wording.text("import.errors.row", reader), wording.text("import.errors.reason", reader));
    }

    /** What stands behind them in an errors.csv; any other table as it is. */
    Table without(Table table) {
        List<String> header = table.header().names();
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .map(this::names)
                .filter(names -> header.size() > names.size()
                        && header.subList(0, names.size()).equals(names))
                .findFirst()
                .<Table>map(names -> new TableBehind(table, names.size()))
                .orElse(table);
    }
}
