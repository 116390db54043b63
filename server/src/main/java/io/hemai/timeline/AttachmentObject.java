package io.hemai.timeline;

import io.hemai.access.Rights;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.OnDelete;
import io.hemai.records.Row;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** A file that belongs to a lead, a customer or a deal: a tender, a signed offer, a photo of the site. */
@Component
public final class AttachmentObject extends TimelineObject {
    public final Field<RecordId> file = add(file("file").required());
    /** The file's own name where none is given. */
    public final Field<String> name =
            add(text("name").required().derived().searchable().naming());

    public final Field<String> note = add(longText("note").searchable());

    /** The mail that it came or went with. */
    public final Field<RecordId> activity =
            add(link("activity", "activity", "attachments", OnDelete.CASCADE).readOnly());

    AttachmentObject() {
        super("attachment", "attachments");
    }

    @Override
    protected Field<Instant> at() {
        return CommonFields.CREATED_AT;
    }

    @Override
    protected Field<String> title() {
        return name;
    }

    @Override
    protected Field<String> words() {
        return note;
    }

    /** What belongs to a mail is told with it. */
    @Override
    protected Filter told() {
        return activity.isEmpty();
    }

    @Override
    protected String itemKind(Row row, Rights rights) {
        return "file";
    }
}
