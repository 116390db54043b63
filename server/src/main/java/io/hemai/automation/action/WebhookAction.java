package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.AutomationError;
import io.hemai.automation.Check;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import io.hemai.integration.Webhooks;
import io.hemai.kernel.KernelError;
import io.hemai.records.verb.Asked;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells another system about the record. */
@Component
final class WebhookAction implements Action<WebhookAction.Input> {
    private static final String WEBHOOK = "webhook";
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    private static final int LONGEST_TYPE = 100;
    private static final int MOST_FIELDS = 100;

    private final Webhooks webhooks;

    WebhookAction(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /**
     * What is told.
     *
     * @param webhook name of the one that is told
     * @param type what it tells; null for the flow's object and {@code .flow}
     * @param fields of the record that the message carries
     */
    record Input(
            @Asked(kind = "webhook", required = true) @Nullable
            String webhook,

            @Nullable String type,
            @Asked(kind = "fields") @Nullable List<String> fields) {
        List<String> carried() {
            return fields == null ? List.of() : fields;
        }

        String told(String object) {
            return type == null || type.isBlank() ? object + ".flow" : type.strip();
        }
    }

    @Override
    public String name() {
        return WEBHOOK;
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        String name = input.webhook();
        if (name == null || name.isBlank()) {
            check.refuse(WEBHOOK, KernelError.MISSING, WEBHOOK);
        } else {
            webhooks.named(name)
                    .ifPresentOrElse(
                            known -> check.names(webhooks.object(), known),
                            () -> check.refuse(WEBHOOK, AutomationError.UNKNOWN_WEBHOOK, name));
        }
        String type = input.told(check.type().name());
        if (type.length() > LONGEST_TYPE || !TYPE.matcher(type).matches()) {
            check.refuse("type", AutomationError.MESSAGE_TYPE, LONGEST_TYPE);
        }
        if (input.carried().size() > MOST_FIELDS) {
            check.refuse("fields", AutomationError.TOO_MANY_FIELDS, MOST_FIELDS);
        }
        input.carried().forEach(field -> check.field("fields", field));
    }

    @Override
    public Outcome decide(Input input, Moment moment) {
        return new Outcome.Message(
                Objects.requireNonNull(input.webhook()),
                input.told(moment.record().type().name()),
                input.carried());
    }
}
