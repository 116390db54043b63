package io.hemai.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Optional;
import java.util.UUID;

/** The identity of a record: a UUID of version 7, so that ids made later sort later. */
public record RecordId(UUID value) implements Comparable<RecordId> {
    private static final NoArgGenerator NEXT = Generators.timeBasedEpochGenerator();
    private static final int TEXT_LENGTH = 36;

    /** A new id, greater than those this process made before. */
    public static RecordId next() {
        return new RecordId(NEXT.generate());
    }

    /** Reads the usual 36-character form; empty when the text is something else. */
    public static Optional<RecordId> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecordId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(RecordId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
