package io.hemai.integration;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Where another system takes messages: its address, and the state of the way there. What signs the messages is {@link SigningKeys}'s. */
@Component
public final class WebhookObject extends StandardObject {
    /** By which flows know it. */
    public final Field<String> name = add(text("name").required().unique().naming());

    /** Of any machine, also one of the own network whose name is a single word. */
    public final Field<String> url = add(text("url").required());
    /** Whether it gets messages. */
    public final Field<Boolean> active = add(bool("active").initially(true));

    public final Field<String> description = add(longText("description"));
    /** Since when no message arrived; empty while they do. */
    public final Field<Instant> failingSince = add(datetime("failing_since").readOnly());

    /** Which of its keys signs. */
    public final Field<Long> keyNumber =
            add(integer("key_number").readOnly().hidden().initially(1L));
    /** When the key before that one was replaced; empty for the first. */
    public final Field<Instant> renewedAt =
            add(datetime("renewed_at").readOnly().hidden());

    WebhookObject() {
        super("webhook", ObjectTrait.SHAPE);
    }
}
