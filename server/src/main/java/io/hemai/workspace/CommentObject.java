package io.hemai.workspace;

import io.hemai.access.Rights;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.records.Row;
import io.hemai.timeline.TimelineObject;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What colleagues say to each other about a record; the one who wrote it changes it. */
@Component
public final class CommentObject extends TimelineObject {
    /** Its first line, without the marks of mentions. */
    public final Field<String> subject;
    /** With mentions as {@code @[name](id)}. */
    public final Field<String> body;

    CommentObject() {
        super("comment", "comments", ObjectTrait.PERSONAL);
        Field<String> words = longText("body").required().searchable();
        subject = add(text("subject").readOnly().naming().repeating(words));
        body = add(words);
    }

    @Override
    protected Field<Instant> at() {
        return CommonFields.CREATED_AT;
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
    protected String itemKind(Row row, Rights rights) {
        return name();
    }
}
