package io.hemai.integration;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.integration.store.CallState;
import io.hemai.integration.store.CallStore;
import io.hemai.integration.store.StoredCall;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Wording;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.web.Once;
import io.hemai.web.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of messages to a webhook, and the key that signs them, to who may change it. */
@RestController
@RequestMapping(path = "/api/v1/webhooks/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@RequiresScope(Scope.ADMIN)
class WebhooksController {
    private final WebhookObject webhook;
    private final CallStore calls;
    private final SigningKeys keys;
    private final Courier courier;
    private final Lines lines;
    private final Gate gate;
    private final Records records;
    private final Wording wording;
    private final TenantTransactions transactions;
    private final Clock clock;

    WebhooksController(
            WebhookObject webhook,
            CallStore calls,
            SigningKeys keys,
            Courier courier,
            Lines lines,
            Gate gate,
            Records records,
            Wording wording,
            TenantTransactions transactions,
            Clock clock) {
        this.webhook = webhook;
        this.calls = calls;
        this.keys = keys;
        this.courier = courier;
        this.lines = lines;
        this.gate = gate;
        this.records = records;
        this.wording = wording;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/secret")
    Map<String, Object> secret(@PathVariable String id, Parameters parameters) {
        parameters.only();
        Row row = changeable(id);
        return Map.of("secret", SigningKeys.shown(keys.of(row.id(), row.require(webhook.keyNumber))));
    }

    @GetMapping("/calls")
    Map<String, @Nullable Object> list(@PathVariable String id, Parameters parameters) {
        parameters.only("state", "limit", "after");
        RecordId of = changeable(id).id();
        CallState state =
                parameters.text("state").map(WebhooksController::state).orElse(null);
        RecordId after = parameters.text("after").map(WebhooksController::call).orElse(null);
        int limit = parameters.integer("limit", Limits.DEFAULT_PAGE, 1, Limits.PAGE);
        List<StoredCall> found = transactions.read(() -> calls.list(of, state, after, limit + 1));
        List<StoredCall> page = found.subList(0, Math.min(limit, found.size()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", page.stream().map(this::shown).toList());
        answer.put("next", found.size() > limit ? page.getLast().id().toString() : null);
        return answer;
    }

    @GetMapping("/calls/{call}")
    Map<String, @Nullable Object> one(@PathVariable String id, @PathVariable String call, Parameters parameters) {
        parameters.only();
        RecordId of = changeable(id).id();
        StoredCall found = transactions.read(() -> found(of, call));
        Map<String, @Nullable Object> answer = shown(found);
        answer.put("body", found.body());
        return answer;
    }

    /** The receiver knows it by its id, however often it comes. */
    @PostMapping("/calls/{call}/send_again")
    @Once(Once.How.NOWHERE)
    Map<String, @Nullable Object> sendAgain(@PathVariable String id, @PathVariable String call, Parameters parameters) {
        parameters.only();
        RecordId of = changeable(id).id();
        return transactions.write(() -> {
            calls.again(of, call(call), clock.instant());
            StoredCall again = found(of, call);
            lines.rouse(of);
            courier.wakeAfterCommit();
            return shown(again);
        });
    }

    /** All that failed, as after the receiver was away for days. */
    @PostMapping("/calls/send_again")
    @Once(Once.How.NOWHERE)
    Map<String, Object> sendAllAgain(@PathVariable String id, Parameters parameters) {
        parameters.only();
        RecordId of = changeable(id).id();
        return transactions.write(() -> {
            int sent = calls.allAgain(of, clock.instant());
            lines.rouse(of);
            courier.wakeAfterCommit();
            return Map.of("sent", sent);
        });
    }

    private Row changeable(String id) {
        RecordId of = RecordId.parse(id).orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, webhook.name(), id));
        Row row = records.read(webhook, of);
        gate.require(AdminAbility.META);
        return row;
    }

    private StoredCall found(RecordId of, String id) {
        return calls.find(of, call(id)).orElseThrow(() -> Refusal.of(IntegrationError.CALL_NOT_FOUND, id));
    }

    private static RecordId call(String text) {
        return RecordId.parse(text).orElseThrow(() -> Refusal.of(IntegrationError.CALL_NOT_FOUND, text));
    }

    private static CallState state(String text) {
        return Arrays.stream(CallState.values())
                .filter(state -> state.code().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.ofField("state", KernelError.INVALID_PARAMETER, "state"));
    }

    private Map<String, @Nullable Object> shown(StoredCall call) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", call.id().toString());
        shown.put("type", call.type());
        shown.put("state", call.state());
        shown.put("tries", call.tries());
        shown.put("created_at", call.createdAt().toString());
        shown.put("due_at", text(call.dueAt()));
        shown.put("delivered_at", text(call.deliveredAt()));
        shown.put("status", call.status());
        shown.put("answer", call.trouble() == null ? call.answer() : told(call.trouble()));
        return shown;
    }

    private String told(String trouble) {
        return wording.text("webhook.trouble." + trouble, Acting.who().locale());
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
