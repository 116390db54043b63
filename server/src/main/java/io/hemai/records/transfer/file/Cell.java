package io.hemai.records.transfer.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A value to be written to a table. */
public sealed interface Cell {
    /** A cell without content. */
    Cell BLANK = new Text("");

    /** The value as a CSV shows it. */
    String shown();

    /** Any text; one that looks like a formula is made harmless by the writer. */
    record Text(String value) implements Cell {
        @Override
        public String shown() {
            return value;
        }
    }

    /** A number, in Excel one that can be summed. */
    record Decimal(BigDecimal value) implements Cell {
        @Override
        public String shown() {
            return value.toPlainString();
        }
    }

    /** A calendar day. */
    record Day(LocalDate value) implements Cell {
        @Override
        public String shown() {
            return value.toString();
        }
    }

    /** A moment in the reader's own time zone, to the second. */
    record Moment(LocalDateTime value) implements Cell {
        @Override
        public String shown() {
            return value.toLocalDate() + " " + "%tT".formatted(value);
        }
    }

    /** A text cell. */
    static Cell of(String text) {
        return text.isEmpty() ? BLANK : new Text(text);
    }
}
