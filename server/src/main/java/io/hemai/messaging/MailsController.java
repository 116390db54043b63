package io.hemai.messaging;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.messaging.store.MailState;
import io.hemai.messaging.store.MailStore;
import io.hemai.messaging.store.StoredMail;
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

/** Shows an administrator what became of mails, but not what they say, and sends failed ones again. */
@RestController
@RequestMapping(path = "/api/v1/admin/mails", produces = MediaType.APPLICATION_JSON_VALUE)
@RequiresScope(Scope.ADMIN)
class MailsController {
    private final MailStore mails;
    private final Outbox outbox;
    private final Postman postman;
    private final Gate gate;
    private final TenantTransactions transactions;
    private final Clock clock;

    MailsController(
            MailStore mails, Outbox outbox, Postman postman, Gate gate, TenantTransactions transactions, Clock clock) {
        this.mails = mails;
        this.outbox = outbox;
        this.postman = postman;
        this.gate = gate;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping
    Map<String, @Nullable Object> list(Parameters parameters) {
        parameters.only("state", "limit", "after");
        gate.require(AdminAbility.AUDIT);
        MailState state = parameters.text("state").map(MailsController::state).orElse(null);
        RecordId after = parameters.text("after").map(MailsController::id).orElse(null);
        int limit = parameters.integer("limit", Limits.DEFAULT_PAGE, 1, Limits.PAGE);
        List<StoredMail> found = transactions.read(() -> mails.list(state, after, limit + 1));
        List<StoredMail> page = found.subList(0, Math.min(limit, found.size()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", page.stream().map(MailsController::shown).toList());
        answer.put("next", found.size() > limit ? page.getLast().id().toString() : null);
        answer.put("set_up", outbox.isOpen());
        return answer;
    }

    /** Done twice, the second time is refused. */
    @PostMapping("/{id}/send_again")
    @Once(Once.How.NOWHERE)
    Map<String, @Nullable Object> sendAgain(@PathVariable String id, Parameters parameters) {
        parameters.only();
        gate.require(AdminAbility.AUDIT);
        RecordId wanted = id(id);
        return transactions.write(() -> {
            boolean failed = mails.again(wanted, clock.instant());
            StoredMail mail = mails.find(wanted).orElseThrow(() -> Refusal.of(MessagingError.NOT_FOUND, id));
            if (!failed) {
                throw Refusal.of(MessagingError.NOT_FAILED);
            }
            postman.wakeAfterCommit();
            return shown(mail);
        });
    }

    private static RecordId id(String text) {
        return RecordId.parse(text).orElseThrow(() -> Refusal.of(MessagingError.NOT_FOUND, text));
    }

    private static MailState state(String text) {
        return Arrays.stream(MailState.values())
                .filter(state -> state.code().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.ofField("state", KernelError.INVALID_PARAMETER, "state"));
    }

    private static Map<String, @Nullable Object> shown(StoredMail mail) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", mail.id().toString());
        shown.put("to", mail.to());
        shown.put("state", mail.state());
        shown.put("tries", mail.tries());
        shown.put("created_at", mail.createdAt().toString());
        shown.put("due_at", text(mail.dueAt()));
        shown.put("sent_at", text(mail.sentAt()));
        shown.put("answer", mail.answer());
        return shown;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
