package io.hemai.records.transfer;

import io.hemai.records.transfer.file.CsvTableWriter;
import io.hemai.records.transfer.file.TableWriter;
import io.hemai.records.transfer.file.XlsxTableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are written. */
public enum ExportFormat {
    CSV("text/csv; charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The name in the API and the ending of the file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The format of that name. */
    public static Optional<ExportFormat> of(String code) {
        return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst();
    }

    TableWriter writer(OutputStream out, String sheet) throws IOException {
        return switch (this) {
            case CSV -> new CsvTableWriter(out);
            case XLSX -> new XlsxTableWriter(out, sheet);
        };
    }
}
