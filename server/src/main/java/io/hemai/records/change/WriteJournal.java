package io.hemai.records.change;

import io.hemai.journal.Act;
import io.hemai.journal.Journal;
import io.hemai.journal.JournalEntry;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectTrait;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import java.io.StringWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes what happened beside the rows, in the same transaction. */
@Component
@Order(80)
class WriteJournal implements Doing {
    /** What histories say of a change by which a person takes an earlier one back. */
    private static final String UNDO = "undo";

    private final Journal journal;
    private final TakenBack takenBack;
    private final JsonMapper json;

    WriteJournal(Journal journal, TakenBack takenBack, JsonMapper json) {
        this.journal = journal;
        this.takenBack = takenBack;
        this.json = json;
    }

    @Override
    public void apply(ChangeSet changes) {
        if (!changes.type().is(ObjectTrait.UNRECORDED)) {
            changes.sound().stream()
                    .filter(change -> change.undoes() && takenBack.is(change))
                    .forEach(change -> change.because(UNDO));
            journal.write(changes.sound(), this::entry);
        }
    }

    private JournalEntry entry(Change change) {
        Act act = switch (change.kind()) {
            case CREATE -> Act.CREATED;
            case UPDATE -> Act.UPDATED;
            case DELETE -> Act.DELETED;
            case RESTORE -> Act.RESTORED;
        };
        long version = Objects.requireNonNull(change.value(CommonFields.VERSION));
        return new JournalEntry(
                change.type().name(), change.id(), act, version, change.why(), change.origin(), changes(change));
    }

    /**
     * The changed fields as {@code {"field":[before,after]}}. The bin has a deleted record whole; the journal tells only where it
     * belonged, for those who must know.
     */
    private String changes(Change change) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            switch (change.kind()) {
                case CREATE, UPDATE -> change.changed().forEach(field -> pair(change, field, out));
                case DELETE -> change.type().links().forEach(link -> left(change, link, out));
                case RESTORE -> {}
            }
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void left(Change change, Link link, JsonGenerator out) {
        RecordId target = change.previous(link.field());
        if (target != null && !CommonFields.kept(link.field())) {
            out.writeName(link.name());
            out.writeStartArray();
            value(link.field(), target, out);
            out.writeNull();
            out.writeEndArray();
        }
    }

    private static <T> void pair(Change change, Field<T> field, JsonGenerator out) {
        out.writeName(field.name());
        out.writeStartArray();
        value(field, change.previous(field), out);
        value(field, change.value(field), out);
        out.writeEndArray();
    }

    private static <T> void value(Field<T> field, @Nullable T value, JsonGenerator out) {
        if (value == null) {
            out.writeNull();
        } else {
            field.type().write(value, out);
        }
    }
}
