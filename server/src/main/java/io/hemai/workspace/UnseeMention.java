package io.hemai.workspace;

import io.hemai.records.Records;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The person named wants to come back to it, as though it had not been seen. */
@Component
final class UnseeMention extends NotesSeen {
    UnseeMention(MentionObject mention, Records records) {
        super(mention, records);
    }

    @Override
    public String name() {
        return "unsee";
    }

    @Override
    protected @Nullable Instant seen(@Nullable Instant before) {
        return null;
    }
}
