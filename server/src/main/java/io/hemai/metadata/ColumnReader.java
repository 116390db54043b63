package io.hemai.metadata;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of one field in a row that was read, by their place within the field. */
public interface ColumnReader {
    @Nullable
    String text(int column);

    @Nullable
    Long integer(int column);

    @Nullable
    BigDecimal decimal(int column);

    @Nullable
    Boolean bool(int column);

    @Nullable
    LocalDate date(int column);

    @Nullable
    Instant instant(int column);

    @Nullable
    UUID uuid(int column);

    String @Nullable [] texts(int column);
}
