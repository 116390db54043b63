package io.hemai.notification;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import org.springframework.stereotype.Component;

/** Each person has one setting. */
@Component
final class NotificationSettingRule implements Rule {
    private final NotificationSettingObject setting;

    NotificationSettingRule(NotificationSettingObject setting) {
        this.setting = setting;
    }

    @Override
    public String object() {
        return setting.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        for (Change change : changes.written()) {
            RecordId person = change.value(CommonFields.OWNER);
            if (person != null) {
                change.set(setting.key, person.toString());
            }
        }
    }
}
