package io.hemai.workspace;

import io.hemai.records.Records;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The person named has seen it; when for the first time, that stays. */
@Component
final class SeeMention extends NotesSeen {
    private final Clock clock;

    SeeMention(MentionObject mention, Records records, Clock clock) {
        super(mention, records);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "see";
    }

    @Override
    protected Instant seen(@Nullable Instant before) {
        return Objects.requireNonNullElseGet(before, clock::instant);
    }
}
