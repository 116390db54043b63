package io.hemai.integration;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import org.springframework.beans.factory.annotation.Autowired;

class WebhookObjectTests extends StandardObjectContract {
    @Autowired
    WebhookObject webhook;

    @Override
    protected StandardObject object() {
        return webhook;
    }

    @Override
    protected Values example() {
        return Values.of(webhook.name, "ERP " + RecordId.next())
                .set(webhook.url, "https://erp.example.com/hooks/hemai");
    }
}
