package io.hemai.integration;

import io.hemai.integration.outbound.Outbound;
import io.hemai.metadata.custom.ShapeUse;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A webhook is at an address that messages may go to, and keeps the name by which flows know it. */
@Component
final class WebhookRule implements Rule {
    private static final int MOST_PORT = 65_535;

    private final WebhookObject webhook;
    private final Outbound outbound;
    private final ObjectProvider<ShapeUse> uses;

    WebhookRule(WebhookObject webhook, Outbound outbound, ObjectProvider<ShapeUse> uses) {
        this.webhook = webhook;
        this.outbound = outbound;
        this.uses = uses;
    }

    @Override
    public String object() {
        return webhook.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        changes.written().stream()
                .filter(change -> change.changes(webhook.url) && change.value(webhook.url) != null)
                .forEach(this::checkUrl);
        changes.sound(Change.Kind.UPDATE).stream()
                .filter(change -> change.changes(webhook.name))
                .forEach(change -> refuseInUse(change, IntegrationError.NAME_IN_USE));
        changes.sound(Change.Kind.DELETE).forEach(change -> refuseInUse(change, IntegrationError.IN_USE));
    }

    private void checkUrl(Change change) {
        try {
            URI url = new URI(String.valueOf(change.value(webhook.url)));
            if (url.getHost() == null || url.getPort() > MOST_PORT || url.getRawFragment() != null) {
                change.refuse(webhook.url, IntegrationError.NO_HOST);
            } else if (url.getRawUserInfo() != null) {
                change.refuse(webhook.url, IntegrationError.SECRET_IN_ADDRESS);
            } else if (!"https".equalsIgnoreCase(url.getScheme()) && !outbound.isOwn(url.getHost())) {
                change.refuse(webhook.url, IntegrationError.NOT_ENCRYPTED, url.getHost());
            }
        } catch (URISyntaxException none) {
            change.refuse(webhook.url, IntegrationError.NO_HOST);
        }
    }

    private void refuseInUse(Change change, IntegrationError why) {
        String name = String.valueOf(change.previous(webhook.name));
        List<String> users = uses.orderedStream()
                .flatMap(use -> use.users(webhook.name(), name).stream())
                .toList();
        if (!users.isEmpty()) {
            change.refuse(
                    why == IntegrationError.NAME_IN_USE ? webhook.name : null, why, name, String.join(", ", users));
        }
    }
}
