package io.hemai.timeline;

import io.hemai.access.Rights;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.metadata.fieldtype.AboutType;
import io.hemai.records.Row;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands on a timeline: about one record, and linked to every customer record that it concerns, so that an account shows the
 * calls of its deals. Who sees one of those sees it too.
 */
public abstract class TimelineObject extends StandardObject {
    /** The record it was made for; the links below follow from it. */
    public final Field<About> about;

    public final Field<RecordId> lead;
    public final Field<RecordId> account;
    public final Field<RecordId> contact;
    public final Field<RecordId> opportunity;

    /**
     * @param inverse what customer records call the records of this object
     */
    protected TimelineObject(String name, String inverse, ObjectTrait... more) {
        super(name, traits(more));
        about = add(Field.of("about", new AboutType()).indexed());
        opportunity = add(followed("opportunity", "opportunity", inverse, OnDelete.CASCADE)
                .derived());
        lead = add(followed("lead", "lead", inverse, OnDelete.CASCADE).derived());
        // a call about a deal outlives the person who was on the line
        contact = add(followed("contact", "contact", inverse, OnDelete.CLEAR).derived());
        account = add(followed("account", "account", inverse, OnDelete.CASCADE).derived());
    }

    private static ObjectTrait[] traits(ObjectTrait... more) {
        return Stream.concat(Stream.of(ObjectTrait.OWNED), Stream.of(more)).toArray(ObjectTrait[]::new);
    }

    /** When it stands on the timeline. */
    protected abstract Field<Instant> at();

    /** What it is called there. */
    protected abstract Field<String> title();

    /** What it says there. */
    protected abstract Field<String> words();

    /** What else is told of it there. */
    protected List<Field<?>> facts(Row row) {
        return List.of();
    }

    /** Which of them are items of their own there. */
    protected Filter told() {
        return Filter.all();
    }

    /** What kind of item it is there. */
    protected abstract String itemKind(Row row, Rights rights);

    /** The links to customer records, the closest to the work first. */
    public final List<Field<RecordId>> concerned() {
        return List.of(opportunity, lead, contact, account);
    }
}
