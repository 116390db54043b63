package io.hemai.correspondence;

import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A template for one object names fields that this object has. */
@Component
final class MailTemplateRule implements Rule {
    private final MailTemplateObject template;
    private final Metadata metadata;

    MailTemplateRule(MailTemplateObject template, Metadata metadata) {
        this.template = template;
        this.metadata = metadata;
    }

    @Override
    public String object() {
        return template.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        changes.written().forEach(this::check);
    }

    private void check(Change change) {
        String object = change.value(template.object);
        if (object == null) {
            return;
        }
        Optional<ObjectType> type = metadata.current().find(object);
        if (type.isEmpty()) {
            change.refuse(template.object, CorrespondenceError.UNKNOWN_OBJECT, object);
            return;
        }
        check(change, template.subject, type.get());
        check(change, template.body, type.get());
    }

    private static void check(Change change, Field<String> words, ObjectType type) {
        String text = change.value(words);
        if (text != null) {
            Places.in(text).names().stream()
                    .filter(name ->
                            !name.equals(DraftMail.ME) && type.field(name).isEmpty())
                    .forEach(name -> change.refuse(words, CorrespondenceError.UNKNOWN_PLACE, name, type.label()));
        }
    }
}
