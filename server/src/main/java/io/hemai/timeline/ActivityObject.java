package io.hemai.timeline;

import io.hemai.access.Rights;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.records.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Something that was done with a customer: a call, a mail, a meeting, a visit, a note. */
@Component
public final class ActivityObject extends TimelineObject {
    public final Field<ActivityKind> kind =
            add(choice("kind", ActivityKind.class).required().initially(ActivityKind.NOTE));
    /** The body's first line where none is given. */
    public final Field<String> subject =
            add(text("subject").required().derived().searchable().naming());

    public final Field<String> body = add(longText("body").searchable());
    /** Now, unless given. */
    public final Field<Instant> happenedAt =
            add(datetime("happened_at").required().derived().indexed());

    public final Field<String> direction = add(choice("direction", "outbound", "inbound"));
    public final Field<String> outcome = add(openChoice(
            "outcome", "reached", "not_reached", "busy", "wrong_number", "interested", "not_interested", "call_back"));
    public final Field<Long> durationMinutes = add(count("duration_minutes"));
    public final Field<String> location = add(text("location"));

    ActivityObject() {
        super("activity", "activities");
        section("main", kind, subject, about, happenedAt, CommonFields.OWNER, body);
        section("course", direction, outcome, durationMinutes, location);
        section("about", opportunity, lead, contact, account, CommonFields.DEPARTMENT);
    }

    @Override
    protected Field<Instant> at() {
        return happenedAt;
    }

    @Override
    protected Field<String> title() {
        return subject;
    }

    @Override
    protected Field<String> words() {
        return body;
    }

    @Override
    protected List<Field<?>> facts() {
        return List.of(outcome, durationMinutes);
    }

    @Override
    protected String itemKind(Row row, Rights rights) {
        ActivityKind value = row.value(kind);
        return value == null || !rights.sees(kind) ? name() : value.name().toLowerCase(Locale.ROOT);
    }
}
